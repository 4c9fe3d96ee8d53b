package io.bandwatch.detectors.watch;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/**
 * The last levels of a carrier's sound, in steps of {@value AudioMeasurement#LEVEL_STEP_MS} ms without a gap.
 *
 * @param levels {@value AudioMeasurement#LEVEL_BANDS} bands a step, as in {@link AudioMeasurement#programmeLevels}
 * @param endStep steps since 1970 at the end of the last one
 */
public record ProgrammeMemory(byte[] levels, long endStep) {
    static final int STEP_MS = (int) (1000 * AudioMeasurement.LEVEL_STEP_S);
    static final ProgrammeMemory EMPTY = new ProgrammeMemory(new byte[0], 0);

    /** What is compared, and the longest delay before it. */
    private static final int MOST_STEPS = 22 * 1000 / STEP_MS;

    private static final long NS_PER_STEP = STEP_MS * 1_000_000L;

    ProgrammeMemory with(RfObservation look, byte[] heard) {
        if (heard.length == 0) {
            return EMPTY;
        }
        long end = Math.round((double) nanos(look.end()) / NS_PER_STEP);
        int added = heard.length / AudioMeasurement.LEVEL_BANDS;
        if (end - added != endStep) {
            return new ProgrammeMemory(heard, end);
        }
        int kept = Math.min(levels.length, (MOST_STEPS - added) * AudioMeasurement.LEVEL_BANDS);
        byte[] next = new byte[kept + heard.length];
        System.arraycopy(levels, levels.length - kept, next, 0, kept);
        System.arraycopy(heard, 0, next, kept, heard.length);
        return new ProgrammeMemory(next, end);
    }

    int steps() {
        return levels.length / AudioMeasurement.LEVEL_BANDS;
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
