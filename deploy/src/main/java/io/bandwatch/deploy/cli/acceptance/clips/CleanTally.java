package io.bandwatch.deploy.cli.acceptance.clips;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.content.Heard;
import io.bandwatch.deploy.cli.acceptance.content.Way;
import io.bandwatch.detectors.content.clips.Clip;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.detectors.content.clips.KnownClipDetector;
import io.bandwatch.dsp.synth.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What is taken for clips in hours that have none, but for recordings that come in two hours. Not thread-safe. */
final class CleanTally {
    /** From which correlation on two sounds are the same recording. */
    static final double SAME = 0.6;

    /** Reports are asked for from this score on, to see how fast they become fewer. */
    private static final double LOW = 14;

    /** The corpus is cut wherever an hour ends, mostly in a piece of music; the longest piece lasts 557 s. */
    private static final double CUT_PIECE_S = 600;

    private static final double LEAST_HOURS = 20;
    private static final double ONCE_IN_HOURS = 1000;
    private static final int PAIRS = 2000;
    private static final double LOOKS_IN_AN_HOUR = 5 * 3600;

    private final Recordings recordings = new Recordings();
    private final List<Heard> studios;
    private final ClipLibrary whole;
    /** By hour, of all ways in which it was heard: these have the same sounds, and are drawn together. */
    private final Map<String, double[]> excesses = new LinkedHashMap<>();

    private final List<Double> correlations = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> ofOnePiece = new ArrayList<>();
    private double hours;
    private double differentHours;
    private int sameRecordings;

    /** @param studios the hours that clips are cut out of, as they left the studio */
    CleanTally(List<Heard> studios) {
        this.studios = studios;
        List<Clip> clips = new ArrayList<>();
        for (int hour = 0; hour < studios.size(); hour++) {
            clips.addAll(ClipScene.clips(studios.get(hour), hour));
        }
        this.whole = ClipLibrary.of(clips);
    }

    /**
     * An hour as it was heard, against the clips of all others but what may be the rest of a piece of its own. What is taken for
     * those is another part of the same piece of music, and is counted by itself.
     *
     * @return what other sounds were taken for clips, in words
     */
    List<String> count(int hour, Heard air, Way way) {
        List<Clip> clips = new ArrayList<>();
        List<Clip> beside = new ArrayList<>();
        for (int other = 0; other < studios.size(); other++) {
            if (other != hour) {
                for (Clip clip : ClipScene.clips(studios.get(other), other)) {
                    (isBeside(hour, other, startS(clip.name())) ? beside : clips).add(clip);
                }
            }
        }
        String name = "hour " + (hour + 1);
        Heard studio = studios.get(hour);
        for (Report report : told(ClipLibrary.of(beside), air, way)) {
            double correlation = correlation(studio, report);
            if (correlation < SAME) {
                ofOnePiece.add(inWords(name, report, correlation));
            }
        }
        return count(name, studio, air, way, ClipLibrary.of(clips));
    }

    /**
     * An hour of sounds that no clip is cut out of, as it was heard.
     *
     * @return what of it was taken for clips, in words
     */
    List<String> countOther(int number, Heard studio, Heard air, Way way) {
        return count("other hour " + number, studio, air, way, whole);
    }

    private List<String> count(String name, Heard studio, Heard air, Way way, ClipLibrary library) {
        int before = wrong.size();
        for (Report report : told(library, air, way)) {
            double correlation = correlation(studio, report);
            correlations.add(correlation);
            if (correlation >= SAME) {
                sameRecordings++;
            } else {
                wrong.add(inWords(name, report, correlation));
            }
        }
        double[] beyond = Listening.reports(new KnownClipDetector(library, LOW), air.levels(), way.here()).stream()
                .filter(report -> correlation(studio, report) < SAME)
                .mapToDouble(report -> report.score() - LOW)
                .toArray();
        if (!excesses.containsKey(name)) {
            differentHours += studio.levels().size() / LOOKS_IN_AN_HOUR;
        }
        excesses.merge(name, beyond, (one, other) -> DoubleStream.concat(Arrays.stream(one), Arrays.stream(other))
                .toArray());
        hours += air.levels().size() / LOOKS_IN_AN_HOUR;
        return wrong.subList(before, wrong.size());
    }

    private static List<Report> told(ClipLibrary library, Heard air, Way way) {
        return Listening.reports(new KnownClipDetector(library), air.levels(), way.here());
    }

    /** Whether a clip may be a part of a piece of which an hour has another. */
    private boolean isBeside(int hour, int other, double startS) {
        double lengthS = studios.get(other).wave().length / (double) Heard.WAVE_HZ;
        return (other == hour + 1 && startS < CUT_PIECE_S)
                || (other == hour - 1 && startS + ClipScene.CLIP_S > lengthS - CUT_PIECE_S);
    }

    /** Where a clip begins in its hour, s. */
    private static double startS(String name) {
        return ClipScene.CLIP_S * Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    private static String inWords(String name, Report report, double correlation) {
        return String.format(
                Locale.ROOT,
                "%s, %.1f-%.1f s as %s from %.1f s, score %.1f, correlation %.2f",
                name,
                report.fromS(),
                report.toS(),
                report.clip(),
                report.clipS(),
                report.score(),
                correlation);
    }

    /** The most that any 3 s of what was reported correlate with any of the clip: where music recurs, a print may lie a bar off. */
    private double correlation(Heard studio, Report report) {
        int dash = report.clip().indexOf('-');
        float[] other =
                studios.get(Integer.parseInt(report.clip().substring(0, dash))).wave();
        double from = startS(report.clip());
        float[] here = studio.wave();
        double most = 0;
        for (double into = 0; into + 3 <= Math.max(3, report.toS() - report.fromS()); into++) {
            double at = report.fromS() + into;
            most = Math.max(most, recordings.correlation(here, at, other, from, from + ClipScene.CLIP_S));
        }
        return most;
    }

    /** What places that have nothing to do with each other correlate by, sorted. */
    private double[] unrelated() {
        SeededRandom random = SeededRandom.forPurpose(1, "places that have nothing to do with each other");
        double[] found = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            int one = random.nextInt(studios.size());
            int other = (one + 1 + random.nextInt(studios.size() - 1)) % studios.size();
            double from = anywhere(other, random);
            found[i] = recordings.correlation(
                    studios.get(one).wave(),
                    anywhere(one, random),
                    studios.get(other).wave(),
                    from,
                    from + ClipScene.CLIP_S);
        }
        Arrays.sort(found);
        return found;
    }

    private double anywhere(int hour, SeededRandom random) {
        return 1 + random.nextUniform() * (studios.get(hour).wave().length / (double) Heard.WAVE_HZ - 25);
    }

    /** What other sounds exceed once in {@value #ONCE_IN_HOURS} channel-hours. */
    private ParetoTail.Level level() {
        return ParetoTail.level(List.copyOf(excesses.values()), LOW, hours, ONCE_IN_HOURS);
    }

    boolean holds() {
        return wrong.isEmpty() && differentHours >= LEAST_HOURS && level().score() < KnownClipDetector.KNOWN;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d other sounds taken for clips in %.1f clean hours, %.1f of them different, %d times the same recording in"
                        + " another hour",
                wrong.size(),
                hours,
                differentHours,
                sameRecordings);
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("hours", rounded(hours));
        node.put("hours_of_different_sounds", rounded(differentHours));
        node.put(
                "hours_clips_are_cut_out_of",
                rounded(studios.stream()
                        .mapToDouble(studio -> studio.levels().size() / LOOKS_IN_AN_HOUR)
                        .sum()));
        node.put("false", wrong.size());
        node.put("same_recordings", sameRecordings);
        ArrayNode list = node.putArray("wrong");
        wrong.forEach(list::add);
        ArrayNode parts = node.putArray("other_parts_of_a_piece_that_is_cut");
        ofOnePiece.forEach(parts::add);
        ArrayNode all = node.putArray("correlations_of_reports");
        correlations.stream().sorted().forEach(one -> all.add(rounded(one)));
        double[] unrelated = unrelated();
        node.put("unrelated_sounds_correlate_by_at_most", rounded(unrelated[PAIRS - 1]));
        node.put("of_1000_unrelated_one_by_more_than", rounded(unrelated[PAIRS - 1 - PAIRS / 1000]));
        double[] scores = excesses.values().stream()
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        node.put("scored_from_" + (int) LOW + "_on", scores.length);
        node.put("highest_score_of_another_sound", scores.length == 0 ? 0 : rounded(LOW + scores[scores.length - 1]));
        ParetoTail.Level level = level();
        node.put("threshold", KnownClipDetector.KNOWN);
        node.put("score_once_in_1000_hours", rounded(level.score()));
        node.put("from", rounded(level.low()));
        node.put("to", rounded(level.high()));
        node.put("shape", rounded(level.shape()));
        node.put("scale", rounded(level.scale()));
        return node;
    }

    private static double rounded(double value) {
        return Math.rint(100 * value) / 100;
    }
}
