package io.bandwatch.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real launcher and a few sources, on a machine whose Maven, Java and apt are stand-ins that write down
 * how they were called.
 */
final class Sandbox {
    private static final long PATIENCE_S = 60;
    private static final String TOOLS =
            "bash cat cksum cp cut dirname env find flock grep locale ls mkdir mktemp mv pwd"
                    + " readlink rm sha256sum sleep sort tail touch true uname xargs";

    private static final String MAVEN =
            """
            #!/usr/bin/env bash
            echo "mvn $*" >>"$CALLS"
            if grep -qs broken a/src/main/A.java; then
                echo "[ERROR] A.java:[1,1] what is this"
                exit 1
            fi
            sleep "${BUILD_S:-0}"
            mkdir -p deploy/target/{lib,rpc,classes}
            touch deploy/target/lib/{b,a}.jar deploy/target/rpc/rpc.jar deploy/target/bandwatch-deploy-1.jar
            touch deploy/target/classes/log4j2.properties
            """;
    private static final String JAVA =
            """
            #!/usr/bin/env bash
            echo "java $*" >>"$CALLS"
            for argument; do
                case $argument in
                    -XX:ArchiveClassesAtExit=*) touch "${argument#*=}" ;;
                    *ArchiveTraining) echo training; exit 0 ;;
                esac
            done
            pwd
            exit "${JAVA_EXIT:-0}"
            """;
    private static final String RECORDED =
            """
            #!/usr/bin/env bash
            echo "${0##*/} $*" >>"$CALLS"
            exit 100
            """;

    private final Path folder;
    private final Path programs;

    /** How a launch ended. */
    record Launch(int exitCode, String out, String err) {}

    /** A launch on its way. */
    record Running(Process process, Path out, Path err) {
        Launch await() throws Exception {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            return new Launch(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    Sandbox(Path folder) throws IOException {
        this.folder = folder;
        this.programs = Files.createDirectories(folder.resolve("programs"));
        Files.createDirectories(root());
        Path launcher = Path.of(System.getProperty("bandwatch.root"), "bandwatch");
        Files.copy(launcher, root().resolve("bandwatch"));
        assertThat(root().resolve("bandwatch").toFile().setExecutable(true)).isTrue();
        write("pom.xml", "<project/>");
        write("a/pom.xml", "<project/>");
        write("a/src/main/A.java", "class A {}");
        write("a/src/test/ATest.java", "class ATest {}");
        for (String tool : TOOLS.split(" ", -1)) {
            link(tool);
        }
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", JAVA);
        Files.writeString(programs.resolve("jdk/release"), "JAVA_VERSION=\"17.0.9\"\n");
        program("mvn", MAVEN);
        program("apt-get", RECORDED);
        program("apt-cache", RECORDED);
        program("sudo", RECORDED);
    }

    Path root() {
        return folder.resolve("checkout");
    }

    Path write(String file, String text) throws IOException {
        Path target = root().resolve(file);
        Files.createDirectories(target.getParent());
        return Files.writeString(target, text);
    }

    void addRefusingProgram(String name) throws IOException {
        program(name, RECORDED);
    }

    void removeProgram(String name) throws IOException {
        Files.delete(programs.resolve(name));
    }

    /** What the stand-ins were called with, one call a line. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    List<String> calls(String program) throws IOException {
        return calls().stream().filter(call -> call.startsWith(program + " ")).toList();
    }

    Launch launch(String... arguments) throws Exception {
        return launch(List.of(), arguments);
    }

    /** Runs the launcher with {@code NAME=VALUE} settings and waits for it. */
    Launch launch(List<String> settings, String... arguments) throws Exception {
        return start(root().resolve("bandwatch"), settings, arguments).await();
    }

    /** Starts the launcher, by whatever path leads to it, in the sandbox's own folder. */
    Running start(Path launcher, List<String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile(folder, "launch", ".out");
        Path err = Files.createTempFile(folder, "launch", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", programs.toString());
        environment.put("JAVA_HOME", programs.resolve("jdk").toString());
        environment.put("CALLS", folder.resolve("calls").toString());
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Running(builder.start(), out, err);
    }

    private void link(String tool) throws IOException {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path found = Path.of(place, tool);
            if (Files.exists(found)) {
                Files.createSymbolicLink(programs.resolve(tool), found);
                return;
            }
        }
    }

    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script, StandardCharsets.UTF_8);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
