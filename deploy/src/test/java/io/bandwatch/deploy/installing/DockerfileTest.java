package io.bandwatch.deploy.installing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The image of the service. */
class DockerfileTest {
    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");

    private List<String> instructions = List.of();

    @BeforeEach
    void read() throws IOException {
        instructions = Repository.text("deploy/docker/Dockerfile")
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void everyStageBeginsWithAnotherOrWithOneVersionThatTheDependenciesName() throws IOException {
        String dependencies = Repository.text("docs/dependencies.md");
        Set<String> stages = new HashSet<>();
        for (String from : arguments("FROM")) {
            String[] words = from.split(" ", -1);
            if (!stages.contains(words[0])) {
                assertThat(words[0]).matches("[a-z/]+:\\d+\\.\\d+(-\\w+)?");
                assertThat(dependencies).contains("| " + words[0] + " |");
            }
            if (words.length > 1) {
                stages.add(words[2]);
            }
        }
        assertThat(stages).containsExactlyInAnyOrder("base", "build");
    }

    @Test
    void whatTheLauncherBuildsFromIsCopiedAndIsNotIgnored() throws IOException {
        Set<String> copied = new TreeSet<>();
        for (String copy : arguments("COPY")) {
            if (!copy.startsWith("--from=")) {
                List<String> words = new ArrayList<>(List.of(copy.split(" ")));
                words.remove(words.size() - 1);
                copied.addAll(words);
            }
        }
        assertThat(copied).allSatisfy(source -> assertThat(Repository.ROOT.resolve(source))
                .exists());
        Set<String> needed = new TreeSet<>(Set.of("bandwatch", "pom.xml"));
        Repository.found(MODULE, Repository.text("pom.xml")).forEach(module -> needed.add(module + "/"));
        assertThat(copied).isEqualTo(needed);
        assertThat(Repository.text("deploy/docker/Dockerfile.dockerignore")
                        .lines()
                        .filter(line -> !line.startsWith("#")))
                .containsExactly("*", "!bandwatch", "!pom.xml", "!*/pom.xml", "!*/src/main");
    }

    @Test
    void itRunsTheLauncherThatWasBuiltAndNotAsRoot() throws IOException {
        String folder = arguments("WORKDIR").get(0);
        assertThat(arguments("COPY")).contains("--from=build " + folder + " " + folder);
        assertThat(arguments("ENTRYPOINT")).containsExactly("[\"" + folder + "/bandwatch\"]");
        List<String> users = arguments("USER");
        assertThat(users.get(users.size() - 1)).isNotEqualTo("root");
        assertThat(Repository.text("docs/installing.md")).contains("number 10001");
        assertThat(arguments("RUN"))
                .anyMatch(run -> run.contains("useradd --system --uid 10001 ")
                        && run.contains("install -d -o bandwatch -g bandwatch"));
    }

    /** What follows a keyword, of every instruction that has it. */
    private List<String> arguments(String keyword) {
        return instructions.stream()
                .filter(line -> line.startsWith(keyword + " "))
                .map(line -> line.substring(keyword.length() + 1).replaceAll(" +", " "))
                .toList();
    }
}
