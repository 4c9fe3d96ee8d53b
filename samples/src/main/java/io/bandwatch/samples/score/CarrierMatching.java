package io.bandwatch.samples.score;

import io.bandwatch.samples.score.Matching.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * Which record is about which emission. Stations that are asked for choose first, then those too weak or covered to be
 * asked for, then the receiver's artefacts; what then is left is invented, unless it claims to be no carrier at all.
 *
 * @param asked stations that are strong enough to be asked for
 * @param others stations that need not be found
 * @param artefacts what the receiver makes; it need not be seen
 * @param invented records about nothing
 */
record CarrierMatching(
        Matching<Truth.Station, Result.Carrier> asked,
        Matching<Truth.Station, Result.Carrier> others,
        Matching<Truth.Artefact, Result.Carrier> artefacts,
        List<Result.Carrier> invented) {

    static CarrierMatching of(Truth truth, List<Result.Carrier> found, double reachHz) {
        Matching<Truth.Station, Result.Carrier> asked = Matching.nearest(
                truth.stations().stream().filter(Truth.Station::expected).toList(),
                found,
                (station, carrier) -> Math.abs(station.frequencyHz() - carrier.frequencyHz()),
                reachHz);
        Matching<Truth.Station, Result.Carrier> others = Matching.nearest(
                truth.stations().stream().filter(station -> !station.expected()).toList(),
                asked.invented(),
                (station, carrier) -> Math.abs(station.frequencyHz() - carrier.frequencyHz()),
                reachHz);
        Matching<Truth.Artefact, Result.Carrier> artefacts = Matching.nearest(
                truth.artefacts(),
                others.invented(),
                (artefact, carrier) -> Math.abs(artefact.frequencyHz() - carrier.frequencyHz()),
                reachHz);
        return new CarrierMatching(
                asked,
                others,
                artefacts,
                artefacts.invented().stream()
                        .filter(carrier -> !carrier.isArtefact())
                        .toList());
    }

    /** What was said of each; a station that need not be found is not judged. */
    List<Judged> judged() {
        List<Judged> judged = new ArrayList<>();
        for (Pair<Truth.Station, Result.Carrier> pair : asked.pairs()) {
            judged.add(judged(pair.expected().name(), List.of(pair.expected().verdict()), pair.found()));
        }
        for (Truth.Station station : asked.missed()) {
            judged.add(new Judged(station.name(), station.verdict(), Judged.MISSED, Double.NaN, false, List.of()));
        }
        for (Pair<Truth.Artefact, Result.Carrier> pair : artefacts.pairs()) {
            judged.add(judged(pair.expected().name(), pair.expected().verdicts(), pair.found()));
        }
        for (Result.Carrier carrier : invented) {
            judged.add(new Judged(
                    carrier.label(),
                    Judged.NOTHING,
                    carrier.verdict(),
                    carrier.confidence(),
                    false,
                    carrier.reasons()));
        }
        return judged;
    }

    private static Judged judged(String name, List<String> verdicts, Result.Carrier found) {
        return new Judged(
                name,
                verdicts.get(0),
                found.verdict(),
                found.confidence(),
                verdicts.contains(found.verdict()),
                found.reasons());
    }
}
