package io.bandwatch.deploy.cli.acceptance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.ingest.FeedSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Stations modulated by GNU Radio and gr-rds, replayed, and received by GNU Radio and gr-rds as well: what was sent, what
 * we say and what they say must agree.
 */
public final class ReferenceCheck implements AcceptanceCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final double MOST_DISTANCE_HZ = 20e3;

    private final int scenes;

    /** A check of so many scenes. */
    public ReferenceCheck(int scenes) {
        this.scenes = scenes;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String statement() {
        return "Of stations modulated by GNU Radio and gr-rds, verdict, RDS and deviation are told rightly, and GNU Radio and"
                + " gr-rds receive the same RDS, deviation and sound.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        ReferenceTools tools = ReferenceTools.of(bench.root(), bench.scratch());
        List<ReferenceScene> chosen =
                IntStream.range(0, scenes).mapToObj(ReferenceScene::random).toList();
        Path register = register(bench.scratch(), chosen);
        List<Path> recordings = new ArrayList<>();
        for (ReferenceScene scene : chosen) {
            recordings.add(modulated(bench, tools, scene));
            bench.tell("scene %d of %d modulated", recordings.size(), scenes);
        }
        List<JsonNode> told = told(bench, recordings, register);
        ReferenceTally tally = new ReferenceTally();
        for (ReferenceScene scene : chosen) {
            Path recording = recordings.get(scene.index());
            JsonNode truth = JSON.readTree(Files.readString(Path.of(recording + ".truth.json")));
            tally.add(scene, truth, ours(scene, told), theirs(bench, tools, scene, recording));
            Files.delete(recording);
            bench.tell("scene %d of %d: %s", scene.index() + 1, scenes, tally.inShort());
        }
        return tally.count();
    }

    private static Path register(Path folder, List<ReferenceScene> scenes) throws IOException {
        StringBuilder rows = new StringBuilder(ReferenceScene.COLUMNS).append('\n');
        scenes.stream()
                .filter(scene -> scene.expected() != Verdict.UNLICENSED)
                .forEach(scene -> rows.append(scene.row()).append('\n'));
        return Files.writeString(folder.resolve("register.csv"), rows, StandardCharsets.UTF_8);
    }

    private static Path modulated(SceneBench bench, ReferenceTools tools, ReferenceScene scene)
            throws IOException, InterruptedException {
        Path recording = bench.scratch().resolve(scene.fileName());
        Path programme = bench.scratch().resolve("programme.wav");
        tools.run("programme.py", List.of(programme.toString(), "--seed", Integer.toString(scene.index())));
        List<String> modulation = new ArrayList<>(List.of(programme.toString(), recording.toString()));
        modulation.addAll(scene.modulation());
        tools.run("modulate.py", modulation);
        return recording;
    }

    /** Every record of one replay of all, one feed each. */
    private static List<JsonNode> told(SceneBench bench, List<Path> recordings, Path register)
            throws IOException, InterruptedException {
        Path result = bench.scratch().resolve("result.jsonl");
        List<FeedSpec> feeds = recordings.stream()
                .map(recording -> FeedSpec.parse(recording.toString()))
                .toList();
        bench.replay(feeds, register, result, StoreChoice.parse("none"), null);
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(result)) {
            records.add(JSON.readTree(line));
        }
        return records;
    }

    /** The carrier of a scene: no other has its frequency. */
    private static JsonNode ours(ReferenceScene scene, List<JsonNode> told) {
        for (JsonNode record : told) {
            double distanceHz = record.path("frequency_hz").asDouble() - scene.channelHz() - scene.offsetHz();
            if (record.path("type").asText().equals("carrier") && Math.abs(distanceHz) < MOST_DISTANCE_HZ) {
                return record;
            }
        }
        return JSON.createObjectNode();
    }

    private static ReferenceTally.Theirs theirs(
            SceneBench bench, ReferenceTools tools, ReferenceScene scene, Path recording)
            throws IOException, InterruptedException {
        List<String> station = List.of(
                recording.toString(),
                "--rate",
                Integer.toString(ReferenceScene.RATE_HZ),
                "--offset-hz",
                String.format(Locale.ROOT, "%.1f", ReferenceScene.BESIDE_HZ + scene.offsetHz()));
        JsonNode radioData = tools.ask("decode_rds.py", station);
        Path theirSound = bench.scratch().resolve("theirs.f32");
        Path ourSound = bench.scratch().resolve("ours.f32");
        List<String> withSound = new ArrayList<>(station);
        withSound.addAll(List.of("--sound", theirSound.toString()));
        JsonNode deviation = tools.ask("demodulate.py", withSound);
        StationSound.write(
                recording,
                ReferenceScene.RATE_HZ,
                (double) scene.centreHz(),
                scene.channelHz() + scene.offsetHz(),
                ourSound);
        JsonNode sound = tools.ask("correlate.py", List.of(ourSound.toString(), theirSound.toString()));
        return new ReferenceTally.Theirs(radioData, deviation, sound);
    }
}
