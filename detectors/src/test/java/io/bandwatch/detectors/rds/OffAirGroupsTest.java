package io.bandwatch.detectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.rds.sync.BitFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups received off air, with what a reference decoder makes of them; here they go through the bits. */
class OffAirGroupsTest {
    private static final RdsReceiver RECEIVER = new RdsReceiver(RdsSettings.DEFAULT);

    record Case(String name, List<int[]> groups, List<String> expectations) {}

    static Stream<Named<Case>> cases() throws IOException {
        if (!Files.exists(file())) {
            return Stream.of(Named.of("no recording", new Case("none", List.of(), List.of())));
        }
        return read().stream().map(c -> Named.of(c.name(), c));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decodesToTheValuesOfTheReference(Case offAir) {
        assumeThere();
        List<Shown> lines = new ArrayList<>();
        RdsState state = RECEIVER.initial();
        long bitNs = 0;
        for (int[] words : offAir.groups()) {
            for (BitFrame frame :
                    RdsBitStream.frames(new RdsBitStream().group(words).bits(), bitNs)) {
                state = RECEIVER.receive(state, frame);
            }
            bitNs += Math.round(104 * RdsBitStream.BIT_NS);
            lines.add(new Shown(RECEIVER.station(state), RECEIVER.reception(state), words));
        }
        assertThat(lines.get(lines.size() - 1).reception().groups())
                .as("groups taken in")
                .isEqualTo(offAir.groups().size());
        for (String expectation : offAir.expectations()) {
            Expectation.parse(expectation).check(lines);
        }
    }

    @Test
    void readsEveryCaseOfTheFile() throws IOException {
        assumeThere();
        assertThat(read()).hasSize(30);
        assertThat(read().stream().mapToInt(c -> c.expectations().size()).sum()).isEqualTo(72);
    }

    private static List<Case> read() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file(), StandardCharsets.UTF_8)) {
            if (line.startsWith("case ")) {
                cases.add(new Case(line, new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("g ")) {
                last(cases).groups().add(words(line.substring(2)));
            } else if (line.startsWith("expect ")) {
                last(cases).expectations().add(line.substring("expect ".length()));
            }
        }
        return cases;
    }

    private static Case last(List<Case> cases) {
        return cases.get(cases.size() - 1);
    }

    private static int[] words(String hex) {
        return Stream.of(hex.trim().split(" ", -1))
                .mapToInt(word -> Integer.parseInt(word, 16))
                .toArray();
    }

    private static Path file() {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null
                ? Path.of(System.getProperty("bandwatch.root", ".."))
                        .toAbsolutePath()
                        .resolve("../shared/captures")
                        .normalize()
                : Path.of(named);
        return folder.resolve("rds/rds-groups-offair-a.txt");
    }

    private static void assumeThere() {
        Assumptions.assumeTrue(
                Files.exists(file()), () -> "no recording " + file() + "; name the folder in BANDWATCH_CAPTURES");
    }
}
