package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.service.SmallDisk;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.samples.RenderedScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the data folder is full to its last byte for some seconds: journal and checkpoints cannot be written. A file that cannot even be
 * closed took all tasks with it, and nothing was heard any more when there was room again.
 */
class FullDataDiskIT {
    @TempDir
    Path folder;

    @Test
    void theServiceGoesOnWhenThereIsRoomAgain() throws Exception {
        RenderedScenario scene = BundledScenes.of("off-raster");
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 96L << 20)) {
            Path config = config(scene, disk.folder().resolve("data"));
            Journal journal = new Journal(disk.folder().resolve("data/journal.jsonl"));
            try (Watching run = new Watching(config)) {
                journal.await(lines -> Journal.ids(lines, "unlicensed-carrier").size() == 3);
                Set<String> told = Journal.ids(journal.records(), "unlicensed-carrier");
                disk.fill();
                TimeUnit.SECONDS.sleep(10);
                disk.empty();
                int before = receivers(journal.records());

                journal.await(lines -> receivers(lines) > before + 5);

                run.awaitHealth("\"ready\":true,\"checks\"");
                run.stop();
                assertThat(Journal.ids(journal.records(), "unlicensed-carrier"))
                        .as("what was going on goes on")
                        .isEqualTo(told);
            }
        } catch (CheckImpossibleException notAllowed) {
            Assumptions.abort(notAllowed.getMessage());
        }
    }

    private Path config(RenderedScenario scene, Path data) throws Exception {
        return Files.writeString(
                folder.resolve("monitor.yaml"),
                """
                data: %s
                store: none
                console: {port: 0}
                every: 1 s
                checkpoint-every: 1 s
                registers: {licences: %s}
                sites:
                  - name: hill
                    receivers:
                      - {name: roof, address: "file:%s?loop=yes", sample-format: cs16, rate: 2.4 MS/s, center: 98 MHz}
                """
                        .formatted(data, scene.licences(), scene.recordings().get(0)));
    }

    private static int receivers(List<JsonNode> records) {
        return (int) records.stream()
                .filter(line -> line.path("type").asText().equals("receiver"))
                .count();
    }
}
