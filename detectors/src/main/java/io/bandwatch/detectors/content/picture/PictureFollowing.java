package io.bandwatch.detectors.content.picture;

import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Phase;
import io.bandwatch.signal.av.PicturePrint;
import java.time.Instant;

/**
 * How the pictures of a programme stand to those of its reference: the state of {@link PictureFollower}.
 *
 * @param phase where they stand
 * @param next step that is looked at next
 * @param delay how many steps they come after the reference, where they were found
 * @param evidence for a change of the phase, nats; not below 0. While they are sought: searches in which nothing was like them
 * @param settled last step that spoke for the phase they are in
 * @param turned step at which the evidence began
 * @param since step at which the phase began
 * @param searched step at which they were looked for last
 * @param errors mean share of bits that differ, while they are the same
 * @param wrong bits that have differed since the evidence began, or since they became others
 * @param compared bits that were compared since then
 */
public record PictureFollowing(
        Phase phase,
        long next,
        long delay,
        double evidence,
        long settled,
        long turned,
        long since,
        long searched,
        double errors,
        long wrong,
        long compared)
        implements Match {
    /** Nothing seen yet. */
    public static final PictureFollowing NOTHING =
            new PictureFollowing(Phase.SOUGHT, Long.MIN_VALUE, 0, 0, 0, 0, 0, Long.MIN_VALUE, 0, 0, 0);

    private static final double SLOWLY = 0.02;
    private static final double NS_PER_S = 1e9;

    /** How much of what was seen on air was not compared yet, though what it should be is due, s. */
    public double behindS(PictureLine air) {
        long ahead = Math.max(0, -delay);
        return Math.max(0, air.until() - Math.max(next, air.from()) - ahead) * PicturePrint.STEP_NS / NS_PER_S;
    }

    /** What is heard tells. */
    @Override
    public boolean isDoubtful() {
        return false;
    }

    @Override
    public Instant began() {
        return PictureLine.time(since);
    }

    @Override
    public Instant lasted() {
        return PictureLine.time(phase == Phase.DIFFERENT ? settled : next);
    }

    @Override
    public double delayS() {
        return delay * PicturePrint.STEP_NS / NS_PER_S;
    }

    /** The same while they are the same; else NaN. */
    public double sameDelayS() {
        return phase == Phase.SAME ? delayS() : Double.NaN;
    }

    @Override
    public double differing() {
        return compared == 0 ? 0 : (double) wrong / compared;
    }

    @Override
    public double limit() {
        return PictureFollower.limit();
    }

    @Override
    public double missing() {
        return PictureFollower.MISSING;
    }

    /** How much of time was looked at since an earlier state, ns. */
    public long goneOnNs(PictureFollowing before) {
        return before.next == Long.MIN_VALUE ? 0 : PicturePrint.STEP_NS * Math.max(0, next - before.next);
    }

    /** After a gap: nothing is held against anybody. */
    PictureFollowing resumed(long step) {
        long began = phase == Phase.SOUGHT ? step : since;
        return new PictureFollowing(phase, step, delay, 0, step, step, began, step, errors, 0, 0);
    }

    PictureFollowing at(long step) {
        return new PictureFollowing(
                phase, step, delay, evidence, settled, turned, since, searched, errors, wrong, compared);
    }

    PictureFollowing found(long newDelay, long from) {
        return new PictureFollowing(Phase.SAME, next, newDelay, 0, next, next, from, searched, errors, 0, 0);
    }

    PictureFollowing lost(long from) {
        return new PictureFollowing(
                Phase.DIFFERENT, next, delay, 0, next, next, from, searched, errors, wrong, compared);
    }

    PictureFollowing searchedNow() {
        return new PictureFollowing(
                phase, next, delay, evidence, settled, turned, since, next, errors, wrong, compared);
    }

    /** Another search in which nothing was like them; at the best delay so large a share of the bits differed. */
    PictureFollowing missed(double share) {
        return new PictureFollowing(
                phase, next, delay, evidence + 1, settled, turned, since, searched, share, wrong, compared);
    }

    PictureFollowing delayed(long newDelay) {
        return new PictureFollowing(
                phase, next, newDelay, evidence, settled, turned, since, searched, errors, wrong, compared);
    }

    /** With a print whose bits speak for a change by so much. What differs is counted from where a change may have begun. */
    PictureFollowing weighed(double nats, int wrongNow, int comparedNow) {
        double sum = Math.max(0, evidence + nats);
        boolean same = phase == Phase.SAME;
        boolean anew = same && evidence == 0;
        double share = (double) wrongNow / comparedNow;
        return new PictureFollowing(
                phase,
                next,
                delay,
                sum,
                sum == 0 ? next : settled,
                evidence == 0 ? next : turned,
                since,
                searched,
                same && sum == 0 ? errors + SLOWLY * (share - errors) : errors,
                anew ? wrongNow : wrong + wrongNow,
                anew ? comparedNow : compared + comparedNow);
    }
}
