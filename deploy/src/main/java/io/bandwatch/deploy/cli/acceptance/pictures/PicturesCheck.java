package io.bandwatch.deploy.cli.acceptance.pictures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.bench.UnlikeSeconds;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.samples.media.MediaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.flink.util.FileUtils;

/** Insertions into the pictures of programmes, with and without their sound, in every way they come; and none. */
public final class PicturesCheck implements AcceptanceCheck {
    private final long fromSeed;
    private final long toSeed;

    private PicturesCheck(long fromSeed, long toSeed) {
        this.fromSeed = fromSeed;
        this.toSeed = toSeed;
    }

    /** Of so many programmes. */
    public static PicturesCheck whole(int programmes) {
        return new PicturesCheck(1, programmes);
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String statement() {
        return "Of other pictures of 5 to 20 s in a programme, its sound replaced or not, coded anew, scaled, cropped by 5 %,"
                + " with a logo or subtitles, up to 15 s later, at least 98 % are found and begin within 1 s, one incident a"
                + " service says in what they differ, and nothing is found where nothing was replaced; on the same data a plain"
                + " perceptual hash fails, whatever its threshold.";
    }

    @Override
    public PicturesCheck only(Selection part) {
        if (part.family() != null || part.scene() != null) {
            throw new IllegalArgumentException("has programmes only; choose some with --seeds");
        }
        return new PicturesCheck(part.fromOr(fromSeed), part.toOr(toSeed));
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Map<Replaced, PictureTally> tallies = new EnumMap<>(Replaced.class);
        for (Replaced replaced : Replaced.values()) {
            tallies.put(replaced, new PictureTally());
        }
        UnlikeSeconds naive = new UnlikeSeconds(PictureTally.RECALL);
        for (long seed = fromSeed; seed <= toSeed; seed++) {
            Path folder = Files.createTempDirectory(bench.scratch(), "pictures-");
            try {
                programme(bench, folder, seed, tallies, naive);
            } finally {
                FileUtils.deleteDirectoryQuietly(folder.toFile());
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("programmes", toSeed - fromSeed + 1);
        figures.put("seconds_each", Broadcast.SECONDS);
        ObjectNode kinds = figures.putObject("replaced");
        tallies.forEach((replaced, tally) -> kinds.set(replaced.name().toLowerCase(Locale.ROOT), tally.figures()));
        ObjectNode plain = figures.putObject("plain_perceptual_hash")
                .put("false_at_10_of_64_bits", naive.falseAbove(MeanHash.USUAL));
        naive.put(plain);
        boolean holds = tallies.values().stream().allMatch(PictureTally::holds);
        return new Count(holds && naive.fails(), figures);
    }

    private static void programme(
            SceneBench bench, Path folder, long seed, Map<Replaced, PictureTally> tallies, UnlikeSeconds naive)
            throws IOException, InterruptedException {
        PictureStudio studio = new PictureStudio(captures(bench.root()), folder);
        if (!MediaGenerator.isPossible() || !studio.isPossible()) {
            throw new CheckImpossibleException("ffmpeg or the recordings are missing; ./bandwatch doctor says what is");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Shot> shots = studio.shots(List.of(), random);
        Path programme = studio.programme("programme", (int) seed, shots);
        Path foreign = studio.programme("foreign", (int) seed + 1, studio.shots(shots, random));
        MeanHash due = MeanHash.of(programme);
        for (PictureWay way : PictureWay.values()) {
            List<FeedSpec> feeds = new ArrayList<>();
            List<Broadcast> onAir = new ArrayList<>();
            for (Replaced replaced : Replaced.values()) {
                String name = way.word() + '-' + replaced.name().toLowerCase(Locale.ROOT) + '-' + seed;
                Broadcast air = Broadcast.any(name, way, replaced, random);
                onAir.add(air);
                Path file = studio.onAir(air, programme, foreign);
                feeds.add(FeedSpec.parse(name + '=' + file));
                count(naive, air, due.unlike(MeanHash.of(file), air.laterS()));
            }
            Path result = folder.resolve(way.word() + ".jsonl");
            bench.replayDecoded(feeds, programme, result);
            Map<String, List<JsonNode>> incidents = incidents(result);
            for (Broadcast air : onAir) {
                tally(tallies, air.replaced()).count(air, incidents.getOrDefault(air.name(), List.of()));
            }
            bench.tell("programme %d, %s: %s", seed, way.word(), tally(tallies, Replaced.PICTURE));
        }
    }

    private static void count(UnlikeSeconds naive, Broadcast air, double[] unlike) {
        if (air.replaced().picture()) {
            naive.with(
                    air.insertions().stream()
                            .map(insertion -> new UnlikeSeconds.Span(insertion.fromS(), insertion.toS()))
                            .toList(),
                    unlike);
        } else {
            naive.without(unlike);
        }
    }

    private static PictureTally tally(Map<Replaced, PictureTally> tallies, Replaced replaced) {
        return Objects.requireNonNull(tallies.get(replaced));
    }

    private static Map<String, List<JsonNode>> incidents(Path result) throws IOException {
        Map<String, List<JsonNode>> incidents = new TreeMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(result)) {
            JsonNode record = mapper.readTree(line);
            if (record.path("type").asText().equals("incident")
                    && record.path("kind").asText().equals("inserted-content")) {
                incidents
                        .computeIfAbsent(record.path("subject").path("feed").asText(), feed -> new ArrayList<>())
                        .add(record);
            }
        }
        return incidents;
    }

    /** Recordings stand beside the checkout, or where BANDWATCH_CAPTURES says. */
    private static Path captures(Path root) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        return named == null
                ? root.toAbsolutePath().resolve("../shared/captures").normalize()
                : Path.of(named);
    }
}
