package io.bandwatch.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.launcher.Sandbox.Launch;
import io.bandwatch.deploy.launcher.Sandbox.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherBuildTest {
    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void layOut() throws IOException {
        sandbox = new Sandbox(folder);
    }

    @Test
    void buildsOnFirstUseAndNotAgain() throws Exception {
        sandbox.launch("--help");
        sandbox.launch("replay", "some.cu8");

        assertThat(sandbox.calls("mvn")).containsExactly("mvn -q -B -Pquick package");
    }

    @Test
    void buildsAgainAfterAnEditANewFileAndADeletedOne() throws Exception {
        sandbox.launch("--help");
        sandbox.write("a/src/main/A.java", "class A { }");
        sandbox.launch("--help");
        Path added = sandbox.write("a/src/main/B.java", "class B {}");
        sandbox.launch("--help");
        Files.delete(added);
        sandbox.write("a/src/main/A.java", "class A {  }");
        sandbox.launch("--help");

        assertThat(sandbox.calls("mvn")).hasSize(4);
    }

    @Test
    void takesATouchedFileAndAnEarlierStateOfTheSourcesForWhatTheyAre() throws Exception {
        sandbox.launch("--help");
        sandbox.write("a/src/main/A.java", "class A { int other; }");
        sandbox.launch("--help");
        Path restored = sandbox.write("a/src/main/A.java", "class A {}");
        Files.setLastModifiedTime(restored, FileTime.fromMillis(0));
        sandbox.write("a/src/test/ATest.java", "class ATest { int tests_are_not_built; }");
        sandbox.launch("--help");

        assertThat(sandbox.calls("mvn")).hasSize(2);
    }

    @Test
    void buildsOnceForTwoWhoComeAtTheSameTime() throws Exception {
        Path launcher = sandbox.root().resolve("bandwatch");
        Running one = sandbox.start(launcher, List.of("BUILD_S=2"), "--help");
        Running other = sandbox.start(launcher, List.of("BUILD_S=2"), "--help");

        assertThat(one.await().exitCode()).isZero();
        assertThat(other.await().exitCode()).isZero();
        assertThat(sandbox.calls("mvn")).hasSize(1);
    }

    @Test
    void showsTheEndOfTheLogOfAFailedBuildAndTriesAgainNextTime() throws Exception {
        sandbox.write("a/src/main/A.java", "class A { broken }");

        Launch failed = sandbox.launch("--help");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("A.java:[1,1] what is this").contains(".bandwatch/build.log");
        sandbox.write("a/src/main/A.java", "class A { }");
        assertThat(sandbox.launch("--help").exitCode()).isZero();
    }

    @Test
    void leavesTheTargetFoldersOfDevelopersAlone() throws Exception {
        sandbox.launch("--help");

        assertThat(sandbox.root().resolve("deploy")).doesNotExist();
    }
}
