package io.bandwatch.deploy.cli.acceptance;

import io.bandwatch.deploy.cli.acceptance.agreement.AgreementCheck;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.clips.ClipsCheck;
import io.bandwatch.deploy.cli.acceptance.content.InsertionsCheck;
import io.bandwatch.deploy.cli.acceptance.decoders.DecodersCheck;
import io.bandwatch.deploy.cli.acceptance.detection.DetectionCheck;
import io.bandwatch.deploy.cli.acceptance.detection.NoiseCheck;
import io.bandwatch.deploy.cli.acceptance.faults.FaultsCheck;
import io.bandwatch.deploy.cli.acceptance.fuzz.FuzzCheck;
import io.bandwatch.deploy.cli.acceptance.hopping.HopPlanCheck;
import io.bandwatch.deploy.cli.acceptance.kills.KillsCheck;
import io.bandwatch.deploy.cli.acceptance.live.LiveCheck;
import io.bandwatch.deploy.cli.acceptance.media.MediaCheck;
import io.bandwatch.deploy.cli.acceptance.outage.LiveOutageCheck;
import io.bandwatch.deploy.cli.acceptance.outage.StoreOutageCheck;
import io.bandwatch.deploy.cli.acceptance.pictures.PicturesCheck;
import io.bandwatch.deploy.cli.acceptance.reference.ReferenceCheck;
import io.bandwatch.deploy.cli.acceptance.repeats.LinksCheck;
import io.bandwatch.deploy.cli.acceptance.repeats.LoopsCheck;
import io.bandwatch.deploy.cli.acceptance.verdict.ArtefactCheck;
import io.bandwatch.deploy.cli.acceptance.verdict.NamedScenesCheck;
import io.bandwatch.deploy.cli.acceptance.verdict.VerdictsCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.FileUtils;

/** All checks, and what is done with their outcome. */
public final class Acceptance {
    private static final Duration OUTAGE = Duration.ofMinutes(5);
    private static final int OUTAGE_SCENE_S = 60;
    private static final int NOISE_SCENES = 20;
    private static final int ARTEFACT_SEEDS = 200;
    private static final int REFERENCE_SCENES = 50;
    private static final int MEDIA_SEEDS = 2;
    private static final int PICTURE_PROGRAMMES = 4;
    private static final int DAYS = 3;
    private static final int LINKED_HOURS = 3;
    private static final int HOP_SCENES = 125;
    private static final int HOP_CARRIERS = 4;

    private final Path root;
    private final PrintWriter progress;

    /**
     * Prepares the checks.
     *
     * @param root folder of the checkout, which the records are written into
     * @param progress where people are told how far it is
     */
    public Acceptance(Path root, PrintWriter progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Every check of what holds, full size. */
    public static List<AcceptanceCheck> checks() {
        return List.of(
                DetectionCheck.whole(),
                new NoiseCheck(NOISE_SCENES),
                new StoreOutageCheck(OUTAGE, OUTAGE_SCENE_S),
                new LiveOutageCheck(OUTAGE),
                new ReferenceCheck(REFERENCE_SCENES),
                NamedScenesCheck.whole(),
                VerdictsCheck.whole(),
                new ArtefactCheck(1, ARTEFACT_SEEDS),
                FuzzCheck.whole(),
                AgreementCheck.whole(),
                DecodersCheck.whole(),
                MediaCheck.whole(MEDIA_SEEDS),
                InsertionsCheck.whole(),
                PicturesCheck.whole(PICTURE_PROGRAMMES),
                LoopsCheck.whole(DAYS),
                LinksCheck.whole(LINKED_HOURS),
                ClipsCheck.whole(),
                HopPlanCheck.whole(HOP_SCENES, HOP_CARRIERS),
                LiveCheck.whole(),
                new FaultsCheck(),
                KillsCheck.whole());
    }

    /** Folder of the records. */
    public static Path records(Path root) {
        return root.resolve("docs/acceptance");
    }

    /**
     * Makes one check and writes its record, whatever came out.
     *
     * @return the record
     */
    public AcceptanceRecord run(AcceptanceCheck check) throws IOException, InterruptedException {
        AcceptanceRecord record = count(check);
        record.write(records(root));
        check.illustrate(record.count(), records(root));
        return record;
    }

    /** Makes one check, or a part of one, and leaves no record. */
    public AcceptanceRecord count(AcceptanceCheck check) throws IOException, InterruptedException {
        // the sources may change while a long check runs
        String commit = Commit.of(root);
        Path scratch = Files.createTempDirectory("bandwatch-acceptance-");
        try {
            SceneBench bench = new SceneBench(scratch, root, progress);
            bench.tell("%s: %s", check.name(), check.statement());
            return AcceptanceRecord.of(check, commit, check.count(bench));
        } finally {
            FileUtils.deleteDirectoryQuietly(scratch.toFile());
        }
    }
}
