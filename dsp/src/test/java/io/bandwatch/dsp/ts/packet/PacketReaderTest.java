package io.bandwatch.dsp.ts.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketReaderTest {
    private static final int PACKETS = 40;

    /** Remembers what befell. */
    private static final class Log implements PacketSink {
        private final List<String> events = new ArrayList<>();
        private int packets;

        @Override
        public boolean packet(byte[] buffer, int offset) {
            packets++;
            events.add("packet " + Arrays.hashCode(Arrays.copyOfRange(buffer, offset + 1, offset + 188)));
            return false;
        }

        @Override
        public void stamp(int ticks) {
            events.add("stamp " + ticks);
        }

        @Override
        public void wrongSyncByte() {
            events.add("wrong");
        }

        @Override
        public void syncLost() {
            events.add("lost");
        }

        @Override
        public void syncFound(PacketFormat format, long lostBytes) {
            events.add("found " + format + " after " + lostBytes);
        }
    }

    private final Log log = new Log();
    private final PacketReader reader = new PacketReader(log);

    @ParameterizedTest
    @EnumSource(PacketFormat.class)
    void tellsTheLengthOfPacketsBehindBytesThatAreNone(PacketFormat format) {
        byte[] stream = join(new byte[77], Bytes.stream(format, PACKETS));

        read(stream, stream.length);

        assertThat(reader.format()).isEqualTo(format);
        assertThat(log.packets).isEqualTo(PACKETS);
        assertThat(reader.lostBytes()).isEqualTo(77);
        assertThat(reader.syncLosses()).as("what was never held is not lost").isZero();
    }

    @Test
    void readsTheArrivalTimeBeforeEachPacket() {
        byte[] stream = Bytes.stream(PacketFormat.STAMPED, PACKETS);

        read(stream, stream.length);

        assertThat(log.events).contains("stamp 0", "stamp 1", "stamp 39");
    }

    @Test
    void keepsSyncOverOneWrongByteAndThePacketToo() {
        byte[] stream = Bytes.stream(PacketFormat.PLAIN, PACKETS);
        stream[10 * 188] = 0x11;

        read(stream, stream.length);

        assertThat(reader.syncByteErrors()).isOne();
        assertThat(reader.syncLosses())
                .as("a loss at the first wrong byte would be one")
                .isZero();
        assertThat(log.packets).isEqualTo(PACKETS);
    }

    @Test
    void losesSyncAtTheSecondWrongByteInARow() {
        byte[] stream = Bytes.stream(PacketFormat.PLAIN, PACKETS);
        stream[10 * 188] = 0x11;
        stream[11 * 188] = 0x11;

        read(stream, stream.length);

        assertThat(reader.syncLosses()).isOne();
        assertThat(reader.syncByteErrors()).isEqualTo(2);
        assertThat(reader.lostBytes()).isEqualTo(2 * 188);
        assertThat(log.packets).isEqualTo(PACKETS - 2);
        assertThat(reader.locked()).isTrue();
    }

    @Test
    void regainsSyncNotBeforeFiveGoodBytesInARow() {
        byte[] stream = Bytes.stream(PacketFormat.PLAIN, PACKETS);
        for (int packet : new int[] {10, 11, 16, 21}) {
            stream[packet * 188] = 0x11;
        }

        read(stream, stream.length);

        assertThat(log.packets)
                .as("four good ones before the third wrong are not enough, the four before the last neither")
                .isEqualTo(PACKETS - 12);
        assertThat(reader.syncLosses()).isOne();
    }

    @Test
    void findsThePacketsAgainWhereBytesAreMissing() {
        byte[] whole = Bytes.stream(PacketFormat.PLAIN, PACKETS);
        byte[] stream =
                join(Arrays.copyOf(whole, 10 * 188 + 50), Arrays.copyOfRange(whole, 10 * 188 + 90, whole.length));

        read(stream, stream.length);

        assertThat(reader.syncLosses()).isOne();
        assertThat(log.packets)
                .as("the one that was cut takes the beginning of the next with it")
                .isEqualTo(PACKETS - 1);
        assertThat(stepsOf188(stream))
                .as("stepping on by 188 bytes finds none of the later ones")
                .isEqualTo(11);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesNotDependOnHowTheBytesAreCut(long seed) {
        Random random = new Random(seed);
        PacketFormat format = List.of(PacketFormat.values()).get(random.nextInt(3));
        byte[] stream = join(new byte[random.nextInt(500)], Bytes.stream(format, PACKETS));
        for (int fault = 0; fault < 4; fault++) {
            stream[1000 + random.nextInt(PACKETS / 2) * format.stride()] ^= 0x20;
            int cut = 2000 + random.nextInt(2000);
            stream = join(
                    Arrays.copyOf(stream, cut), Arrays.copyOfRange(stream, cut + random.nextInt(9), stream.length));
        }
        Log whole = new Log();
        PacketReader once = new PacketReader(whole);
        once.accept(stream, 0, stream.length);
        once.end();

        for (int at = 0; at < stream.length; ) {
            int length = Math.min(stream.length - at, 1 + random.nextInt(random.nextBoolean() ? 7 : 900));
            reader.accept(stream, at, length);
            at += length;
        }
        reader.end();

        assertThat(log.events).isEqualTo(whole.events);
        assertThat(reader.lostBytes()).isEqualTo(once.lostBytes());
    }

    @Test
    void takesARecordingOfOnePacket() {
        read(Bytes.packet(0x100, 0), 188);

        assertThat(log.packets).isOne();
        assertThat(reader.lostBytes()).isZero();
    }

    @Test
    void findsNothingInNoise() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);

        read(noise, 4096);

        assertThat(log.packets).isZero();
        assertThat(reader.lostBytes()).isEqualTo(noise.length);
    }

    private void read(byte[] stream, int blockBytes) {
        for (int at = 0; at < stream.length; at += blockBytes) {
            reader.accept(stream, at, Math.min(blockBytes, stream.length - at));
        }
        reader.end();
    }

    /** The naive reader: a packet every 188 bytes as long as its first byte is right. */
    private static int stepsOf188(byte[] stream) {
        int packets = 0;
        for (int at = 0; at + 188 <= stream.length && stream[at] == 0x47; at += 188) {
            packets++;
        }
        return packets;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
