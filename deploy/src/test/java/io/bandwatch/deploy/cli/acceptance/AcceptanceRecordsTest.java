package io.bandwatch.deploy.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each statistical statement has its record in the documents, made by the command that it names. */
class AcceptanceRecordsTest {
    private static final Path RECORDS = Acceptance.records(Path.of(System.getProperty("bandwatch.root", "..")));

    @ParameterizedTest
    @MethodSource("checks")
    void theCheckHasARecordThatHolds(AcceptanceCheck check) throws IOException {
        String name = check.name();
        Path file = RECORDS.resolve(name + ".json");
        assertThat(file).as("made by " + AcceptanceRecord.command(name)).exists();
        JsonNode record = new ObjectMapper().readTree(file.toFile());
        assertThat(record.path("holds").asBoolean()).isTrue();
        assertThat(record.path("command").asText()).isEqualTo(AcceptanceRecord.command(name));
        assertThat(record.path("statement").asText()).as("what was judged").isEqualTo(check.statement());
        assertThat(record.path("commit").asText()).as("whole commit").matches("[0-9a-f]{40}");
        assertThat(record.path("counts").isEmpty()).isFalse();
    }

    @Test
    void noRecordIsLeftOfACheckThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            List<String> records = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
            assertThat(records).containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void everyCheckIsNamedInTheIndexOfItsFolder() throws IOException {
        String index = Files.readString(RECORDS.resolve("README.md"));
        assertThat(names()).allSatisfy(name -> assertThat(index).contains("`" + name + "`"));
    }

    static List<AcceptanceCheck> checks() {
        return Acceptance.checks();
    }

    private static List<String> names() {
        return checks().stream().map(AcceptanceCheck::name).toList();
    }
}
