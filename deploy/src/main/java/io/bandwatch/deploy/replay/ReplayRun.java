package io.bandwatch.deploy.replay;

import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.report.JsonLinesSink;
import io.bandwatch.alerts.report.SpectraSink;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.Outputs;
import io.bandwatch.deploy.ProgrammeSettings;
import io.bandwatch.deploy.References;
import io.bandwatch.deploy.StreamSettings;
import io.bandwatch.deploy.Topology;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.deploy.cluster.ProgressDisplay;
import io.bandwatch.deploy.content.PeerTopology;
import io.bandwatch.deploy.evidence.GatheredEvidence;
import io.bandwatch.deploy.registers.EmergencyFolder;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.deploy.site.Site;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceRegister;
import io.bandwatch.detectors.video.ServiceProfiles;
import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.flink.RecordingSource;
import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.flink.split.RecordingSplitSerializer;
import io.bandwatch.ingest.frames.Measuring;
import io.bandwatch.ingest.programme.Prints;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** One replay from the command line to the result: looks, judges, runs the job, tells. */
public final class ReplayRun {
    private final ReplayRequest request;
    private final PrintWriter err;
    private final @Nullable ResultKeeper keeper;

    /**
     * Prepares a replay.
     *
     * @param err where people are told what happens on the way
     */
    public ReplayRun(ReplayRequest request, PrintWriter err) {
        this(request, err, null);
    }

    /**
     * Prepares a replay of which somebody keeps the result.
     *
     * @param err where people are told what happens on the way
     * @param keeper shown the files of the result before they go, or null
     */
    public ReplayRun(ReplayRequest request, PrintWriter err, @Nullable ResultKeeper keeper) {
        this.request = request;
        this.err = err;
        this.keeper = keeper;
    }

    /**
     * Runs it.
     *
     * @param out where a result goes that has no file
     * @throws UnusableInputException if input cannot be used
     * @throws JobFailedException if the job fails
     */
    public ReplayOutcome run(PrintWriter out) throws JobFailedException, IOException, InterruptedException {
        Site site = request.registers().site() == null
                ? Site.DEFAULT
                : Site.read(request.registers().site());
        JudgingSettings registered = judging(site);
        InsertionSchedule scheduled = scheduled(site, registered.register());
        ResultTelling telling = new ResultTelling(request.result(), out, err);
        telling.checkTargets();
        create(request.evidence());
        Usable usable = Usable.among(request.recordings(), request.options(), request.decoded(), err);
        Path referenceFile = request.registers().reference();
        List<Recording> reference = referenceFile == null ? List.of() : ReferenceFile.open(referenceFile, usable);
        Path clipFolder = request.registers().clips();
        ClipFolder clips = clipFolder == null ? ClipFolder.NONE : ClipFolder.read(clipFolder, err);
        SummarySeed seed = seed(usable, clips, site);

        CheckpointFolder resumable = request.checkpoints() == null
                ? null
                : CheckpointFolder.claim(
                        request.checkpoints(), fingerprint(read(usable, reference), clips, seed, site));
        Path scratch = resumable == null ? Files.createTempDirectory("bandwatch-result-") : resumable.work();
        try {
            ResultFiles files = new ResultFiles(scratch.resolve("result.jsonl"), scratch.resolve("spectra.jsonl"));
            long startNs = System.nanoTime();
            JudgingSettings judging = registered
                    .withReferences(References.ofAll(reference.isEmpty() ? null : ReferenceFile.FEED), scheduled)
                    .withClips(clips.library());
            Measuring measuring = new Measuring(site.deEmphasisS(), prints(!reference.isEmpty(), judging));
            runJob(read(usable, reference), judging, measuring, seed, files, resumable, places(site, usable));
            return tell(telling, files, usable, startNs);
        } finally {
            if (resumable == null) {
                org.apache.flink.util.FileUtils.deleteDirectoryQuietly(scratch.toFile());
            }
        }
    }

    /** Pictures are printed where they are compared: with a reference, or with those of other services that are decoded whole. */
    private Prints prints(boolean reference, JudgingSettings judging) {
        boolean whole = request.decoded().depth() == DecodingDepth.WHOLE;
        boolean peers = whole && PeerTopology.comparesPictures(judging.streams().judge());
        return reference || peers ? Prints.ALL : Prints.SOUND;
    }

    private static Places places(Site site, Usable usable) {
        Map<String, Place> byFeed = new HashMap<>();
        usable.read().forEach(recording -> byFeed.put(recording.feed(), site.place(recording.feed())));
        return new Places(byFeed, site.timezone());
    }

    private JudgingSettings judging(Site site) {
        Path licences = request.registers().licences();
        LicenceRegister register = licences == null ? null : RegisterFiles.licences(licences, site.timezone());
        Path services = request.registers().services();
        ServiceRegister permitted = services == null ? null : RegisterFiles.services(services);
        StreamSettings streams = StreamSettings.of(permitted, site.name(), site.profile());
        MaintenancePlan maintenance = request.registers().maintenance() == null
                ? MaintenancePlan.NONE
                : RegisterFiles.maintenance(request.registers().maintenance(), site.timezone());
        ServiceProfiles profiles =
                ServiceProfiles.of(permitted == null ? Map.of() : permitted.profiles(site.name()), maintenance);
        return JudgingSettings.of(register, maintenance, site.timezone())
                .withReferenceClock(site.referenceClockHz())
                .withStreams(streams)
                .withProgrammes(new ProgrammeSettings(site.pictures(), site.sound(), profiles));
    }

    private InsertionSchedule scheduled(Site site, @Nullable LicenceRegister register) {
        Path insertions = request.registers().insertions();
        Path alerts = request.registers().emergencies();
        InsertionSchedule approved =
                insertions == null ? InsertionSchedule.NONE : RegisterFiles.insertions(insertions, site.timezone());
        return alerts == null ? approved : approved.and(EmergencyFolder.read(alerts, register, err));
    }

    private static List<Recording> read(Usable usable, List<Recording> reference) {
        List<Recording> read = new ArrayList<>(usable.read());
        read.addAll(reference);
        return read;
    }

    private ReplayOutcome tell(ResultTelling telling, ResultFiles files, Usable usable, long startNs)
            throws IOException {
        Path folder = request.evidence();
        GatheredEvidence evidence = folder == null ? null : GatheredEvidence.of(files.result(), usable.read(), folder);
        ResultFiles named = files;
        if (evidence != null) {
            named = new ResultFiles(files.result().resolveSibling("evident.jsonl"), files.spectra());
            evidence.name(files.result(), named.result());
        }
        ReplayOutcome outcome = telling.tell(named, evidence, (System.nanoTime() - startNs) * 1e-9);
        if (keeper != null) {
            keeper.keep(named.result(), named.spectra(), evidence == null ? null : evidence.pictures());
        }
        return outcome;
    }

    private static void create(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException unwritable) {
            throw new UnusableInputException(folder + ": cannot be made; name a folder with --evidence", unwritable);
        }
    }

    private SummarySeed seed(Usable usable, ClipFolder clips, Site site) {
        Path licences = request.registers().licences();
        Path services = request.registers().services();
        return new SummarySeed(
                usable.recordings().size(),
                clips.refusedWith(usable.refused()),
                site.name(),
                licences == null ? null : String.valueOf(licences.getFileName()),
                licences == null ? null : RegisterFiles.sha256(licences),
                services == null ? null : String.valueOf(services.getFileName()),
                services == null ? null : RegisterFiles.sha256(services));
    }

    private void runJob(
            List<Recording> read,
            JudgingSettings judging,
            Measuring measuring,
            SummarySeed seed,
            ResultFiles files,
            @Nullable CheckpointFolder resumable,
            Places places)
            throws JobFailedException, IOException, InterruptedException {
        try (EmbeddedInflux embedded = request.store().kind() == StoreChoice.Kind.EMBEDDED ? startStore() : null) {
            Outputs outputs = new Outputs(
                    new JsonLinesSink(files.result(), seed),
                    request.result().every(),
                    request.store().sink(embedded),
                    places,
                    null,
                    request.result().format() == ResultFormat.HTML || keeper != null
                            ? new SpectraSink(files.spectra())
                            : null);
            ClusterSettings settings = ClusterSettings.singleSlot().showing(ProgressDisplay.ofThisProcess());
            LocalCluster cluster =
                    new LocalCluster(resumable == null ? settings : settings.resumableFrom(resumable.checkpoints()));
            StreamExecutionEnvironment environment = cluster.environment();
            new Topology(judging)
                    .define(
                            environment
                                    .fromSource(
                                            new RecordingSource(read, measuring),
                                            RecordingSource.watermarks(),
                                            "recordings")
                                    .uid("recordings"),
                            outputs);
            cluster.run(environment, "replay");
        }
    }

    private EmbeddedInflux startStore() throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new UnusableInputException(List.of(
                    "--store embedded: no influxd found; run ./bandwatch demo once, which fetches it, or name one in"
                            + " BANDWATCH_INFLUXD"));
        }
        EmbeddedInflux started = StoreChoice.startEmbedded(StoreChoice.embeddedFolder());
        err.printf(
                "bandwatch: time series go to %s, database %s, until this run ends%n",
                started.url(), request.store().database());
        return started;
    }

    /** Everything that the bytes of the result depend on. */
    private String fingerprint(List<Recording> read, ClipFolder clips, SummarySeed seed, Site site) {
        StringBuilder text = new StringBuilder();
        Path alerts = request.registers().emergencies();
        read.forEach(recording -> text.append(new String(
                        new RecordingSplitSerializer().serialize(RecordingSplit.of(recording)),
                        StandardCharsets.ISO_8859_1))
                .append('\n'));
        text.append(seed)
                .append('\n')
                .append(site)
                .append('\n')
                .append(request.registers())
                .append(clips.library().fingerprint())
                .append(alerts == null ? "" : EmergencyFolder.fingerprint(alerts))
                .append('\n')
                .append(request.result().every());
        text.append('\n')
                .append(request.store().kind())
                .append('\n')
                .append(request.result().format());
        return RegisterFiles.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
