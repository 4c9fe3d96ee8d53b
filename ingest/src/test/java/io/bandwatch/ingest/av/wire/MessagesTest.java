package io.bandwatch.ingest.av.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.ingest.DecodingDepth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final int HELLO_BYTES = 13;

    private final List<Object> heard = new ArrayList<>();
    private final DecodedSink sink = new DecodedSink() {
        @Override
        public void track(Track track) {
            heard.add(track);
        }

        @Override
        public void picture(Picture picture) {
            heard.add(picture);
        }

        @Override
        public void sound(Sound sound) {
            heard.add(sound);
        }

        @Override
        public void fault(Fault fault) {
            heard.add(fault);
        }
    };

    @Test
    void bringsEverythingAsItWasSaid() throws IOException {
        Track track = new Track(2, TrackKind.SOUND, 0x28B, "mp2", "ita", "");
        List<Long> taken = new ArrayList<>();
        new ReportReader(new ByteArrayInputStream(report(track))).listen(sink, taken::add);
        assertThat(heard).hasSize(4).contains(track, new Fault(2, "scrambled"));
        Picture picture = (Picture) heard.get(1);
        assertThat(picture.ptsNs()).isEqualTo(-5);
        assertThat(picture.format()).isEqualTo(new PictureFormat(4, 4, 16, 15, 25, 1, true, false));
        assertThat(picture.luma()).containsExactly(1, 2, 3, 4);
        assertThat(picture.redDifference()).containsExactly(6);
        Sound sound = (Sound) heard.get(2);
        assertThat(sound.samples()).containsExactly(0.5f, -0.5f);
        assertThat(sound.length()).isEqualTo(1);
        assertThat(taken).containsExactly(188L);
    }

    @Test
    void refusesAMessageThatClaimsMoreThanAnyMayHoldBeforeItMakesRoomForIt() throws IOException {
        byte[] bytes = Arrays.copyOf(report(new Track(0, TrackKind.PICTURE, 1, "h264", "", "")), HELLO_BYTES + 5);
        bytes[HELLO_BYTES + 4] = 0x7F;
        assertThatThrownBy(() -> listen(bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        byte[] bytes = report(new Track(0, TrackKind.PICTURE, 1, "h264", "", ""));
        bytes[HELLO_BYTES - 4] = 99;
        assertThatThrownBy(() -> listen(bytes)).hasMessageContaining("version 99");
    }

    @Test
    void endsWithAnIoExceptionWhateverBytesAreWrong() throws IOException {
        byte[] sound = report(new Track(1, TrackKind.SOUND, 300, "aac", "deu", ""));
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] cut = Arrays.copyOf(damaged, damaged.length - random.nextInt(3));
            try {
                listen(cut);
            } catch (IOException wrong) {
                refused++;
            }
        }
        // most of the bytes are payload, in which any value is as good as another
        assertThat(refused).isBetween(500, 2000);
    }

    @Test
    void bringsOrdersAsTheyWereGiven() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OrderWriter writer = new OrderWriter(out);
        Order order = Order.ofProgramme(3401).withFullLuma().withDepth(DecodingDepth.SAMPLES);
        writer.order(order);
        writer.bytes(new byte[] {9, 8, 7}, 1, 2);
        writer.nothingFollows();
        OrderReader reader = new OrderReader(new ByteArrayInputStream(out.toByteArray()));
        assertThat(reader.order()).isEqualTo(order);
        List<byte[]> said = new ArrayList<>();
        reader.listen((bytes, offset, length) -> said.add(Arrays.copyOfRange(bytes, offset, offset + length)));
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).containsExactly(8, 7);
    }

    private void listen(byte[] bytes) throws IOException {
        new ReportReader(new ByteArrayInputStream(bytes)).listen(sink, taken -> {});
    }

    private static byte[] report(Track track) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter writer = new ReportWriter(out);
        writer.hello();
        writer.track(track);
        PictureFormat format = new PictureFormat(4, 4, 16, 15, 25, 1, true, false);
        writer.picture(new Picture(
                track.number(),
                -5,
                format,
                2,
                2,
                new byte[] {1, 2, 3, 4},
                new byte[] {5},
                new byte[] {6},
                new byte[16],
                0.25f,
                480_000_000));
        writer.sound(new Sound(track.number(), 7, 48_000, 2, 0, new float[] {0.5f, -0.5f}));
        writer.fault(new Fault(2, "scrambled"));
        writer.taken(188);
        writer.ended();
        return out.toByteArray();
    }
}
