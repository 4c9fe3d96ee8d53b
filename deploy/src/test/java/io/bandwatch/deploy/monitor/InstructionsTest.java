package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.Instructions.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstructionsTest {
    private static final String CONFIG =
            """
            data: data
            store: none
            registers: {licences: licences.csv, emergencies: alerts}
            detectors: {unlicensed-carrier: {hold: 2 s}}
            notifiers:
              channels:
                - {name: people, type: webhook, address: "http://127.0.0.1:1/", secret-file: secret}
              rules:
                - {name: all, to: [people], severity: warning}
            sites:
              - name: hill
                receivers:
                  - {name: roof, address: "file:roof.cs16", sample-format: cs16, rate: 2.4 MS/s, center: 98 MHz}
            """;
    private static final String ONE = "id,name,frequency_mhz,class\nA,One,97.1,broadcast\n";
    private static final String TWO = ONE + "B,Two,98.2,broadcast\n";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("monitor.yaml"), CONFIG);
        Files.writeString(folder.resolve("licences.csv"), ONE);
        Files.writeString(folder.resolve("secret"), "not one that anybody uses");
        Files.createDirectories(folder.resolve("alerts"));
    }

    private Instructions instructions(PrintWriter err) {
        return new Instructions(ConfigFile.read(file), file, err);
    }

    private Instructions instructions() {
        return instructions(new PrintWriter(new StringWriter()));
    }

    private void rewrite(String before, String after) throws IOException {
        assertThat(CONFIG).contains(before);
        Files.writeString(file, CONFIG.replace(before, after));
    }

    @Test
    void areTheSameUntilSomebodyWritesSomethingElse() throws IOException {
        Instructions instructions = instructions();
        Reading first = instructions.read();
        assertThat(instructions.fingerprint()).isEqualTo(first.fingerprint());
        Reading second = instructions.read();
        assertThat(second.config()).isEqualTo(first.config());
        assertThat(second.rest()).isFalse();
    }

    @Test
    void rulesAndDetectorsAreTakenUp() throws IOException {
        Instructions instructions = instructions();
        Reading first = instructions.read();
        rewrite("severity: warning", "severity: major");
        assertThat(instructions.fingerprint()).isNotEqualTo(first.fingerprint());
        Reading rules = instructions.read();
        assertThat(rules.config().pushes())
                .isNotNull()
                .isNotEqualTo(first.config().pushes());
        assertThat(rules.rest()).isFalse();
        rewrite("hold: 2 s", "hold: 5 s");
        Reading detectors = instructions.read();
        assertThat(detectors.config().detectors()).isNotEqualTo(first.config().detectors());
        assertThat(detectors.config().pushes()).isEqualTo(first.config().pushes());
    }

    @Test
    void whatElseHasChangedIsSaidAndLeft() throws IOException {
        Instructions instructions = instructions();
        MonitorConfig first = instructions.read().config();
        rewrite("center: 98 MHz", "center: 99 MHz");
        Reading next = instructions.read();
        assertThat(next.rest()).isTrue();
        assertThat(next.config()).isEqualTo(first);
    }

    @Test
    void aRegisterMayLieElsewhere() throws IOException {
        Instructions instructions = instructions();
        Reading first = instructions.read();
        Files.writeString(folder.resolve("others.csv"), TWO);
        rewrite("licences: licences.csv", "licences: others.csv");
        Reading next = instructions.read();
        assertThat(next.judging().register()).isNotEqualTo(first.judging().register());
        assertThat(instructions.fingerprint()).isEqualTo(next.fingerprint());
        Files.writeString(folder.resolve("others.csv"), ONE);
        assertThat(instructions.fingerprint()).isNotEqualTo(next.fingerprint());
    }

    @Test
    void whatCannotBeReadLeavesWhatWas() throws IOException {
        Instructions instructions = instructions();
        Reading first = instructions.read();
        rewrite("severity: warning", "severity: dreadful");
        assertThatThrownBy(instructions::read)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("monitor.yaml:9:");
        write();
        assertThat(instructions.fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void channelsThatCannotBeOpenedAreSaidBeforeAnythingRuns() throws IOException {
        Instructions instructions = instructions();
        Reading first = instructions.read();
        Files.delete(folder.resolve("secret"));
        rewrite("severity: warning", "severity: major");
        assertThatThrownBy(instructions::read)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("notifiers: channel people: the secret in ");
        Instructions anew = instructions();
        assertThatThrownBy(anew::read).isInstanceOf(UnusableInputException.class);
        write();
        assertThat(instructions.fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void aRegisterThatIsWrittenWhileItIsReadIsReadAgain() throws IOException {
        Files.writeString(folder.resolve("alerts/broken.xml"), "<alert>");
        // alerts are read behind the licences, and what is wrong with one is said
        Instructions instructions = instructions(new PrintWriter(new StringWriter()) {
            @Override
            public PrintWriter printf(String format, Object... arguments) {
                try {
                    Files.writeString(folder.resolve("licences.csv"), TWO);
                } catch (IOException unwritable) {
                    throw new java.io.UncheckedIOException(unwritable);
                }
                return this;
            }
        });
        Reading reading = instructions.read();
        assertThat(Files.readString(folder.resolve("licences.csv"))).isEqualTo(TWO);
        assertThat(instructions.fingerprint()).isNotEqualTo(reading.fingerprint());
    }
}
