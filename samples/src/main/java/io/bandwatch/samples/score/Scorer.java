package io.bandwatch.samples.score;

import io.bandwatch.samples.score.Matching.Pair;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * @throws io.bandwatch.samples.yaml.ScenarioException if one of them cannot be read, in one line
     */
    public static Score score(Path truth, Path result, @Nullable String feed) {
        Truth expected = Truth.read(truth);
        return score(expected, Result.read(result, expected.recording(), feed));
    }

    private static Score score(Truth truth, Result result) {
        CarrierMatching carriers = CarrierMatching.of(truth, result.carriers(), REACH_HZ);
        List<Pair<Truth.Station, Result.Carrier>> asked = carriers.asked().pairs();
        Matching<Truth.ExpectedIncident, Result.RaisedIncident> incidents = incidents(truth, result);
        List<Pair<Truth.ExpectedIncident, Result.RaisedIncident>> raised = incidents.pairs().stream()
                .filter(pair -> pair.expected().required())
                .toList();
        return new Score(
                new Tally(
                        asked.size() + carriers.asked().missed().size(),
                        asked.size(),
                        carriers.asked().missed().stream()
                                .map(Truth.Station::name)
                                .toList(),
                        carriers.invented().stream().map(Result.Carrier::label).toList()),
                carriers.others().pairs().size(),
                Errors.of(
                        asked,
                        pair -> pair.found().frequencyHz() - pair.expected().frequencyHz()),
                Errors.of(asked, pair -> pair.found().snrDb() - pair.expected().cnDb()),
                carriers.judged(),
                incidentTally(incidents, raised.size()),
                Errors.of(
                        raised,
                        pair -> seconds(truth.start(), pair.found().opened())
                                - pair.expected().openedS()),
                Errors.of(
                        raised,
                        pair -> seconds(truth.start(), pair.found().raised())
                                - pair.expected().openedS()),
                wrongPresences(raised));
    }

    private static Tally incidentTally(
            Matching<Truth.ExpectedIncident, Result.RaisedIncident> incidents, int raisedAsAsked) {
        List<String> missed = incidents.missed().stream()
                .filter(Truth.ExpectedIncident::required)
                .map(Truth.ExpectedIncident::label)
                .toList();
        return new Tally(
                raisedAsAsked + missed.size(),
                raisedAsAsked,
                missed,
                incidents.invented().stream().map(Result.RaisedIncident::label).toList());
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
            List<Result.RaisedIncident> rest = result.incidents().stream()
                    .filter(incident -> incident.kind().equals(kind))
                    .toList();
            // what must be there takes its incident before what may be
            for (boolean required : new boolean[] {true, false}) {
                Matching<Truth.ExpectedIncident, Result.RaisedIncident> ofKind = Matching.nearest(
                        truth.incidents().stream()
                                .filter(incident -> incident.kind().equals(kind) && incident.required() == required)
                                .toList(),
                        rest,
                        (expected, raised) -> distance(truth.start(), expected, raised),
                        REACH_HZ);
                pairs.addAll(ofKind.pairs());
                missed.addAll(ofKind.missed());
                rest = ofKind.invented();
            }
            invented.addAll(rest);
        }
        return new Matching<>(pairs, missed, invented);
    }

    /** Distance in Hz; time only breaks ties, a thousandth of a hertz a second. */
    private static double distance(Instant start, Truth.ExpectedIncident expected, Result.RaisedIncident raised) {
        double apartS = Math.abs(seconds(start, raised.opened()) - expected.openedS());
        double apartHz =
                Double.isNaN(expected.frequencyHz()) ? 0.0 : Math.abs(raised.frequencyHz() - expected.frequencyHz());
        return apartHz <= REACH_HZ ? apartHz + Math.min(apartS * 1e-3, REACH_HZ - apartHz) : apartHz;
    }

    private static List<String> wrongPresences(List<Pair<Truth.ExpectedIncident, Result.RaisedIncident>> raised) {
        return raised.stream()
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
