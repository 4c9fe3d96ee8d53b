package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Odds;
import io.bandwatch.signal.AudioMeasurement;

/**
 * A moment of a programme beside what the reference has there.
 *
 * @param step of the programme
 * @param there of the reference
 * @param wrong bits that differ
 * @param compared bits that are compared
 * @param faint whether the reference is faint there
 */
record Moment(long step, long there, int wrong, int compared, boolean faint) {
    /** To either side of a faint moment, steps: a tenth of a second. */
    private static final long BESIDE = 5;

    /** On air, so much more than what is faint in the reference is more than noise. */
    private static final double LOUDER_DB = 8;

    /** Where the reference is silent, less is enough: there is nothing that a compressor could have made louder. */
    private static final double SILENCE_BELOW_DB = 20;

    /** What is so much fainter on air than it should be is not there, but for noise. */
    private static final double MUTE_DB = 15;

    private static final double UNIT_DB = AudioMeasurement.LEVEL_UNIT_DB;

    /** Where the reference is silent and the air is loud, it is as if so many bits were compared, and half of them differed. */
    private static final int UNLIKE_BITS = 20;

    /** A step of the programme at a delay. */
    static Moment of(Following now, long step, long delay, PrintLine air, PrintLine reference) {
        long there = step - delay;
        if (!reference.holds(there)) {
            return new Moment(step, there, 0, 0, true);
        }
        boolean faint = reference.isFaint(there);
        boolean silent = isSilent(reference, there);
        boolean unsure = silent || air.isFaint(step);
        if (faint && unsure && !isLoud(now.gain(), air.loudness(step), reference, there)) {
            return new Moment(step, there, 0, 0, true);
        }
        if (silent) {
            return new Moment(step, there, UNLIKE_BITS / 2, UNLIKE_BITS, faint);
        }
        long one = air.anyAt(step);
        long other = reference.anyAt(there);
        return new Moment(
                step, there, SoundWord.wrong(one, other), Integer.bitCount(SoundWord.compared(one, other)), faint);
    }

    /** Whether a tenth of a second before it, then and a tenth after it nothing is heard: an edge may be off by a step. */
    private static boolean isSilent(PrintLine reference, long step) {
        return reference.isSilent(step - BESIDE) && reference.isSilent(step) && reference.isSilent(step + BESIDE);
    }

    /** Whether it is louder on air than what is faint in the reference, and on either side of it, can be. */
    private static boolean isLoud(double gain, int loudness, PrintLine reference, long there) {
        if (!reference.isFaint(there - BESIDE) || !reference.isFaint(there + BESIDE)) {
            return false;
        }
        double faint = reference.faintBelow(there);
        double below =
                isSilent(reference, there) ? Math.max(PrintLine.LEAST, faint - SILENCE_BELOW_DB / UNIT_DB) : faint;
        return loudness > below + gain + LOUDER_DB / UNIT_DB;
    }

    /** Whether next to nothing is heard of it on air. */
    boolean isMute(double gain, PrintLine air, PrintLine reference) {
        return air.isSilent(step) || air.loudness(step) < reference.loudness(there) + gain - MUTE_DB / UNIT_DB;
    }

    /** How much its bits speak for other sound, nats. */
    double nats(Odds odds) {
        return odds.nats(wrong, compared);
    }

    /** What is learnt of the programme where it is the same. */
    Following heard(Following now, PrintLine air, PrintLine reference) {
        float[] differences = SoundShape.against(air.shape(step), reference.shape(there), SoundShape.DEPTH);
        return now.heard(air.loudness(step) - reference.loudness(there), differences);
    }

    /** How unlike it is spread over the bands, dB; NaN where nothing is heard, or perhaps noise. */
    double unlikeDb(Following now, PrintLine air, PrintLine reference) {
        if (air.isSilent(step) || reference.isSilent(there) || (faint && air.isFaint(step))) {
            return Double.NaN;
        }
        int depth = faint ? Math.min(SoundShape.DEPTH, air.aboveFaintest(step)) : SoundShape.DEPTH;
        float[] differences = SoundShape.against(air.shape(step), reference.shape(there), depth);
        return SoundShape.unlikeDb(differences, now.tone());
    }
}
