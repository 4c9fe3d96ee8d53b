package io.bandwatch.detectors.content.matching;

import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.signal.AudioMeasurement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time signal of a station: short tones that are alike, one second apart, four and more, and what is said beside them. Each station of a network may put
 * its own in place of the programme, which is no difference that anybody should look after. Nothing is asked of the clock: what is on
 * air comes seconds late, and recordings may not know their time.
 *
 * @param from begin of the last whole signal, with what is said before it; null before there was one
 * @param until its end, with what is said behind it
 * @param last when the last tone began; null before there was one
 * @param tones how many that are alike came one second apart
 * @param like the last of them
 * @param now the tone under way; of no steps where there is none
 * @param quiet how long there was none, steps
 */
public record TimeSignal(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant last,
        int tones,
        Tone like,
        Tone now,
        int quiet) {
    /**
     * A tone.
     *
     * @param steps its length
     * @param band in which it is
     * @param level at its begin, as {@link AudioMeasurement#level} has it
     */
    public record Tone(int steps, int band, int level) {
        static final Tone NONE = new Tone(0, 0, 0);

        /** Notes of music are seldom of one pitch, length and loudness. */
        boolean isLike(Tone other) {
            return Math.abs(steps - other.steps) <= 2
                    && Math.abs(band - other.band) <= 1
                    && Math.abs(level - other.level) <= ALIKE;
        }
    }

    /** Nothing was heard yet. */
    public static final TimeSignal NONE = new TimeSignal(null, null, null, 0, Tone.NONE, Tone.NONE, 0);

    /** Fewer tones are none. */
    private static final int WHOLE = 4;

    /** What is said before the tones and behind them. */
    private static final Duration BESIDE = Duration.ofSeconds(6);

    private static final Duration APART = Duration.ofSeconds(1);

    /** Tones are one second apart to a step and a half, and equally loud to 3 dB. */
    private static final Duration TOLERANCE = Duration.ofMillis(30);

    private static final int ALIKE = (int) Math.rint(3 / AudioMeasurement.LEVEL_UNIT_DB);

    /** From so many on there may be a time signal. */
    private static final int PERHAPS = 2;

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
        TimeSignal next = this;
        int count = levels.length / BANDS;
        for (int step = 0; step < count; step++) {
            Instant time = end.minusNanos((count - step) * STEP_NS);
            int band = tone(levels, step * BANDS);
            next = band < 0 ? next.noTone(time) : next.tone(band, levels[step * BANDS + band]);
        }
        return next;
    }

    private TimeSignal tone(int band, int level) {
        if (now.steps() > 0 && Math.abs(band - now.band()) <= 1) {
            int longer = Math.min(LONGEST + 1, now.steps() + 1);
            return lasting(new Tone(longer, now.band(), Math.max(now.level(), level)), quiet);
        }
        boolean soundsOn = now.steps() > 0 || quiet < LEAST_QUIET;
        return lasting(new Tone(soundsOn ? LONGEST + 1 : 1, band, level), quiet);
    }

    private TimeSignal noTone(Instant time) {
        if (now.steps() < SHORTEST) {
            return lasting(Tone.NONE, Math.min(LEAST_QUIET, quiet + now.steps() + 1));
        }
        if (now.steps() > LONGEST) {
            return lasting(Tone.NONE, 1);
        }
        Instant began = time.minusNanos(now.steps() * STEP_NS);
        boolean next = last != null
                && Duration.between(last, began).minus(APART).abs().compareTo(TOLERANCE) <= 0
                && now.isLike(like);
        int count = next ? tones + 1 : 1;
        boolean whole = count >= WHOLE;
        return new TimeSignal(
                whole ? began.minus(APART.multipliedBy(count - 1L)).minus(BESIDE) : from,
                whole ? began.plus(BESIDE) : until,
                began,
                count,
                now,
                Tone.NONE,
                1);
    }

    private TimeSignal lasting(Tone tone, int nextQuiet) {
        return new TimeSignal(from, until, last, tones, like, tone, nextQuiet);
    }

    /** The band of a tone that is all there is; less than 0 where there is none. */
    private static int tone(byte[] levels, int at) {
        int loudest = 0;
        for (int b = 1; b < BANDS; b++) {
            loudest = levels[at + b] > levels[at + loudest] ? b : loudest;
        }
        int level = levels[at + loudest];
        for (int b = 0; b < BANDS; b++) {
            if (Math.abs(b - loudest) > 1 && levels[at + b] > level - ABOVE) {
                return -1;
            }
        }
        return level >= LEAST_LEVEL ? loudest : -1;
    }

    /**
     * What differs because of a time signal does not; of what may be one nobody knows yet.
     *
     * @param reading of what differs
     * @param heard up to when was heard
     */
    public Reading unless(Reading reading, Instant heard) {
        Instant begin = reading.from();
        Instant end = reading.to();
        if (reading.answer() != Reading.Answer.YES || begin == null || end == null) {
            return reading;
        }
        if (from != null && until != null && !begin.isBefore(from) && begin.isBefore(until)) {
            return end.isAfter(until) ? reading.since(until) : Reading.NO;
        }
        boolean mayBe = tones >= PERHAPS && last != null && !last.isBefore(begin) && heard.isBefore(last.plus(NEXT));
        return mayBe ? Reading.UNKNOWN : reading;
    }
}
