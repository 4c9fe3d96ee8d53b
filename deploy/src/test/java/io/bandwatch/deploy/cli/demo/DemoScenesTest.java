package io.bandwatch.deploy.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scene of a second that two want at once, or that was left half rendered. */
@Timeout(120)
class DemoScenesTest {
    private static final long WHOLE_BYTES = 240_000 * 4;

    @TempDir
    Path root;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve("samples/scenarios"));
        Files.writeString(
                root.resolve("samples/scenarios/short.yaml"),
                """
                name: short
                seed: 1
                centre: 98.0 MHz
                rate: 240 kS/s
                duration: 1 s
                format: cs16
                container: raw
                noise: {level: -50 dBFS}
                carriers:
                  - {id: BARE, frequency: 98.0 MHz, cn: 20 dB, class: unlicensed, unmodulated: true}
                """);
    }

    @Test
    void twoThatWantASceneAtOnceRenderItOnce() throws Exception {
        StringWriter second = new StringWriter();
        CompletableFuture<RenderedScenario> other = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        StringWriter first = new StringWriter() {
            @Override
            public void flush() {
                if (!begun.getAndSet(true)) {
                    startBesideUs(other, second);
                }
            }
        };
        RenderedScenario ours = new DemoScenes(root, new PrintWriter(first)).scene("short");

        assertThat(first.toString()).contains("rendering the scene short, once");
        assertThat(other.get()).isEqualTo(ours);
        assertThat(second.toString()).as("it found what the first has rendered").isEmpty();
        assertThat(ours.recordings().get(0)).hasSize(WHOLE_BYTES);
    }

    /** The second comes when the first has begun, and has a second to begin as well. */
    private void startBesideUs(CompletableFuture<RenderedScenario> other, StringWriter said) {
        other.completeAsync(() -> new DemoScenes(root, new PrintWriter(said)).scene("short"));
        try {
            RenderedScenario early = other.get(1, TimeUnit.SECONDS);
            assertThat(early).as("the first had rendered nothing").isNull();
        } catch (TimeoutException waiting) {
            // as it should
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void whatAKilledProcessLeftIsRenderedAnew() throws Exception {
        RenderedScenario whole = new DemoScenes(root, new PrintWriter(new StringWriter())).scene("short");
        Path recording = whole.recordings().get(0);
        byte[] bytes = Files.readAllBytes(recording);
        Files.delete(whole.truth());
        Files.write(recording, new byte[(int) WHOLE_BYTES / 2]);

        StringWriter said = new StringWriter();
        assertThat(new DemoScenes(root, new PrintWriter(said)).scene("short")).isEqualTo(whole);
        assertThat(said.toString()).contains("rendering the scene short");
        assertThat(Files.readAllBytes(recording)).isEqualTo(bytes);
    }
}
