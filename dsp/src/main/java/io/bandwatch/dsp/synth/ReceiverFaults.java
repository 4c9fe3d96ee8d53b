package io.bandwatch.dsp.synth;

import java.util.List;

/**
 * What a receiver does to the signal that it should only have sampled. Frequencies are offsets from the centre; times are
 * seconds from the first sample.
 *
 * @param impulsesPerS mean number of impulses a second picked up by the aerial
 * @param impulseDbfs crest of an impulse, dBFS
 * @param interceptDbfs third-order intercept at the input, dBFS; infinite for a linear receiver
 * @param gainSteps gain of the automatic control from each time on
 * @param imbalanceDb gain of the quadrature branch against the in-phase one, dB
 * @param imbalanceDeg error of the right angle between the branches, degrees
 * @param dcDbfs constant component, dBFS; negative infinity for none
 * @param spurs tones of the receiver's own
 * @param clipDbfs level at which each branch limits, dBFS, at most 0
 * @param drops stretches of samples that were lost
 */
public record ReceiverFaults(
        double impulsesPerS,
        double impulseDbfs,
        double interceptDbfs,
        List<GainStep> gainSteps,
        double imbalanceDb,
        double imbalanceDeg,
        double dcDbfs,
        List<Spur> spurs,
        double clipDbfs,
        List<Drop> drops) {

    /** A receiver without fault. */
    public static final ReceiverFaults NONE = new ReceiverFaults(
            0.0,
            0.0,
            Double.POSITIVE_INFINITY,
            List.of(),
            0.0,
            0.0,
            Double.NEGATIVE_INFINITY,
            List.of(),
            0.0,
            List.of());

    public ReceiverFaults {
        gainSteps = List.copyOf(gainSteps);
        spurs = List.copyOf(spurs);
        drops = List.copyOf(drops);
        if (!(impulsesPerS >= 0) || !(clipDbfs <= 0)) {
            throw new IllegalArgumentException("receiver faults need impulsesPerS >= 0 and clipDbfs <= 0, got "
                    + impulsesPerS + " and " + clipDbfs);
        }
    }

    /**
     * The gain from a time on.
     *
     * @param atS when, s
     * @param gainDb gain against the nominal one, dB
     */
    public record GainStep(double atS, double gainDb) {}

    /**
     * A tone that the receiver makes itself.
     *
     * @param offsetHz from the centre, Hz
     * @param levelDbfs its level, dBFS
     */
    public record Spur(double offsetHz, double levelDbfs) {}

    /**
     * Samples that were lost: those after them move up.
     *
     * @param atS time of the first lost sample on the air, s
     * @param lengthS how much was lost, s, positive
     */
    public record Drop(double atS, double lengthS) {
        public Drop {
            if (!(lengthS > 0)) {
                throw new IllegalArgumentException("a drop needs lengthS > 0, got " + lengthS + " s");
            }
        }
    }
}
