package io.bandwatch.detectors.content.matching;

import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.signal.AudioMeasurement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time signal of a station: short tones one second apart, four and more, and what is said beside them. Each station of a network may put
 * its own in place of the programme, which is no difference that anybody should look after. Nothing is asked of the clock: what is on
 * air comes seconds late, and recordings may not know their time.
 *
 * @param from begin of the last whole signal, with what is said before it; null before there was one
 * @param until its end, with what is said behind it
 * @param last when the last tone began; null before there was one
 * @param tones how many came one second apart
 * @param steps how long there is a tone now, steps; 0 where there is none
 * @param quiet how long there was none, steps
 */
public record TimeSignal(
        @Nullable Instant from, @Nullable Instant until, @Nullable Instant last, int tones, int steps, int quiet) {
    /** Nothing was heard yet. */
    public static final TimeSignal NONE = new TimeSignal(null, null, null, 0, 0, 0);

    /** Fewer tones are none. */
    private static final int WHOLE = 4;

    /** What is said before the tones and behind them. */
    private static final Duration BESIDE = Duration.ofSeconds(6);

    private static final Duration APART = Duration.ofSeconds(1);

    /** Tones are one second apart to three steps. */
    private static final Duration TOLERANCE = Duration.ofMillis(60);

    /** If no other tone came by then, there is none. */
    private static final Duration NEXT = Duration.ofMillis(1300);

    /** How short and how long a tone is, and how long there is none before it, steps: 60 ms to 0.7 s, 160 ms. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 35;
    private static final int LEAST_QUIET = 8;

    private static final int BANDS = AudioMeasurement.PRINT_BANDS;
    private static final long STEP_NS = Math.round(AudioMeasurement.PRINT_STEP_S * 1e9);

    /** A tone is as loud at least: -55 dBFS. */
    private static final int LEAST_LEVEL = AudioMeasurement.level(-55);

    /** All but a band and those beside it are so much less loud in a tone: 15 dB. */
    private static final int ABOVE = (int) Math.rint(15 / AudioMeasurement.LEVEL_UNIT_DB);

    /**
     * With what was heard in another look.
     *
     * @param levels as {@link AudioMeasurement#printLevels} has them
     * @param end of the look
     */
    public TimeSignal with(byte[] levels, Instant end) {
        TimeSignal now = this;
        int count = levels.length / BANDS;
        for (int step = 0; step < count; step++) {
            Instant time = end.minusNanos((count - step) * STEP_NS);
            now = isTone(levels, step * BANDS) ? now.tone() : now.noTone(time);
        }
        return now;
    }

    private TimeSignal tone() {
        boolean soundsOn = steps == 0 && quiet < LEAST_QUIET;
        return lasting(soundsOn ? LONGEST + 1 : Math.min(LONGEST + 1, steps + 1), quiet);
    }

    private TimeSignal noTone(Instant time) {
        if (steps < SHORTEST) {
            return lasting(0, Math.min(LEAST_QUIET, quiet + steps + 1));
        }
        if (steps > LONGEST) {
            return lasting(0, 1);
        }
        Instant began = time.minusNanos(steps * STEP_NS);
        boolean next =
                last != null && Duration.between(last, began).minus(APART).abs().compareTo(TOLERANCE) <= 0;
        int count = next ? tones + 1 : 1;
        return count < WHOLE
                ? new TimeSignal(from, until, began, count, 0, 1)
                : new TimeSignal(
                        began.minus(APART.multipliedBy(count - 1L)).minus(BESIDE),
                        began.plus(BESIDE),
                        began,
                        count,
                        0,
                        1);
    }

    private TimeSignal lasting(int nextSteps, int nextQuiet) {
        return new TimeSignal(from, until, last, tones, nextSteps, nextQuiet);
    }

    private static boolean isTone(byte[] levels, int at) {
        int loudest = 0;
        for (int b = 1; b < BANDS; b++) {
            loudest = levels[at + b] > levels[at + loudest] ? b : loudest;
        }
        int level = levels[at + loudest];
        for (int b = 0; b < BANDS; b++) {
            if (Math.abs(b - loudest) > 1 && levels[at + b] > level - ABOVE) {
                return false;
            }
        }
        return level >= LEAST_LEVEL;
    }

    /**
     * What differs because of a time signal does not; of what may be one nobody knows yet.
     *
     * @param reading of what differs
     * @param now up to when was heard
     */
    public Reading unless(Reading reading, Instant now) {
        Instant begin = reading.from();
        Instant end = reading.to();
        if (reading.answer() != Reading.Answer.YES || begin == null || end == null) {
            return reading;
        }
        if (from != null && until != null && !begin.isBefore(from) && begin.isBefore(until)) {
            return end.isAfter(until) ? reading.since(until) : Reading.NO;
        }
        boolean mayBe = last != null && !last.isBefore(begin) && now.isBefore(last.plus(NEXT));
        return mayBe ? Reading.UNKNOWN : reading;
    }
}
