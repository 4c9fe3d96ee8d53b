package io.bandwatch.ingest.live.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Visits of a receiver of a million samples a second whose samples say what it was tuned to. */
class VisitsTest {
    private static final double RATE_HZ = 1e6;
    private static final int MILLISECOND = 1000;
    private static final int READ_MS = 5;
    private static final int MOST_READ_MS = 30;
    private static final HopPlan PLAN = new HopPlan(
            List.of(90_000_000L, 95_000_000L, 100_000_000L), Duration.ofMillis(200), Duration.ofMillis(100));

    private final BlockRing ring = new BlockRing(1024);
    private final TransportCounts counts = new TransportCounts();
    private final BlockWriter writer = BlockWriter.at(90_000_000L, ring, counts, false);

    /** What the receiver has taken and nobody has read, a byte a millisecond. */
    private final Deque<Byte> taken = new ArrayDeque<>();

    private byte tuned;
    private int foreign;

    @Test
    void aPauseOfThisMachineMixesNoFrequencies() throws Exception {
        // 400 ms in the middle of a visit, four times as long as what is left out
        watch(3000, 1270, 1670);
        assertThat(foreign).as("blocks with samples of another frequency").isZero();
    }

    @Test
    void countingOnlyWhatIsToBeLeftOutWouldTakeThemForThoseOfTheNext() throws Exception {
        // what a rule without a clock does: it believes that all was read when it was taken
        Visits naive = new Visits(settings(), hz -> tuned = (byte) (hz / 1_000_000), writer);
        naive.begin();
        for (int ms = 0; ms < 3000; ms += READ_MS) {
            take(READ_MS);
            if (ms < 1270 || ms >= 1670) {
                // as if the pause had not been: the clock follows the samples
                byte[] read = read();
                naive.take(read, read.length, counts.count(Count.RECEIVED_BYTES) * 500L + read.length * 500L);
                look();
            }
        }
        assertThat(foreign).isPositive();
    }

    @Test
    void withoutAPauseTheRoundIsAsLongAsPlanned() throws Exception {
        watch(9000, 0, 0);
        assertThat(foreign).isZero();
        long settling = counts.count(Count.SETTLING_BYTES) / 2;
        assertThat(settling).as("30 visits of 100 ms, samples").isEqualTo(30 * 100 * MILLISECOND);
    }

    private static ReceiverSettings settings() {
        return new ReceiverSettings(SampleFormat.CU8, RATE_HZ, PLAN, FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
    }

    /** Reads every few milliseconds, but for a pause. */
    private void watch(int lengthMs, int pauseFromMs, int pauseUntilMs) throws IOException, InterruptedException {
        Visits visits = new Visits(settings(), hz -> tuned = (byte) (hz / 1_000_000), writer);
        visits.begin();
        for (int ms = READ_MS; ms <= lengthMs; ms += READ_MS) {
            take(READ_MS);
            if (ms < pauseFromMs || ms >= pauseUntilMs) {
                byte[] read = read();
                visits.take(read, read.length, ms * 1_000_000L);
                look();
            }
        }
    }

    private void take(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            taken.add(tuned);
        }
    }

    /** A part of what waits, as of a socket. */
    private byte[] read() {
        int milliseconds = Math.min(taken.size(), MOST_READ_MS);
        byte[] bytes = new byte[milliseconds * MILLISECOND * 2];
        for (int ms = 0; ms < milliseconds; ms++) {
            byte what = taken.remove();
            Arrays.fill(bytes, ms * MILLISECOND * 2, (ms + 1) * MILLISECOND * 2, what);
        }
        return bytes;
    }

    private void look() throws InterruptedException {
        for (Block block = ring.take(0); block != null; block = ring.take(0)) {
            for (int i = 0; i < block.size(); i++) {
                if (block.bytes()[i] != (byte) (block.centerHz() / 1_000_000)) {
                    foreign++;
                    break;
                }
            }
            ring.release(block);
        }
    }
}
