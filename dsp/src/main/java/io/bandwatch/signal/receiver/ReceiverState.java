package io.bandwatch.signal.receiver;

/**
 * What a live receiver did so far, and what became of its samples. Every sample that came is in one of the counts:
 * {@code received = measured + settling + dropped + unmeasured + pending}.
 *
 * @param openings times it was connected or started
 * @param receivedSamples samples that came
 * @param measuredSamples those that were measured
 * @param settlingSamples those left out because the receiver had just been tuned
 * @param droppedSamples those that this machine had no time for
 * @param unmeasuredSamples those before a gap, too few for a look or a round, and those that a gap cut apart
 * @param pendingSamples those that wait for the rest of their look or round, or to be taken
 * @param driftPpm by how much the receiver's clock is faster than this machine's, 1e-6; NaN until it is known
 * @param stuckShare share of this look's samples that are equal to the one before, 0..1; 0 where none was measured
 * @param visits visits that this look is a round of; 0 for a receiver that stays where it is
 */
public record ReceiverState(
        long openings,
        long receivedSamples,
        long measuredSamples,
        long settlingSamples,
        long droppedSamples,
        long unmeasuredSamples,
        long pendingSamples,
        double driftPpm,
        double stuckShare,
        int visits) {

    /** Whether this look is a round of visits of a receiver that is tuned from place to place. */
    public boolean isRound() {
        return visits > 0;
    }
}
