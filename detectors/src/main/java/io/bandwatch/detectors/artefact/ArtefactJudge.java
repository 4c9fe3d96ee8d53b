package io.bandwatch.detectors.artefact;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Reason.Weight;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says of a carrier whether it is an artefact: whether other carriers' waveforms explain all of it, as far as its noise
 * lets that be known. A carrier of its own on the frequency of a product is explained in part only; it is found down to a
 * quarter of the product's power where there is little noise, and down to two thirds where carrier and noise are equal,
 * since the noise itself is known to 0.7 dB only.
 */
public final class ArtefactJudge {
    /** Filters, programmes wider than a channel, and products too weak to be tested leave up to a fifth. */
    private static final double LEAST_SHARE = 0.8;

    /** Error of the carrier's power by 0.7 dB of noise, and what chance adds in one look. */
    private static final double SHARE_OF_NOISE = 0.2;

    private static final double LOWEST_SHARE = 0.6;

    /** Shares this near to the limit are a matter of chance; per unit of noise over carrier, that much more. */
    private static final double BLUR = 0.03;

    private static final double BLUR_OF_NOISE = 0.06;

    /** Of several products those are named that explain so much. */
    private static final double WORTH_NAMING = 0.1;

    /** Whether the receiver made the carrier, without saying why. */
    public boolean isArtefact(ArtefactTotals totals) {
        return totals.looks() > 0 && totals.share() >= leastShare(totals);
    }

    /** What these sums say. */
    public ArtefactOpinion judge(ArtefactTotals totals) {
        if (totals.looks() == 0) {
            return new ArtefactOpinion(false, 0, null, new double[0], 0, Double.NaN, List.of());
        }
        double noise = 1.0 / totals.meanSnr();
        double limit = leastShare(totals);
        double share = totals.share();
        double blur = BLUR + BLUR_OF_NOISE * Math.min(1.0, noise);
        double sure = 1.0 / (1.0 + Math.exp((limit - share) / blur));
        boolean artefact = isArtefact(totals);
        ArtefactSource best = totals.sources().length == 0 ? null : totals.sources()[0];
        return new ArtefactOpinion(
                artefact,
                sure,
                best == null ? null : best.kind(),
                best == null ? new double[0] : best.sourceHz(),
                share,
                Decibels.ofPower(totals.residual() / totals.power()),
                artefact ? explained(totals) : unexplained(totals));
    }

    private static double leastShare(ArtefactTotals totals) {
        return Math.max(LOWEST_SHARE, LEAST_SHARE - SHARE_OF_NOISE / totals.meanSnr());
    }

    private static List<Reason> explained(ArtefactTotals totals) {
        List<Reason> reasons = new ArrayList<>();
        for (ArtefactSource source : totals.sources()) {
            double share = source.explained() / totals.power();
            if (reasons.isEmpty() || share >= WORTH_NAMING) {
                reasons.add(reason(source, share, Weight.DECISIVE));
            }
        }
        return reasons;
    }

    /** A part that is explained is told too: whoever listens hears it. */
    private static List<Reason> unexplained(ArtefactTotals totals) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(ReasonCode.NOT_AN_ARTEFACT, Weight.MEDIUM, percent(1.0 - totals.share())));
        for (ArtefactSource source : totals.sources()) {
            double share = source.explained() / totals.power();
            if (share >= WORTH_NAMING) {
                reasons.add(reason(source, share, Weight.WEAK));
            }
        }
        return reasons;
    }

    private static Reason reason(ArtefactSource source, double share, Weight weight) {
        String explained = percent(Math.min(1.0, share));
        List<String> arguments = new ArrayList<>();
        for (double hz : source.sourceHz()) {
            arguments.add(String.format(Locale.ROOT, "%.2f", hz / 1e6));
        }
        if (source.kind() == ArtefactEvidence.Kind.DISTORTION) {
            return Reason.of(ReasonCode.DISTORTION, weight, String.join(", ", arguments), explained);
        }
        arguments.add(explained);
        return Reason.of(code(source), weight, arguments.toArray(String[]::new));
    }

    private static ReasonCode code(ArtefactSource source) {
        return switch (source.kind()) {
            case PRODUCT -> source.sourceHz().length == 2 ? ReasonCode.PRODUCT_OF_TWO : ReasonCode.PRODUCT_OF_THREE;
            case DISTORTION -> ReasonCode.DISTORTION;
            case IMAGE -> ReasonCode.MIRROR_IMAGE;
            case SPLATTER -> ReasonCode.SPLATTER;
        };
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100.0 * share));
    }
}
