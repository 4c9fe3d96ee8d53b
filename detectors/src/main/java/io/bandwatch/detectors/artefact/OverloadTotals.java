package io.bandwatch.detectors.artefact;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.signal.RfObservation;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a place has a carrier only while the receiver is overloaded. A converter that clips makes products of every order
 * of the carriers that drive it there: they begin with the clipping, are weaker than what clips, and end with it. What is
 * there without clipping, too, is somebody; so is what comes on in the middle of it, or is as strong as what clips, for that
 * may be who overloads the receiver.
 *
 * @param withClipping whether it came on as the clipping began, after it had been seen to be absent
 * @param clippedRunNs how long the receiver has clipped, ns
 * @param clearOffNs how long the place was seen empty without clipping, ns, up to a second
 * @param clippedOnNs time on air with clipping, ns
 * @param clearOnNs time on air without, ns
 * @param worstShare highest share of samples at full scale while it was on air, 0..1
 */
public record OverloadTotals(
        boolean withClipping, long clippedRunNs, long clearOffNs, long clippedOnNs, long clearOnNs, double worstShare) {
    /** Never seen. */
    public static final OverloadTotals NOTHING = new OverloadTotals(false, 0, 0, 0, 0, 0);

    /**
     * Share of samples at full scale from which on a receiver is overloaded. Of noise 11 dB below full scale, one sample in
     * 800 000 reaches it; of ten impulses a second, with four samples each, one in 60 000.
     */
    private static final double CLIPPED_SHARE = 1e-4;

    private static final long AT_ONCE_NS = 1_000_000_000L;

    /**
     * Behind a hard limiter the strongest product of two equal carriers is 9.5 dB below them (J. J. Jones, "Hard-limiting of
     * two signals in random noise", IEEE Trans. Inform. Theory 9, 1963); half a decibel for the measurement.
     */
    private static final double WEAKER_DB = 9.0;

    /** A look half of which was clipped may fall below the limit. */
    private static final double CLEAR_SHARE = 0.05;

    /** Older looks count half, so that a transmitter on a frequency where products were is found within three seconds. */
    private static final long MEMORY_NS = 60_000_000_000L;

    private static final double NS_PER_S = 1e9;

    /** Whether a receiver is overloaded of whose samples such a share is at full scale. */
    public static boolean isOverload(double clippedShare) {
        return clippedShare >= CLIPPED_SHARE;
    }

    /**
     * With one more look at the place.
     *
     * @param clippedShare share of samples at full scale in it
     * @param strongestDbfs level of the strongest carrier of the feed in it
     * @param cameOn whether the carrier was not there before
     */
    public OverloadTotals with(RfObservation look, double clippedShare, double strongestDbfs, boolean cameOn) {
        long ns = look.durationNs();
        boolean clipped = isOverload(clippedShare);
        if (!look.onAir()) {
            return clipped
                    ? new OverloadTotals(
                            withClipping, clippedRunNs + ns, clearOffNs, clippedOnNs, clearOnNs, worstShare)
                    : new OverloadTotals(
                            withClipping, 0, Math.min(AT_ONCE_NS, clearOffNs + ns), clippedOnNs, clearOnNs, worstShare);
        }
        OverloadTotals before = clippedOnNs + clearOnNs > MEMORY_NS ? halved() : this;
        if (!clipped) {
            return new OverloadTotals(withClipping, 0, 0, before.clippedOnNs, before.clearOnNs + ns, worstShare);
        }
        boolean began = cameOn && clippedRunNs < AT_ONCE_NS && clearOffNs >= AT_ONCE_NS;
        boolean weaker = look.levelDbfs() <= strongestDbfs - WEAKER_DB;
        return new OverloadTotals(
                weaker && (withClipping || began),
                clippedRunNs + ns,
                0,
                before.clippedOnNs + ns,
                before.clearOnNs,
                Math.max(worstShare, clippedShare));
    }

    /** Why the overload explains it, if it does. */
    public Optional<Reason> explains() {
        long onNs = clippedOnNs + clearOnNs;
        if (!withClipping || clearOnNs > CLEAR_SHARE * onNs) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                ReasonCode.OVERLOAD,
                Reason.Weight.DECISIVE,
                String.format(Locale.ROOT, "%.1f", clippedOnNs / NS_PER_S),
                String.format(Locale.ROOT, "%.1f", onNs / NS_PER_S),
                String.format(Locale.ROOT, "%.2f", 100.0 * worstShare)));
    }

    private OverloadTotals halved() {
        return new OverloadTotals(withClipping, clippedRunNs, clearOffNs, clippedOnNs / 2, clearOnNs / 2, worstShare);
    }
}
