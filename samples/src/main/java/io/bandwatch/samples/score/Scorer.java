package io.bandwatch.samples.score;

import io.bandwatch.samples.score.Matching.Pair;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores results: carriers and incidents are matched by nearest frequency within 50 kHz, each once. */
public final class Scorer {
    /** Half the raster: farther away is another channel. */
    private static final double REACH_HZ = 50_000.0;

    private Scorer() {}

    /**
     * Scores a result.
     *
     * @param truth a {@code .truth.json}
     * @param result JSON Lines as replay writes them
     * @param feed the feed that is meant, where the result has several and none is named like the recording; or null
     * @throws io.bandwatch.samples.scenario.ScenarioException if one of them cannot be read, in one line
     */
    public static Score score(Path truth, Path result, @Nullable String feed) {
        Truth expected = Truth.read(truth);
        return score(expected, Result.read(result, expected.recording(), feed));
    }

    private static Score score(Truth truth, Result result) {
        Matching<Truth.Station, Result.Carrier> carriers = Matching.nearest(
                truth.stations(),
                result.carriers(),
                (station, carrier) -> Math.abs(station.frequencyHz() - carrier.frequencyHz()),
                REACH_HZ);
        // a station too weak to be asked for is no loss if it is missing, and no invention if it is found
        List<Pair<Truth.Station, Result.Carrier>> asked = carriers.pairs().stream()
                .filter(pair -> pair.expected().expected())
                .toList();
        Matching<Truth.ExpectedIncident, Result.RaisedIncident> incidents = incidents(truth, result);
        return new Score(
                carrierTally(truth, carriers, asked.size()),
                carriers.pairs().size() - asked.size(),
                Errors.of(
                        asked,
                        pair -> pair.found().frequencyHz() - pair.expected().frequencyHz()),
                Errors.of(asked, pair -> pair.found().snrDb() - pair.expected().cnDb()),
                confusion(asked),
                wrongVerdicts(asked),
                incidentTally(truth, incidents),
                Errors.of(
                        incidents.pairs(),
                        pair -> seconds(truth.start(), pair.found().opened())
                                - pair.expected().openedS()),
                Errors.of(
                        incidents.pairs(),
                        pair -> seconds(truth.start(), pair.found().raised())
                                - pair.expected().openedS()),
                wrongPresences(incidents));
    }

    private static Tally carrierTally(Truth truth, Matching<Truth.Station, Result.Carrier> carriers, int matched) {
        return new Tally(
                (int) truth.stations().stream().filter(Truth.Station::expected).count(),
                matched,
                carriers.missed().stream()
                        .filter(Truth.Station::expected)
                        .map(Truth.Station::name)
                        .toList(),
                carriers.invented().stream().map(Result.Carrier::label).toList());
    }

    private static Tally incidentTally(Truth truth, Matching<Truth.ExpectedIncident, Result.RaisedIncident> incidents) {
        return new Tally(
                truth.incidents().size(),
                incidents.pairs().size(),
                incidents.missed().stream().map(Truth.ExpectedIncident::label).toList(),
                incidents.invented().stream().map(Result.RaisedIncident::label).toList());
    }

    private static Map<String, Map<String, Integer>> confusion(List<Pair<Truth.Station, Result.Carrier>> pairs) {
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        for (Pair<Truth.Station, Result.Carrier> pair : pairs) {
            confusion
                    .computeIfAbsent(pair.expected().verdict(), key -> new TreeMap<>())
                    .merge(pair.found().verdict(), 1, Integer::sum);
        }
        return confusion;
    }

    private static List<String> wrongVerdicts(List<Pair<Truth.Station, Result.Carrier>> pairs) {
        return pairs.stream()
                .filter(pair -> !pair.expected().verdict().equals(pair.found().verdict()))
                .map(pair -> pair.expected().name() + " is " + pair.expected().verdict() + ", found "
                        + pair.found().verdict())
                .toList();
    }

    /** Incidents by kind; of two of one kind at one frequency, such as two losses, in the order of time. */
    private static Matching<Truth.ExpectedIncident, Result.RaisedIncident> incidents(Truth truth, Result result) {
        List<Pair<Truth.ExpectedIncident, Result.RaisedIncident>> pairs = new ArrayList<>();
        List<Truth.ExpectedIncident> missed = new ArrayList<>();
        List<Result.RaisedIncident> invented = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        truth.incidents().forEach(incident -> kinds.add(incident.kind()));
        result.incidents().forEach(incident -> kinds.add(incident.kind()));
        for (String kind : kinds.stream().sorted().toList()) {
            Matching<Truth.ExpectedIncident, Result.RaisedIncident> ofKind = Matching.nearest(
                    truth.incidents().stream()
                            .filter(incident -> incident.kind().equals(kind))
                            .toList(),
                    result.incidents().stream()
                            .filter(incident -> incident.kind().equals(kind))
                            .toList(),
                    (expected, raised) -> distance(truth.start(), expected, raised),
                    REACH_HZ);
            pairs.addAll(ofKind.pairs());
            missed.addAll(ofKind.missed());
            invented.addAll(ofKind.invented());
        }
        return new Matching<>(pairs, missed, invented);
    }

    /** Distance in Hz; time only breaks ties, a thousandth of a hertz a second. */
    private static double distance(Instant start, Truth.ExpectedIncident expected, Result.RaisedIncident raised) {
        double apartS = Math.abs(seconds(start, raised.opened()) - expected.openedS());
        double apartHz = Math.abs(raised.frequencyHz() - expected.frequencyHz());
        return apartHz <= REACH_HZ ? apartHz + Math.min(apartS * 1e-3, REACH_HZ - apartHz) : apartHz;
    }

    private static List<String> wrongPresences(Matching<Truth.ExpectedIncident, Result.RaisedIncident> incidents) {
        return incidents.pairs().stream()
                .filter(pair -> pair.expected().presences() > 0
                        && pair.expected().presences() != pair.found().presences())
                .map(pair -> pair.expected().label() + " has " + pair.expected().presences() + " presences, found "
                        + pair.found().presences())
                .toList();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
