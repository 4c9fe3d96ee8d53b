package io.bandwatch.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.launcher.Sandbox.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherRunTest {
    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void layOut() throws IOException {
        sandbox = new Sandbox(folder);
    }

    @Test
    void passesTheVerbsOutputAndExitCodeOnAndAddsNothingToStdout() throws Exception {
        Launch launch = sandbox.launch(List.of("JAVA_EXIT=3"), "replay", "two words.cu8");

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.out()).isEqualTo(folder.toRealPath() + "\n");
        assertThat(lastRun()).endsWith("io.bandwatch.deploy.cli.BandwatchCommand replay two words.cu8");
    }

    @Test
    void isFoundThroughASymbolicLinkAndKeepsTheCallersFolder() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("link"), sandbox.root().resolve("bandwatch"));

        Launch launch = sandbox.start(link, List.of(), "--help").await();

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out()).isEqualTo(folder.toRealPath() + "\n");
    }

    @Test
    void trainsTheClassArchiveOnceWithTheClassPathOfEveryRun() throws Exception {
        sandbox.launch("replay");
        sandbox.launch("replay");

        List<String> runs = sandbox.calls("java");
        assertThat(runs).hasSize(3);
        String trained = valueOf("-XX:ArchiveClassesAtExit=", runs.get(0)).replaceFirst("\\.\\d+$", "");
        assertThat(runs.subList(1, 3)).allSatisfy(run -> {
            assertThat(valueOf("-XX:SharedArchiveFile=", run)).isEqualTo(trained);
            assertThat(valueOf("-cp ", run)).isEqualTo(valueOf("-cp ", runs.get(0)));
        });
        assertThat(valueOf("-cp ", runs.get(0)).split(":"))
                .extracting(jar -> Path.of(jar).getFileName().toString())
                .containsExactly("bandwatch-deploy-1.jar", "a.jar", "b.jar", "rpc.jar");
    }

    @Test
    void keepsTheOptimisingCompilerForSampleRateCodeAlone() throws Exception {
        sandbox.launch("replay");
        assertThat(lastRun()).doesNotContain("TieredStopAtLevel");
        sandbox.launch("--help");
        assertThat(lastRun()).contains("-XX:TieredStopAtLevel=1 ");
    }

    @Test
    void takesTheHeapFromTheCaller() throws Exception {
        sandbox.launch("replay");
        assertThat(lastRun()).contains(" -Xmx1g ");
        sandbox.launch(List.of("BANDWATCH_HEAP=300m"), "replay");
        assertThat(lastRun()).contains(" -Xmx300m ");
    }

    @Test
    void refusesAStoreProgramThatCannotBeExecuted() throws Exception {
        Launch launch = sandbox.launch(List.of("BANDWATCH_INFLUXD=/no/such/influxd"), "replay");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).contains("BANDWATCH_INFLUXD=/no/such/influxd cannot be executed");
    }

    @Test
    void givesJavaATableOfNamesWhereTheMachineDoesNotKnowItsOwn() throws Exception {
        sandbox.launch("replay");
        assertThat(lastRun()).doesNotContain("jdk.net.hosts.file");
        // asks the system for addresses; the stand-in finds none
        sandbox.addRefusingProgram("getent");

        Launch launch = sandbox.launch("replay");

        assertThat(launch.err()).contains("does not know its own name");
        assertThat(Path.of(valueOf("-Djdk.net.hosts.file=", lastRun())))
                .content()
                .contains("127.0.0.1 localhost ");
    }

    private String lastRun() throws IOException {
        List<String> runs = sandbox.calls("java");
        return runs.get(runs.size() - 1);
    }

    private static String valueOf(String option, String call) {
        String after = call.substring(call.indexOf(option) + option.length());
        return after.substring(0, after.indexOf(' '));
    }
}
