package io.bandwatch.deploy.cli.acceptance.hopping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.report.JsonLinesSink;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.Outputs;
import io.bandwatch.deploy.Topology;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.HandedSamples;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.samples.audio.ProgrammeSounds;
import io.bandwatch.samples.receiver.TunedReceiver;
import io.bandwatch.signal.FrequencyRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One receiver of 2.4 MS/s that goes through all of the band, and carriers that are on air for 30 s somewhere in it. */
public final class HopPlanCheck implements AcceptanceCheck {
    private static final double RATE_HZ = 2.4e6;
    private static final double OVERLAP_HZ = 100e3;
    private static final int CHUNK = 24_000;

    /** Of the 100 ms that are left out, so that a command may come late. */
    private static final double SETTLE_S = 0.06;

    private static final Instant START = Instant.parse("2026-03-14T14:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int from;
    private final int to;
    private final int carriers;

    private HopPlanCheck(int from, int to, int carriers) {
        this.from = from;
        this.to = to;
        this.carriers = carriers;
    }

    /** So many scenes, with so many carriers each. */
    public static HopPlanCheck whole(int scenes, int carriers) {
        return new HopPlanCheck(1, scenes, carriers);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() == 0) {
            throw new IllegalArgumentException("has numbered scenes only; choose some with --seeds, the first being 1");
        }
        return new HopPlanCheck((int) part.from(), (int) part.to(), carriers);
    }

    @Override
    public String name() {
        return "hop-plan";
    }

    @Override
    public String statement() {
        return "Of carriers of 6 dB and more that are on air for 30 s anywhere in the band, one receiver of 2.4 MS/s that goes"
                + " through all of it finds at least 99 %, each with a record and an incident, and reports nothing else.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        ReceiverSettings settings = settings();
        ProgrammeSounds sounds = new ProgrammeSounds();
        HopTally tally = new HopTally(settings.plan().round().toMillis() / 1e3);
        for (int number = from; number <= to; number++) {
            HopScene scene = HopScene.of(number, carriers);
            tally.count(scene, START, told(scene, watched(scene, sounds, settings), bench.scratch()));
            bench.tell("scene %d of %d: %s", number, to, tally);
        }
        return new Count(tally.holds(), tally.node());
    }

    private static ReceiverSettings settings() {
        HopPlan plan = HopPlan.over(
                FrequencyRange.FM_BAND,
                BandSettings.USABLE_SHARE * RATE_HZ,
                OVERLAP_HZ,
                List.of(),
                HopPlan.USUAL_DWELL,
                HopPlan.USUAL_SETTLE);
        return new ReceiverSettings(SampleFormat.CU8, RATE_HZ, plan, FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
    }

    /** The looks of a receiver that hears the scene. */
    private static List<FeedFrame> watched(HopScene scene, ProgrammeSounds sounds, ReceiverSettings settings)
            throws IOException, InterruptedException {
        TunedReceiver receiver = new TunedReceiver(
                scene.band(),
                sounds,
                RATE_HZ,
                SETTLE_S,
                settings.plan().centersHz().get(0));
        long[] samples = {0};
        HandedSamples feed = new HandedSamples(
                "scene-" + scene.number(), settings, START, hz -> receiver.tune(hz, samples[0] / RATE_HZ));
        byte[] bytes = new byte[2 * CHUNK];
        feed.open();
        while (samples[0] < HopScene.SECONDS * RATE_HZ) {
            receiver.read(bytes, CHUNK);
            samples[0] += CHUNK;
            feed.take(bytes, CHUNK);
        }
        feed.end();
        return feed.looks();
    }

    /** What the main job tells of the looks. */
    private static List<JsonNode> told(HopScene scene, List<FeedFrame> looks, Path scratch)
            throws IOException, InterruptedException {
        LicenceRegister register =
                Objects.requireNonNull(LicenceRegister.read(scene.register().getBytes(StandardCharsets.UTF_8), ZONE)
                        .value());
        Path result = scratch.resolve("scene-" + scene.number() + ".jsonl");
        LocalCluster cluster = new LocalCluster(ClusterSettings.singleSlot());
        StreamExecutionEnvironment environment = cluster.environment();
        new Topology(JudgingSettings.of(register, MaintenancePlan.NONE, ZONE))
                .define(
                        environment
                                .fromData(looks, TypeInformation.of(FeedFrame.class))
                                .assignTimestampsAndWatermarks(WatermarkStrategy.<FeedFrame>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (look, before) -> look.time().toEpochMilli())),
                        new Outputs(
                                new JsonLinesSink(result, new SummarySeed(1, Map.of(), null, null, null)), null, null));
        try {
            cluster.run(environment, "scene " + scene.number());
        } catch (JobFailedException failed) {
            throw new IOException("scene " + scene.number() + " could not be judged: " + failed.getMessage(), failed);
        }
        List<JsonNode> told = new ArrayList<>();
        for (String line : Files.readAllLines(result)) {
            told.add(JSON.readTree(line));
        }
        Files.delete(result);
        return told;
    }
}
