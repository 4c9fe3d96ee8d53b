package io.bandwatch.detectors.reception;

import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RfObservation;
import org.jspecify.annotations.Nullable;

/**
 * For how long a carrier looked like each kind of modulation.
 *
 * <p>One carrier has a constant envelope however its frequency is modulated, and varies by its noise alone; many carriers side
 * by side swing like noise, by 1. Between the two lies the limit. A strong neighbour that reaches into the channel in turns
 * makes it swing more than noise does: then only a flat top speaks, and without one the look does not count.
 *
 * @param wfmS time as frequency modulation, s
 * @param unmodulatedS time without modulation, s
 * @param ofdmS time as many carriers, s
 * @param otherS time as something else, s
 */
public record KindTotals(double wfmS, double unmodulatedS, double ofdmS, double otherS) {
    public static final KindTotals NOTHING = new KindTotals(0, 0, 0, 0);

    private static final double NS_PER_S = 1e9;

    /** More than noise can. */
    private static final double DISTURBED = 1.3;

    /** Width of the channel against the 200 kHz in which noise is told. */
    private static final double CHANNEL_WIDTH = 1.3;

    /** With one more look that found the carrier. */
    public KindTotals with(RfObservation look) {
        ModulationKind kind = kind(look);
        double s = look.durationNs() / NS_PER_S;
        return new KindTotals(
                wfmS + (kind == ModulationKind.WFM ? s : 0),
                unmodulatedS + (kind == ModulationKind.UNMODULATED ? s : 0),
                ofdmS + (kind == ModulationKind.OFDM ? s : 0),
                otherS + (kind == ModulationKind.OTHER ? s : 0));
    }

    private static @Nullable ModulationKind kind(RfObservation look) {
        FmReception reception = look.reception();
        if (reception == null) {
            return look.flatTopHz() > 0 ? ModulationKind.OFDM : null;
        }
        double variation = reception.envelopeVariation();
        double noise = CHANNEL_WIDTH / Decibels.toPower(look.snrDb());
        double byNoise = 1 - 1 / ((1 + noise) * (1 + noise));
        boolean swings = variation > 0.5 * (1 + byNoise);
        if (look.flatTopHz() > 0 && swings) {
            return ModulationKind.OFDM;
        }
        if (variation > DISTURBED) {
            return null;
        }
        if (swings) {
            return ModulationKind.OTHER;
        }
        return BareCarrier.DEFAULT.isBare(reception) ? ModulationKind.UNMODULATED : ModulationKind.WFM;
    }

    /** The kind that it looked like for longest; null where no look could tell. */
    public @Nullable ModulationKind prevailing() {
        double most = Math.max(Math.max(wfmS, unmodulatedS), Math.max(ofdmS, otherS));
        if (most == 0) {
            return null;
        }
        if (wfmS == most) {
            return ModulationKind.WFM;
        }
        if (ofdmS == most) {
            return ModulationKind.OFDM;
        }
        return unmodulatedS == most ? ModulationKind.UNMODULATED : ModulationKind.OTHER;
    }

    /** Share of the time told in which it looked like many carriers, 0..1; 0 where no look could tell. */
    public double ofdmShare() {
        double told = wfmS + unmodulatedS + ofdmS + otherS;
        return told == 0 ? 0 : ofdmS / told;
    }
}
