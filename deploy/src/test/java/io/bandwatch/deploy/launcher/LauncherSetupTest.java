package io.bandwatch.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.launcher.Sandbox.Launch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-ins for apt and sudo refuse everything, so that root and other people see the same. */
class LauncherSetupTest {
    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void layOut() throws IOException {
        sandbox = new Sandbox(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "test"})
    void endsWithTheOneCommandWhereItMayNotInstall(String verb) throws Exception {
        sandbox.removeProgram("mvn");

        Launch launch = sandbox.launch(verb);

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err().lines().filter(line -> line.startsWith("bandwatch: ")))
                .last()
                .asString()
                .containsPattern(
                        "run: (sudo )?apt-get update && (sudo )?apt-get install -y --no-install-recommends maven ffmpeg espeak-ng"
                                + " gstreamer1.0-tools gstreamer1.0-plugins-base gstreamer1.0-plugins-good"
                                + " gstreamer1.0-plugins-bad gstreamer1.0-libav$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "test"})
    void neverCallsAptWithoutSetup(String verb) throws Exception {
        sandbox.removeProgram("mvn");

        Launch launch = sandbox.launch(verb, "--no-setup");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).contains("missing: maven; run: ");
        assertThat(sandbox.calls("apt-get")).isEmpty();
    }

    @Test
    void namesTheMissingProgramOnOtherVerbsAndInstallsNothing() throws Exception {
        sandbox.removeProgram("mvn");

        Launch launch = sandbox.launch("replay", "some.cu8");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).contains("missing: maven; run: ");
        assertThat(sandbox.calls("apt-get")).isEmpty();
    }

    @Test
    void needsNoMavenOnceBuilt() throws Exception {
        sandbox.launch("--help");
        sandbox.removeProgram("mvn");

        assertThat(sandbox.launch("replay").exitCode()).isZero();
    }

    @Test
    void saysWhatIsNeededWhereThereIsNoApt() throws Exception {
        sandbox.removeProgram("apt-get");
        sandbox.removeProgram("mvn");

        Launch launch = sandbox.launch("test");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).contains("this is no Debian");
    }

    @Test
    void handsTheRestOfTheTestVerbToMaven() throws Exception {
        Launch launch = sandbox.launch("test", "--no-setup", "--", "-Dtest=DoctorTest");

        assertThat(launch.exitCode()).isZero();
        assertThat(sandbox.calls("mvn")).containsExactly("mvn -B -ntp -T 1C -Dtest=DoctorTest verify");
    }

    @Test
    void refusesAnUnknownOptionOfTheTestVerb() throws Exception {
        Launch launch = sandbox.launch("test", "--fast");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).isEqualTo("bandwatch: unknown option '--fast'; see 'bandwatch test --help'\n");
    }
}
