package io.bandwatch.deploy.cli.acceptance.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.samples.media.EventKind;
import io.bandwatch.samples.media.MediaGenerator;
import io.bandwatch.samples.media.MediaScene;
import io.bandwatch.samples.media.RenderedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/** Generated media through the whole job: every fault of pictures and sound is told in time, and nothing else. */
public final class MediaCheck implements AcceptanceCheck {
    private final long fromSeed;
    private final long toSeed;
    private final @Nullable String kind;
    private final boolean brief;

    private MediaCheck(long fromSeed, long toSeed, @Nullable String kind, boolean brief) {
        this.fromSeed = fromSeed;
        this.toSeed = toSeed;
        this.kind = kind;
        this.brief = brief;
    }

    /** Of all kinds, so many times each. */
    public static MediaCheck whole(int seeds) {
        return new MediaCheck(1, seeds, null, false);
    }

    /** Two minutes of two services. */
    public static MediaCheck brief() {
        return new MediaCheck(1, 1, null, true);
    }

    @Override
    public String name() {
        return "media";
    }

    @Override
    public String statement() {
        return "In generated media every fault of pictures and sound is told within its time, its begin and end are right"
                + " to a second, and nothing else is told.";
    }

    @Override
    public MediaCheck only(Selection part) {
        boolean known = part.scene() == null
                || Arrays.stream(EventKind.values()).anyMatch(one -> one.code().equals(part.scene()));
        if (!known || part.family() != null) {
            throw new IllegalArgumentException("has the scenes "
                    + String.join(
                            ", ",
                            Arrays.stream(EventKind.values())
                                    .map(EventKind::code)
                                    .toList())
                    + " and no families; name one with --scene");
        }
        return new MediaCheck(part.fromOr(fromSeed), part.toOr(toSeed), part.scene(), false);
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (!MediaGenerator.isPossible()) {
            throw new CheckImpossibleException("ffmpeg is not installed; ./bandwatch doctor says how to get it");
        }
        MediaScenes scenes = new MediaScenes(clips(bench.root()));
        MediaTally tally = new MediaTally();
        int counted = 0;
        double seconds = 0;
        for (List<MediaScene> batch : batches(scenes)) {
            replay(bench, batch, tally);
            counted += batch.size();
            seconds += batch.stream().mapToDouble(MediaScene::durationS).sum();
            bench.tell("%d scenes judged%s", counted, tally.holds() ? "" : ": " + tally.figures());
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("scenes", counted);
        figures.put("seconds", Math.round(seconds));
        figures.put("clips", scenes.clips());
        figures.set("kinds", tally.figures());
        return new Count(tally.holds(), figures);
    }

    /** Recordings stand beside the checkout, or where BANDWATCH_CAPTURES says; without them FFmpeg's sources have to do. */
    private static Path clips(Path root) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        return named == null
                ? root.toAbsolutePath().resolve("../shared/captures").normalize()
                : Path.of(named);
    }

    private List<List<MediaScene>> batches(MediaScenes scenes) {
        if (brief) {
            return List.of(MediaScenes.brief());
        }
        List<List<MediaScene>> batches = new ArrayList<>();
        for (long seed = fromSeed; seed <= toSeed; seed++) {
            long number = seed;
            batches.add(Arrays.stream(EventKind.values())
                    .filter(one -> kind == null || one.code().equals(kind))
                    .map(one -> scenes.scene(one, number))
                    .toList());
        }
        return batches;
    }

    private static void replay(SceneBench bench, List<MediaScene> scenes, MediaTally tally)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(bench.scratch(), "media-");
        try {
            List<FeedSpec> feeds = new ArrayList<>();
            List<RenderedMedia> rendered = scenes.parallelStream()
                    .map(scene -> MediaGenerator.render(scene, folder))
                    .toList();
            for (int i = 0; i < scenes.size(); i++) {
                feeds.add(FeedSpec.parse(
                        scenes.get(i).name() + "=" + rendered.get(i).recording()));
            }
            Path result = folder.resolve("result.jsonl");
            bench.replayDecoded(feeds, result);
            Map<String, List<JsonNode>> incidents = new TreeMap<>();
            ObjectMapper mapper = new ObjectMapper();
            for (String line : Files.readAllLines(result)) {
                JsonNode record = mapper.readTree(line);
                if (record.path("type").asText().equals("incident")) {
                    incidents
                            .computeIfAbsent(record.path("subject").path("feed").asText(), feed -> new ArrayList<>())
                            .add(record);
                }
            }
            scenes.forEach(scene -> tally.count(scene, incidents.getOrDefault(scene.name(), List.of())));
        } finally {
            FileUtils.deleteDirectoryQuietly(folder.toFile());
        }
    }
}
