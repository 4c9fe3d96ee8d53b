package io.bandwatch.dsp.ts.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.TsCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that another analyser wrote of our recordings, against what we say of them, mismatch by mismatch. */
class PeerReferencesTest {
    /**
     * The other analyser leaves out what lies before the first clock reference and after the last, 36 ms of 1.1 s each at
     * most; the recording is of one service, at no constant rate, which may be a tenth higher there.
     */
    private static final double RATE_TOLERANCE = 0.005;

    private static final String NIT = "40 ";

    @Test
    void everyFileOfTheOtherAnalyserIsCompared() throws IOException {
        Path folder = TsCaptures.file("reference");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Reference.all().stream().map(Reference::file).toList());
        }
    }

    static List<Reference> references() {
        return Reference.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void agreesWithTheOtherAnalyserOnAllThatBothSpeakOf(Reference reference) throws IOException {
        Facts theirs = reference.theirs();
        Map<String, String> ours = reference.ours().byName();
        Map<String, Integer> aside = new TreeMap<>();
        List<String> mismatches = new ArrayList<>();
        List<Explained> expected = new ArrayList<>(Explained.in(reference.file()));
        int agreed = 0;
        for (Map.Entry<String, String> fact : theirs.byName().entrySet()) {
            String name = fact.getKey();
            if (SetAside.find(name).isPresent()) {
                aside.merge(SetAside.find(name).get().reason(), 1, Integer::sum);
            } else if (agree(name, fact.getValue(), ours.get(name))) {
                agreed++;
            } else {
                String difference = name + ": theirs " + fact.getValue() + ", ours " + ours.get(name);
                System.out.println(
                        reference + " MISMATCH " + difference + reason(expected, fact, ours.get(name), mismatches));
            }
        }
        aside.forEach((reason, count) -> System.out.printf("%s: %d not compared: %s%n", reference, count, reason));
        System.out.printf("%s: %d facts agree%n", reference, agreed);

        assertThat(theirs.unread()).as("all that it says is understood").isEmpty();
        assertThat(mismatches).isEmpty();
        assertThat(expected).as("differences that are gone").isEmpty();
        assertThat(agreed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-026.csa.psi.txt", "test-101.psi.txt", "test-103.txt"})
    void seesTheSameTablesInTheSameOrder(String file) throws IOException {
        Reference reference = Reference.all().stream()
                .filter(any -> any.file().equals(file))
                .findFirst()
                .orElseThrow();
        List<String> peers = TableReport.of(Files.readAllLines(TsCaptures.file("reference/" + file)))
                .order();
        List<String> ours = OurTables.of(reference.capture() + ".ts").order();
        // The other analyser looks for the network's table once a PAT told it where, so that table may come later
        // there.
        assertThat(without(ours)).containsExactlyElementsOf(without(peers));
        assertThat(ours).containsExactlyInAnyOrderElementsOf(peers);
    }

    /** Takes a difference off those that are expected, or adds it to the mismatches. */
    private static String reason(
            List<Explained> expected, Map.Entry<String, String> fact, @Nullable String ours, List<String> mismatches) {
        for (Explained explained : expected) {
            if (explained.fact().equals(fact.getKey())
                    && explained.theirs().equals(fact.getValue())
                    && explained.ours().equals(ours)) {
                expected.remove(explained);
                return ": " + explained.reason();
            }
        }
        mismatches.add(fact.getKey() + ": theirs " + fact.getValue() + ", ours " + ours);
        return ", UNEXPLAINED";
    }

    private static boolean agree(String name, String theirs, @Nullable String ours) {
        boolean rate = name.endsWith("rate") && theirs.matches("\\d+") && ours != null && !ours.equals(Facts.NOTHING);
        if (rate) {
            double theirsBps = Double.parseDouble(theirs);
            return Math.abs(Double.parseDouble(ours) - theirsBps) <= RATE_TOLERANCE * theirsBps;
        }
        return Objects.equals(theirs, ours);
    }

    private static List<String> without(List<String> tables) {
        return tables.stream().filter(line -> !line.startsWith(NIT)).toList();
    }
}
