package io.bandwatch.deploy.cli.acceptance.clips;

import io.bandwatch.deploy.cli.acceptance.content.AirPath;
import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.deploy.cli.acceptance.content.Heard;
import io.bandwatch.deploy.cli.acceptance.content.Insertion;
import io.bandwatch.deploy.cli.acceptance.content.Way;
import io.bandwatch.detectors.content.clips.Clip;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.detectors.content.clips.KnownClipDetector;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An hour in which clips of another are heard, half of them as they are, the others altered in turn. */
final class ClipScene {
    /** Length of a clip, s. */
    static final double CLIP_S = 20;

    private static final int CLIP = (int) (CLIP_S * Corpus.RATE_HZ);

    private static final int FIRST = 30 * Corpus.RATE_HZ;
    private static final int LEAST_BETWEEN = 20 * Corpus.RATE_HZ;
    private static final int BETWEEN = 20 * Corpus.RATE_HZ;
    private static final Alteration[] IN_TURN = {
        Alteration.NONE, Alteration.CUT, Alteration.NONE, Alteration.VOICE,
        Alteration.NONE, Alteration.FASTER, Alteration.NONE, Alteration.SLOWER
    };

    private final short[] programme;
    private final short[] source;
    private final short[] voice;
    private final int number;

    ClipScene(short[] programme, short[] source, short[] voice, int number) {
        this.programme = programme;
        this.source = source;
        this.voice = voice;
        this.number = number;
    }

    /** Where a clip lies, s of the programme. */
    record Placed(int clip, Alteration alteration, double fromS, double toS) {}

    void count(ClipTally tally, Path scratch) throws IOException, InterruptedException {
        SeededRandom random = SeededRandom.forPurpose(number, "clips");
        List<Integer> left = pieces();
        List<Placed> placed = new ArrayList<>();
        int at = FIRST;
        while (!left.isEmpty() && at + CLIP + LEAST_BETWEEN < programme.length) {
            int clip = left.remove(random.nextInt(left.size()));
            Alteration alteration = IN_TURN[placed.size() % IN_TURN.length];
            int spoken = random.nextInt(voice.length - CLIP);
            short[] sound = alteration.of(piece(source, clip), Arrays.copyOfRange(voice, spoken, spoken + CLIP));
            int length = Math.min(sound.length, programme.length - at);
            System.arraycopy(sound, 0, programme, at, length);
            placed.add(new Placed(
                    clip, alteration, (double) at / Corpus.RATE_HZ, (double) (at + length) / Corpus.RATE_HZ));
            at += length + LEAST_BETWEEN + random.nextInt(BETWEEN);
        }
        Way way = Way.any(SeededRandom.forPurpose(number, "way of clips")).here();
        Heard air = AirPath.FM.heard(way.sent(programme), number, scratch);
        Heard studio = Heard.of(source);
        KnownClipDetector detector = new KnownClipDetector(ClipLibrary.of(clips(studio, 0)));
        tally.count("hour " + number, placed, Listening.reports(detector, air.levels(), way), studio.wave());
    }

    /** Numbers of the pieces of 20 s that have no pause. */
    private List<Integer> pieces() {
        List<Integer> pieces = new ArrayList<>();
        for (int i = 0; (i + 1) * CLIP <= source.length; i++) {
            if (!Insertion.hasPause(source, i * CLIP, (i + 1) * CLIP)) {
                pieces.add(i);
            }
        }
        return pieces;
    }

    private static short[] piece(short[] sound, int number) {
        return Arrays.copyOfRange(sound, number * CLIP, (number + 1) * CLIP);
    }

    /** All clips of 20 s that can be cut out of an hour, called by the number of the hour and their own. */
    static List<Clip> clips(Heard studio, int hour) {
        List<Clip> clips = new ArrayList<>();
        int looks = CLIP / Way.LOOK;
        for (int i = 0; (i + 1) * looks <= studio.levels().size(); i++) {
            byte[] levels = joined(studio.levels().subList(i * looks, (i + 1) * looks));
            Clip clip = Clip.of(hour + "-" + i, levels);
            if (clip.isUsable()) {
                clips.add(clip);
            }
        }
        return clips;
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
