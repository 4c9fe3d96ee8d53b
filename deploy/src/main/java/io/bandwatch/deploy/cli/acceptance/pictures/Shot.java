package io.bandwatch.deploy.cli.acceptance.pictures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A shot of a programme: a part of the picture of a real clip or of one of FFmpeg's sources, mirrored or not, by day or by night.
 *
 * @param fromS second of the programme with which it begins
 * @param toS second of the programme behind it
 * @param source of which it is: a file, or the kind of what is made up
 * @param input what ffmpeg reads it from
 * @param mirrored whether left and right are exchanged
 * @param part what ffmpeg cuts out of it
 */
record Shot(double fromS, double toS, String source, List<String> input, boolean mirrored, String part) {
    private static final String SIZE = "320x180";

    /** Of so many shots one is made up. */
    private static final int MADE_UP = 5;

    /** Of so many shots of a programme one is of the night: dark, and with a third of its contrast. What is inserted is bright. */
    private static final int OF_THE_NIGHT = 5;

    private static final String NIGHT = ",eq=contrast=0.33:brightness=-0.27";

    /**
     * Shots of two to six seconds one after the other, until a programme is full.
     *
     * @param clips files that shots are parts of
     * @param besides shots of another programme, of which none is like these: two programmes of the same few clips show the
     *     same now and then, and who puts one into the other there has replaced nothing
     */
    static List<Shot> any(List<Path> clips, List<Shot> besides, SplittableRandom random) {
        List<Shot> shots = new ArrayList<>();
        for (double reachedS = 0;
                reachedS < Broadcast.SECONDS;
                reachedS = shots.get(shots.size() - 1).toS()) {
            boolean night = besides.isEmpty() && random.nextInt(OF_THE_NIGHT) == 0;
            Shot shot = any(clips, reachedS, night, random);
            while (besides.stream().anyMatch(shot::isLike)) {
                shot = any(clips, reachedS, night, random);
            }
            shots.add(shot);
        }
        return shots;
    }

    private static Shot any(List<Path> clips, double fromS, boolean night, SplittableRandom random) {
        double lengthS = 2 + random.nextInt(100) / 25.0;
        boolean madeUp = random.nextInt(MADE_UP) == 0;
        String source = madeUp
                ? madeUp(random)
                : clips.get(random.nextInt(clips.size())).toString();
        List<String> input = new ArrayList<>(madeUp ? List.of("-f", "lavfi") : List.of("-stream_loop", "-1"));
        if (!madeUp) {
            input.addAll(List.of("-ss", number(5 * random.nextDouble(), 2)));
        }
        input.addAll(List.of("-t", number(lengthS, 2), "-i", source));
        String kind = madeUp ? source.substring(0, source.indexOf('=')) : source;
        String part = part(random) + (night ? NIGHT : "");
        return new Shot(fromS, fromS + lengthS, kind, List.copyOf(input), random.nextBoolean(), part);
    }

    private static String madeUp(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> "mandelbrot=s=" + SIZE + ":r=25:start_scale=" + (0.02 + random.nextDouble());
            case 1 -> "life=s=80x45:r=25:mold=10:ratio=0.2:seed=" + random.nextInt(1000);
            default -> "testsrc2=s=" + SIZE + ":r=25";
        };
    }

    private static String part(SplittableRandom random) {
        String share = number(0.5 + 0.5 * random.nextDouble(), 3);
        String left = number(random.nextDouble(), 3);
        String above = number(random.nextDouble(), 3);
        return "crop=iw*" + share + ":ih*" + share + ":(iw-ow)*" + left + ":(ih-oh)*" + above;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Whether another shows the same source the same way round at the same time. */
    boolean isLike(Shot other) {
        return source.equals(other.source) && mirrored == other.mirrored && fromS < other.toS && toS > other.fromS;
    }

    /** What ffmpeg does to its pictures first. */
    String filter() {
        return mirrored ? part + ",hflip," : part + ",";
    }
}
