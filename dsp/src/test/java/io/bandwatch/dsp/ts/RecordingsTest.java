package io.bandwatch.dsp.ts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.signal.ts.TsObservation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real recordings against the counts of an independent packet counter, mismatch by mismatch. */
class RecordingsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.bandwatch.dsp.ts.TsCaptures#measured")
    void agreesWithTheIndependentCounter(String name) throws IOException {
        TsObservation end = Recordings.last(TsCaptures.bytes(name + ".ts"));
        JsonNode measured = new ObjectMapper()
                .readTree(TsCaptures.file("measured/" + name + ".json").toFile());

        List<CounterDifference> differences = new ArrayList<>();
        Map<String, String> theirs = CounterFacts.theirs(measured);
        Map<String, String> ours = CounterFacts.ours(end);
        theirs.forEach((field, value) -> {
            String our = ours.getOrDefault(field, "none");
            if (!our.equals(value)) {
                differences.add(new CounterDifference(name, field, our, value));
            }
        });
        differences.forEach(difference -> System.out.println(difference + ": " + difference.reason()));
        assertThat(differences).containsExactlyInAnyOrderElementsOf(CounterDifference.expected(name));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dvbt-france2-hd-eac3",
                "dvbt-italy-rai-full-mux",
                "dvbt2-germany-ard-br-626MHz",
                "dvbt-italy-mediaset-psi-only",
                "pat-change-duplicate-pmt",
                "scte35-short"
            })
    void undamagedRecordingShowsNoFaultOfTheFirstTwoPriorities(String name) throws IOException {
        TsObservation end = Recordings.last(TsCaptures.bytes(name + ".ts"));

        assertThat(Stream.of(end.indicators())
                        .filter(count -> count.count() > 0 && count.indicator().priority() < 3))
                .isEmpty();
    }
}
