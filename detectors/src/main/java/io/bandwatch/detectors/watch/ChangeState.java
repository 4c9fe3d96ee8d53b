package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.evidence.Change;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches one carrier for becoming another on the same frequency. The last {@value #RING} looks are held against the mean
 * before them: a second transmitter that captures the receiver brings at least its own power, another carrier frequency or
 * another pilot, and all of it at once. A step of level alone is a fade or the gain of the receiver.
 *
 * @param levelDb levels of the last looks, dBFS
 * @param frequencyHz their carrier frequencies, Hz
 * @param pilotHz deviation by the pilot in them, Hz; 0 without
 * @param looks how many stand behind the means before them, at most {@value #MOST}
 * @param levelBeforeDb mean level before them, dBFS
 * @param frequencyBeforeHz mean carrier frequency before them, Hz
 * @param pilotBeforeHz mean deviation by the pilot before them, Hz
 * @param piBefore programme identification before them, empty if there was none
 * @param change in force, or null
 */
public record ChangeState(
        double[] levelDb,
        double[] frequencyHz,
        double[] pilotHz,
        int looks,
        double levelBeforeDb,
        double frequencyBeforeHz,
        double pilotBeforeHz,
        String piBefore,
        @Nullable Change change) {
    static final ChangeState NOTHING =
            new ChangeState(new double[0], new double[0], new double[0], 0, 0, 0, 0, "", null);

    private static final int RING = 8;
    private static final int LEAST = 8;
    private static final int MOST = 50;

    /** A second carrier strong enough to capture, 2 dB over the first, adds 4 dB; echoes move a few tenths of that. */
    private static final double LEVEL_STEP_DB = 3.0;

    /** Sound moves the mean of 1.6 s by less than a tenth of this. */
    private static final double FREQUENCY_STEP_HZ = 250;

    private static final double PILOT_STEP_HZ = 1500;

    /** With one more look. */
    ChangeState with(RfObservation look, double lookPilotHz, String pi) {
        ChangeState moved = levelDb.length < RING ? this : change == null ? settled(pi, look.levelDbfs()) : this;
        double[] levels = pushed(moved.levelDb, look.levelDbfs());
        double[] frequencies = pushed(moved.frequencyHz, look.frequencyHz());
        double[] pilots = pushed(moved.pilotHz, lookPilotHz);
        ChangeState next = new ChangeState(
                levels,
                frequencies,
                pilots,
                moved.looks,
                moved.levelBeforeDb,
                moved.frequencyBeforeHz,
                moved.pilotBeforeHz,
                moved.piBefore,
                null);
        return next.judged(look.time(), look.durationNs(), pi, change);
    }

    /** The oldest of the last looks goes into the means. */
    private ChangeState settled(String pi, double nowDb) {
        int next = Math.min(MOST, looks + 1);
        return new ChangeState(
                levelDb,
                frequencyHz,
                pilotHz,
                next,
                levelBeforeDb + (levelDb[0] - levelBeforeDb) / next,
                frequencyBeforeHz + (frequencyHz[0] - frequencyBeforeHz) / next,
                pilotBeforeHz + (pilotHz[0] - pilotBeforeHz) / next,
                pi.isEmpty() || isLouder(nowDb) ? piBefore : pi,
                change);
    }

    /** While the level is up, the programme identification may be that of the other. */
    private boolean isLouder(double nowDb) {
        return looks > 0 && nowDb - levelBeforeDb >= LEVEL_STEP_DB / 2;
    }

    private ChangeState judged(Instant now, long lookNs, String pi, @Nullable Change before) {
        if (levelDb.length < RING || looks < LEAST) {
            return this;
        }
        double level = median(levelDb) - levelBeforeDb;
        double frequency = median(frequencyHz) - frequencyBeforeHz;
        double pilot = median(pilotHz) - pilotBeforeHz;
        boolean piChanged = !piBefore.isEmpty() && !pi.isEmpty() && !pi.equals(piBefore);
        boolean other = Math.abs(frequency) >= FREQUENCY_STEP_HZ || Math.abs(pilot) >= PILOT_STEP_HZ || piChanged;
        if (before == null) {
            boolean louder = Arrays.stream(levelDb).skip(RING / 2).min().orElse(0) - levelBeforeDb >= LEVEL_STEP_DB;
            return louder && other
                    ? changed(new Change(now.minusNanos(lookNs * (RING / 2)), level, frequency, pilot, piBefore, pi))
                    : this;
        }
        if (level < LEVEL_STEP_DB / 2) {
            return this;
        }
        String piNow = pi.isEmpty() || pi.equals(piBefore) ? before.piAfter() : pi;
        return changed(new Change(before.at(), level, frequency, pilot, piBefore, piNow));
    }

    private ChangeState changed(Change now) {
        return new ChangeState(
                levelDb, frequencyHz, pilotHz, looks, levelBeforeDb, frequencyBeforeHz, pilotBeforeHz, piBefore, now);
    }

    private static double[] pushed(double[] ring, double value) {
        int kept = Math.min(ring.length, RING - 1);
        double[] next = new double[kept + 1];
        System.arraycopy(ring, ring.length - kept, next, 0, kept);
        next[kept] = value;
        return next;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
