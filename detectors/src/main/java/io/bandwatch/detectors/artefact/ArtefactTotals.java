package io.bandwatch.detectors.artefact;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.ArtefactEvidence.Kind;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.RfObservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sums over the looks in which a carrier was tested for being an artefact. Each look counts by the power that the carrier
 * had in it, so that a transmitter that comes on where a product was outweighs it at once; that nothing could make it so
 * strong counts as nothing explained.
 *
 * @param looks how many looks
 * @param power linear power, summed over looks
 * @param snr carrier over noise in 200 kHz, linear, times power
 * @param explained explained power
 * @param whole power that would be explained if it were nothing else
 * @param residual what was left, over noise in 200 kHz, linear, times power
 * @param sources what explained most, the most first, at most {@value #MOST_SOURCES}
 */
public record ArtefactTotals(
        long looks,
        double power,
        double snr,
        double explained,
        double whole,
        double residual,
        ArtefactSource[] sources) {
    /** Not tested yet. */
    public static final ArtefactTotals NOTHING = new ArtefactTotals(0, 0, 0, 0, 0, 0, new ArtefactSource[0]);

    private static final int MOST_SOURCES = 6;

    /** With one more look; the same where nothing was tested in it. */
    public ArtefactTotals with(RfObservation look) {
        if (!look.onAir() || look.artefacts().length == 0) {
            return this;
        }
        // what is coherent with a product is so with all that the receiver's bend makes, and may also come and go with
        // a
        // neighbour, so these do not add up
        Part better = Part.of(look.artefacts(), Kind.PRODUCT, Kind.IMAGE)
                .orBetter(Part.of(look.artefacts(), Kind.DISTORTION, Kind.IMAGE))
                .orBetter(Part.of(look.artefacts(), Kind.SPLATTER, Kind.SPLATTER));
        double linear = Decibels.toPower(look.levelDbfs());
        return new ArtefactTotals(
                looks + 1,
                power + linear,
                snr + linear * Decibels.toPower(look.snrDb()),
                explained + linear * better.share,
                whole + linear * better.whole,
                residual + linear * Decibels.toPower(Math.min(look.snrDb(), better.residualSnrDb)),
                added(look.artefacts(), linear));
    }

    /** Share of the carrier that is explained, of what could be, 0..1. */
    public double share() {
        return whole > 0 ? Math.min(1, explained / whole) : 0;
    }

    /** Mean SNR of the looks tested, linear. */
    double meanSnr() {
        return power > 0 ? snr / power : 0;
    }

    private ArtefactSource[] added(ArtefactEvidence[] evidence, double linear) {
        List<ArtefactSource> all = new ArrayList<>(List.of(sources));
        for (ArtefactEvidence one : evidence) {
            if (one.sourceHz().length == 0) {
                continue;
            }
            int at = 0;
            while (at < all.size() && !all.get(at).isOf(one)) {
                at++;
            }
            if (at == all.size()) {
                all.add(new ArtefactSource(one.kind(), one.sourceHz(), 0));
            }
            all.set(at, all.get(at).with(one, linear));
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(source -> -source.explained()))
                .limit(MOST_SOURCES)
                .toArray(ArtefactSource[]::new);
    }

    /** What the evidence of one look says together, of kinds whose shares add up. */
    private record Part(double share, double whole, double residualSnrDb) {
        static Part of(ArtefactEvidence[] evidence, Kind kind, Kind another) {
            double share = 0;
            double whole = 1;
            double residualDb = Double.POSITIVE_INFINITY;
            for (ArtefactEvidence one : evidence) {
                if (one.kind() == kind || one.kind() == another) {
                    share += one.explainedShare();
                    whole = Math.min(whole, one.wholeShare());
                    residualDb = Math.min(residualDb, one.residualSnrDb());
                }
            }
            return new Part(share, whole, residualDb);
        }

        Part orBetter(Part other) {
            return other.share > share ? other : this;
        }
    }
}
