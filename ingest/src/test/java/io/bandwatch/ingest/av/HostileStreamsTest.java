package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.section.SectionCrc;
import io.bandwatch.ingest.Captures;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileStreamsTest {
    @Test
    void saysThatNothingIsInRandomBytesAndInASingleOne() throws IOException, InterruptedException {
        byte[] junk = new byte[1 << 20];
        new Random(3).nextBytes(junk);
        for (byte[] bytes : new byte[][] {junk, {0x47}, {}}) {
            Decoded decoded = Decoded.of(Order.ofProgramme(7), bytes);
            assertThat(decoded.faults)
                    .containsExactly(new Fault(
                            Fault.SERVICE,
                            "no PMT of programme 7 with pictures or sound in " + bytes.length + " bytes"));
            assertThat(decoded.restarts).isEmpty();
        }
    }

    @Test
    void saysWhyAFileOfOneByteCannotBeDecoded(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("one.mp4"), new byte[] {0});
        Decoded decoded = Decoded.of(Order.ofFile(file.toString()), new byte[0]);
        assertThat(decoded.tracks).isEmpty();
        assertThat(decoded.faults).hasSize(1);
        assertThat(decoded.faults.get(0).reason()).isNotBlank();
    }

    @Test
    void survivesFlippedBitsAndLostPackets() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Captures.file("ts/scte35-80s-with-ad.ts"));
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Decoded decoded = Decoded.of(Order.ofProgramme(0), bytes);
        assertThat(decoded.first(TrackKind.PICTURE).got()).isBetween(1000L, 2500L);
        assertThat(decoded.restarts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ts/dvbt-crete-ert-heavy-errors.ts, 11",
        "ts/dvbt-crete-ert-light-errors.ts, 32",
        "ts/corrupted-packets.ts, 0",
        "ts/dvbt-crete-ert-heavy-errors.ts, 9",
        "ts/pat-change-duplicate-pmt.ts, 0"
    })
    void bringsSomethingOfADamagedRecordingOrSaysWhyNot(String name, int programme)
            throws IOException, InterruptedException {
        Decoded decoded = Decoded.of(programme, Captures.file(name));
        assertThat(decoded.restarts).isEmpty();
        boolean something = decoded.counts.values().stream().anyMatch(counts -> counts.got() > 0);
        if (!something) {
            assertThat(decoded.faults).extracting(Fault::reason).isNotEmpty().noneMatch(String::isBlank);
        }
    }

    @Test
    void decodesWhatIsLeftOfAStreamThatBeginsAndEndsWithinPictures() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(Captures.file("ts/scte35-80s-with-ad.ts"));
        byte[] part = Arrays.copyOfRange(whole, whole.length / 3 + 77, whole.length / 2 + 99);
        Decoded decoded = Decoded.of(Order.ofProgramme(0), part);
        assertThat(decoded.first(TrackKind.PICTURE).got()).isBetween(200L, 500L);
        assertThat(decoded.first(TrackKind.SOUND).got()).isBetween(400_000L, 900_000L);
        assertThat(decoded.restarts).isEmpty();
    }

    @Test
    void namesTheCodecThatNothingDecodes() throws IOException, InterruptedException {
        Decoded decoded = Decoded.of(Order.ofProgramme(1), streamOf(0xD2));
        assertThat(decoded.tracks.values())
                .singleElement()
                .extracting(Track::undecodable)
                .isEqualTo("no decoder for avs2 (stream_type 0xd2)");
    }

    /** PAT and PMT of one service with one component, in a packet each (ISO/IEC 13818-1, 2.4.4). */
    private static byte[] streamOf(int streamType) {
        byte[] pat = {0, (byte) 0xB0, 13, 0, 1, (byte) 0xC1, 0, 0, 0, 1, (byte) 0xE1, 0};
        byte[] pmt = {
            2,
            (byte) 0xB0,
            18,
            0,
            1,
            (byte) 0xC1,
            0,
            0,
            (byte) 0xE1,
            1,
            (byte) 0xF0,
            0,
            (byte) streamType,
            (byte) 0xE1,
            1,
            (byte) 0xF0,
            0
        };
        ByteBuffer packets = ByteBuffer.allocate(16 * 188);
        for (int i = 0; i < 8; i++) {
            packets.put(packet(0, i, pat)).put(packet(0x100, i, pmt));
        }
        return packets.array();
    }

    private static byte[] packet(int pid, int counter, byte[] section) {
        byte[] packet = new byte[188];
        Arrays.fill(packet, (byte) 0xFF);
        ByteBuffer bytes = ByteBuffer.wrap(packet);
        bytes.put((byte) 0x47)
                .putShort((short) (0x4000 | pid))
                .put((byte) (0x10 | counter))
                .put((byte) 0);
        bytes.put(section).putInt(SectionCrc.of(section, 0, section.length));
        return packet;
    }

    private static long longestStepNs(List<Long> timesNs) {
        return IntStream.range(1, timesNs.size())
                .mapToLong(i -> timesNs.get(i) - timesNs.get(i - 1))
                .max()
                .orElse(0);
    }

    @Test
    void losesNoMoreThanWhatAKilledDecoderWasAt() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Captures.file("ts/scte35-80s-with-ad.ts"));
        Decoded decoded = new Decoded();
        int half = bytes.length / 2;
        try (ServiceDecoder decoder = new ServiceDecoder("test", Order.ofProgramme(0), decoded)) {
            decoder.give(bytes, 0, half);
            while (decoded.pictures < 100) {
                Thread.sleep(5);
            }
            ProcessHandle.of(decoder.processId().orElseThrow()).orElseThrow().destroyForcibly();
            decoder.give(bytes, half, bytes.length - half);
            decoder.finish();
            assertThat(decoder.restarts()).isEqualTo(1);
        }
        assertThat(decoded.restarts).singleElement().satisfies(restart -> {
            assertThat(restart.reason()).contains("exit code 137");
            assertThat(restart.pauseMs()).isZero();
        });
        assertThat(decoded.pictureTimesNs).isSorted().doesNotHaveDuplicates();
        // half a second waits before the decoder, and the next one begins at a key picture, of which there is one a
        // second
        assertThat(longestStepNs(decoded.pictureTimesNs)).isLessThan(2_000_000_000L);
        assertThat(decoded.pictures).isBetween(2400L - 60, 2400L);
    }
}
