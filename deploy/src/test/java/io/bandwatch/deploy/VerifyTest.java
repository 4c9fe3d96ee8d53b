package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bandwatch.alerts.evidence.EvidenceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    @TempDir
    private Path root;

    @Test
    void tellsWholeFromChangedByItsExitCode() throws Exception {
        for (String id : new String[] {"one", "two"}) {
            var unused = new EvidenceFolder(root)
                    .keep(id, JsonNodeFactory.instance.objectNode(), new TreeMap<>(Map.of("audio.wav", new byte[] {
                        1, 2, 3
                    })));
        }
        String one = root.resolve("one").toString();
        String two = root.resolve("two").toString();
        Replay whole = Replay.of("verify", one, two);
        assertThat(whole.exitCode()).isZero();
        assertThat(whole.out().lines()).hasSize(2).allMatch(line -> line.endsWith("is as it was kept"));

        Files.write(root.resolve("two/audio.wav"), new byte[] {1, 2, 7});
        Replay changed = Replay.of("verify", one, two);
        assertThat(changed.exitCode()).isEqualTo(3);
        assertThat(changed.out().lines().toList().get(1))
                .endsWith("audio.wav: was changed; its SHA-256 is not that of the manifest");

        Replay nothing = Replay.of("verify", root.resolve("three").toString());
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("is no folder");
    }
}
