package io.bandwatch.ingest.av.demux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sound of 192 kbit/s in units of 120 ms. */
class SoundStretchesTest {
    private static final long UNIT_TICKS = 10_800;
    private static final int UNIT_BYTES = 2880;

    /** As far as units can be counted: 12 s and 3.4 s of them, the last of which begins before the stretch is over. */
    private static final int PERIOD = 100;

    private static final int STRETCH = 29;

    private final List<Long> decoded = new ArrayList<>();
    private final List<Long> resumed = new ArrayList<>();
    private SoundStretches stretches;
    private long sent;

    @BeforeEach
    void begin() {
        stretches = new SoundStretches((unit, afterLeftOut) -> {
            decoded.add(unit.ptsTicks() / UNIT_TICKS);
            if (afterLeftOut) {
                resumed.add(unit.ptsTicks() / UNIT_TICKS);
            }
        });
    }

    @Test
    void ofEveryTwelveSecondsTheFirstAreDecoded() throws Exception {
        send(320, UNIT_BYTES, false);
        stretches.end();

        assertThat(decoded)
                .containsExactlyElementsOf(LongStream.range(0, 320)
                        .filter(unit -> unit % PERIOD < STRETCH)
                        .boxed()
                        .toList());
        assertThat(resumed).containsExactly(100L, 200L, 300L);
    }

    @Test
    void theLastTwoSecondsAreDecoded() throws Exception {
        send(80, UNIT_BYTES, false);
        stretches.end();

        assertThat(decoded)
                .containsExactlyElementsOf(LongStream.range(0, 80)
                        .filter(unit -> unit < STRETCH || unit >= 80 - 17)
                        .boxed()
                        .toList());
        assertThat(resumed).containsExactly(63L);
    }

    @Test
    void whatCostsLittleIsDecodedWithTwoSecondsOnEitherSide() throws Exception {
        send(160, UNIT_BYTES, false);
        send(10, UNIT_BYTES / 10, false);
        send(50, UNIT_BYTES, false);
        stretches.end();

        // 16 units are 1.92 s; what is held back is not forgotten before it is as old
        assertThat(decoded)
                .containsExactlyElementsOf(LongStream.range(0, 220)
                        .filter(unit -> unit % PERIOD < STRETCH || (unit >= 160 - 17 && unit < 170 + 16))
                        .boxed()
                        .toList());
        assertThat(resumed).containsExactly(100L, 143L, 200L);
    }

    @Test
    void paddingDoesNotHideSilence() throws Exception {
        send(150, UNIT_BYTES, false);
        for (int i = 0; i < 10; i++) {
            byte[] padded = new byte[UNIT_BYTES];
            System.arraycopy(bytes(200), 0, padded, 0, 200);
            accept(padded, false);
        }
        send(40, UNIT_BYTES, false);
        stretches.end();

        assertThat(decoded).contains(150L, 159L);
    }

    @Test
    void whatIsDamagedIsDecoded() throws Exception {
        send(150, UNIT_BYTES, false);
        send(1, UNIT_BYTES, true);
        send(70, UNIT_BYTES, false);
        stretches.end();

        assertThat(decoded).contains(133L, 150L, 166L).doesNotContain(132L, 167L);
    }

    @Test
    void nothingIsMissingWhereSilenceFollowsAStretchAtOnce() throws Exception {
        send(140, UNIT_BYTES, false);
        send(60, UNIT_BYTES / 10, false);
        stretches.end();

        assertThat(decoded)
                .containsExactlyElementsOf(LongStream.range(0, 200)
                        .filter(unit -> unit < STRETCH || unit >= PERIOD)
                        .boxed()
                        .toList());
        assertThat(resumed).containsExactly(100L);
    }

    @Test
    void silenceThatLastsBecomesUsual() throws Exception {
        send(100, UNIT_BYTES, false);
        send(8000, UNIT_BYTES / 10, false);
        stretches.end();

        assertThat(decoded).contains(200L, 250L).doesNotContain(8050L);
    }

    @Test
    void aStretchBeginsWhereTimeJumps() throws Exception {
        send(150, UNIT_BYTES, false);
        sent += 1000;
        send(80, UNIT_BYTES, false);
        stretches.end();

        assertThat(decoded).contains(1150L, 1150L + STRETCH - 1).doesNotContain(149L, 1150L + STRETCH);
    }

    @Test
    void unitsWithoutTimeGoWhereThoseBeforeThemWent() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        stretches = new SoundStretches((unit, afterLeftOut) -> lengths.add(unit.bytes().length));
        send(1, UNIT_BYTES, false);
        stretches.accept(new Unit(Unit.NONE, Unit.NONE, false, bytes(1000)));
        send(60, UNIT_BYTES, false);
        stretches.accept(new Unit(Unit.NONE, Unit.NONE, false, bytes(999)));
        send(20, UNIT_BYTES, false);
        stretches.end();

        assertThat(lengths).contains(1000).doesNotContain(999);
    }

    private void send(int count, int length, boolean damaged) throws Exception {
        for (int i = 0; i < count; i++) {
            accept(bytes(length), damaged);
        }
    }

    private void accept(byte[] bytes, boolean damaged) throws Exception {
        long ticks = sent++ * UNIT_TICKS;
        stretches.accept(new Unit(ticks, ticks, damaged, bytes));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (2 + i % 200);
        }
        return bytes;
    }
}
