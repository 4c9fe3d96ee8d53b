package io.bandwatch.deploy.cli.acceptance.media;

import io.bandwatch.samples.media.EventKind;
import io.bandwatch.samples.media.MediaCoding;
import io.bandwatch.samples.media.MediaEvent;
import io.bandwatch.samples.media.MediaScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The scenes of the check: one event each, at a random place in a random service. */
final class MediaScenes {
    /** Picture rate of all of them; events begin and end with a picture. */
    private static final double PICTURE_S = 0.04;

    private static final int[][] SIZES = {{640, 360}, {720, 576}, {352, 288}, {480, 360}};
    private static final int MOST_NOISE = 3;

    /** Loudness is judged after 45 s of programme. */
    private static final double SETTLED_S = 49;

    private static final MediaScene.Format SMALL = new MediaScene.Format(192, 160, MediaCoding.MPEG2_MP2, true);

    private final List<String> pictures = new ArrayList<>(List.of("testsrc2", "life", "cellauto"));
    private final List<String> sounds = new ArrayList<>(List.of("tones", "noise"));

    /**
     * Scenes of FFmpeg's own sources, and of the clips that are there.
     *
     * @param clips folder with the folders {@code video} and {@code audio}, which may be missing
     */
    MediaScenes(Path clips) throws IOException {
        pictures.addAll(files(clips.resolve("video"), ".mp4"));
        // what a service sends all day, not a sentence with a pause behind it
        sounds.addAll(files(clips.resolve("audio"), "music-", ".ogg"));
        sounds.addAll(files(clips.resolve("audio"), "music-", ".flac"));
    }

    /** Clips that are used, of pictures and sound. */
    long clips() {
        return Stream.concat(pictures.stream(), sounds.stream())
                .filter(source -> source.startsWith("/"))
                .count();
    }

    private static List<String> files(Path folder, String ending) throws IOException {
        return files(folder, "", ending);
    }

    private static List<String> files(Path folder, String beginning, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(beginning))
                    .map(Path::toString)
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** The scene of a kind and a seed. */
    MediaScene scene(EventKind kind, long seed) {
        SplittableRandom random =
                new SplittableRandom(seed << Integer.SIZE ^ kind.code().hashCode());
        boolean judgedByItsOwn = kind == EventKind.TOO_QUIET || kind == EventKind.TOO_LOUD;
        double fromS = onPicture((judgedByItsOwn ? SETTLED_S : 4) + 4 * random.nextDouble());
        double toS = onPicture(fromS + lengthS(kind, random));
        double durationS = onPicture(toS + (judgedByItsOwn ? 14 : 6));
        MediaCoding coding = random.nextBoolean() ? MediaCoding.H264_AAC : MediaCoding.MPEG2_MP2;
        int[] size = SIZES[random.nextInt(SIZES.length)];
        boolean stream = kind.isOfStream() || random.nextBoolean();
        // noise of the line makes another kind of every still
        boolean quiet =
                kind == EventKind.FREEZE || kind == EventKind.FREEZE_WITH_CLOCK || kind == EventKind.FLAT_COLOUR;
        return new MediaScene(
                kind.code() + "-" + seed,
                seed,
                durationS,
                new MediaScene.Format(size[0], size[1], coding, stream),
                pictures.get(random.nextInt(pictures.size())),
                judgedByItsOwn ? "tones" : sounds.get(random.nextInt(sounds.size())),
                quiet ? 0 : random.nextInt(MOST_NOISE + 1),
                List.of(new MediaEvent(kind, fromS, toS)));
    }

    /** Long enough to be told, and for a while longer; what is innocent lasts as long as it may. */
    private static double lengthS(EventKind kind, SplittableRandom random) {
        return switch (kind) {
            case SHORT_BLACK -> 0.4 + 1.4 * random.nextDouble();
            case TALKING_HEAD -> 40;
            case ADVERT_STILLS -> 22;
            case QUIET_MUSIC -> 20;
            case SLOW_FADE -> 14 + 4 * random.nextDouble();
            case NIGHT, SCENE_CUTS, CREDITS, PICTURES_DROPPED -> 15;
            case FADE_TO_BLACK -> 5 + 4 * random.nextDouble();
            case TOO_QUIET, TOO_LOUD -> 36;
            default -> kind.warnS() + 1.5 + 4 * random.nextDouble();
        };
    }

    private static double onPicture(double timeS) {
        return Math.round(timeS / PICTURE_S) * PICTURE_S;
    }

    /** A small fixed part: two minutes with most of it. */
    static List<MediaScene> brief() {
        return List.of(
                new MediaScene(
                        "faults",
                        1,
                        54,
                        SMALL,
                        "life",
                        "tones",
                        0,
                        events("black 3 6, freeze 9 15.4, bars-ebu-75 18 22, mosaic 25 28.6, picture-missing 31.6 34.6,"
                                + " sound-missing 37.6 40.6, silence 43.6 49.6")),
                new MediaScene(
                        "innocents",
                        2,
                        66,
                        SMALL,
                        "cellauto",
                        "noise",
                        0,
                        events("short-black 3 4.6, advert-stills 6 17, night 18 23, scene-cuts 24 28, credits 29 34,"
                                + " slow-fade 35 45, quiet-music 46 52, talking-head 53 65")));
    }

    private static List<MediaEvent> events(String text) {
        List<MediaEvent> events = new ArrayList<>();
        for (String event : text.split(", ", -1)) {
            String[] words = event.split(" ", -1);
            events.add(new MediaEvent(
                    EventKind.valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2])));
        }
        return events;
    }
}
