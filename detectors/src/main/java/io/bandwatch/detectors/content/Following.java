package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Doubt;
import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Phase;
import io.bandwatch.detectors.content.picture.Heard;
import java.time.Instant;

/**
 * How a programme stands to its reference: the state of {@link Follower}.
 *
 * @param phase where it stands
 * @param next step that is looked at next
 * @param delay how many steps it comes after the reference, where it was found
 * @param evidence for a change of the phase, nats; not below 0. While it is sought: searches that found nothing
 * @param settled last step that spoke for the phase it is in
 * @param turned step at which the evidence began
 * @param since step at which the phase began
 * @param searched step at which it was looked for last
 * @param errors mean share of bits that differ, while it is the same
 * @param gain how much louder it is than the reference, while it is the same, in units of a level
 * @param tone by how much more each band is louder than in the reference than others are, while it is the same
 * @param wrong bits that have differed since the evidence began, or since it became something else
 * @param compared bits that were compared since then
 * @param doubt why a change may be one of the delay
 */
public record Following(
        Phase phase,
        long next,
        long delay,
        double evidence,
        long settled,
        long turned,
        long since,
        long searched,
        double errors,
        double gain,
        float[] tone,
        long wrong,
        long compared,
        Doubt doubt)
        implements Match {
    /** Nothing was looked at yet. */
    public static final Following NOTHING = new Following(
            Phase.SOUGHT,
            Long.MIN_VALUE,
            0,
            0,
            0,
            0,
            0,
            Long.MIN_VALUE,
            0,
            0,
            new float[SoundShape.BANDS],
            0,
            0,
            Doubt.NONE);

    private static final double SLOWLY = 0.02;

    @Override
    public boolean isDoubtful() {
        return phase == Phase.DIFFERENT && !doubt.isOver(next);
    }

    @Override
    public Instant began() {
        return PrintLine.time(since);
    }

    @Override
    public Instant lasted() {
        return PrintLine.time(phase == Phase.DIFFERENT ? settled : next);
    }

    @Override
    public double limit() {
        return Follower.limit();
    }

    @Override
    public double missing() {
        return Follower.FOUND;
    }

    Following at(long step) {
        return new Following(
                phase, step, delay, evidence, settled, turned, since, searched, errors, gain, tone, wrong, compared,
                doubt);
    }

    /**
     * After a gap, behind which it goes on at a step.
     *
     * @param step at which it goes on
     * @param from at which its phase began
     * @param waited whether the gap is one of the reference
     */
    Following resumed(long step, long from, boolean waited) {
        long gap = next == Long.MIN_VALUE ? 0 : Math.max(0, step - next);
        Doubt doubted = (waited ? doubt.away(gap) : doubt.mute(gap)).compared(step);
        return new Following(phase, step, delay, 0, step, step, from, step, errors, gain, tone, 0, 0, doubted);
    }

    Following with(Doubt nextDoubt) {
        return new Following(
                phase, next, delay, evidence, settled, turned, since, searched, errors, gain, tone, wrong, compared,
                nextDoubt);
    }

    Following found(long newDelay, long from) {
        return new Following(
                Phase.SAME,
                next,
                newDelay,
                0,
                next,
                next,
                from,
                searched,
                errors,
                gain,
                tone,
                wrong,
                compared,
                Doubt.NONE);
    }

    Following lost(long from) {
        return new Following(
                Phase.DIFFERENT,
                next,
                delay,
                0,
                next,
                next,
                from,
                searched,
                errors,
                gain,
                tone,
                wrong,
                compared,
                doubt);
    }

    Following searchedNow() {
        return new Following(
                phase, next, delay, evidence, settled, turned, since, next, errors, gain, tone, wrong, compared, doubt);
    }

    /** With a word whose bits speak for a change by so much. What differs is counted from where a change may have begun. */
    Following weighed(double nats, int wrongNow, int comparedNow) {
        double sum = Math.max(0, evidence + nats);
        boolean same = phase == Phase.SAME;
        long last = sum == 0 ? next : settled;
        long first = evidence == 0 ? next : turned;
        boolean anew = same && evidence == 0;
        double share = (double) wrongNow / comparedNow;
        return new Following(
                phase,
                next,
                delay,
                sum,
                last,
                first,
                since,
                searched,
                same && sum == 0 ? errors + SLOWLY * (share - errors) : errors,
                gain,
                tone,
                anew ? wrongNow : wrong + wrongNow,
                anew ? comparedNow : compared + comparedNow,
                same && sum == 0 ? doubt.same(next) : doubt);
    }

    /** With a moment in which it is so much louder than the reference, and its bands are so much more so than others. */
    Following heard(double louder, float[] differences) {
        float[] heard = tone.clone();
        for (int b = 0; b < heard.length; b++) {
            heard[b] += (float) SLOWLY * (differences[b] - heard[b]);
        }
        return new Following(
                phase,
                next,
                delay,
                evidence,
                settled,
                turned,
                since,
                searched,
                errors,
                gain + SLOWLY * (louder - gain),
                heard,
                wrong,
                compared,
                doubt);
    }

    /** Another search found nothing; at the best delay so large a share of the bits differed. */
    Following missed(double share) {
        return new Following(
                phase,
                next,
                delay,
                evidence + 1,
                settled,
                turned,
                since,
                searched,
                share,
                gain,
                tone,
                wrong,
                compared,
                doubt);
    }

    /** What it tells of the delay of the pictures. */
    Heard clock() {
        return phase == Phase.SOUGHT ? Heard.NOTHING : new Heard(delayS(), phase == Phase.SAME);
    }

    @Override
    public double delayS() {
        return delay * PrintLine.STEP_NS / 1e9;
    }

    @Override
    public double differing() {
        return compared == 0 ? 0 : (double) wrong / compared;
    }

    Following delayed(long newDelay) {
        return new Following(
                phase, next, newDelay, evidence, settled, turned, since, searched, errors, gain, tone, wrong, compared,
                doubt);
    }
}
