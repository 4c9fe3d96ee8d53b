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
import java.util.List;
import java.util.Locale;
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

    private final Recordings recordings = new Recordings();
    private final List<Heard> studios;
    /** Of each hour in all ways in which it was heard: these have the same sounds, and are drawn together. */
    private final double[][] excesses;

    private final List<Double> correlations = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private double hours;
    private int sameRecordings;

    /** @param studios the hours as they left the studio */
    CleanTally(List<Heard> studios) {
        this.studios = studios;
        this.excesses = new double[studios.size()][0];
    }

    /** An hour as it was heard, against the clips of all others but what may be the rest of a piece of its own. @return what other sounds were taken for clips, in words */
    List<String> count(int hour, Heard air, Way way) {
        List<Clip> clips = new ArrayList<>();
        for (int other = 0; other < studios.size(); other++) {
            if (other != hour) {
                clips.addAll(clipsBeside(hour, other));
            }
        }
        ClipLibrary library = ClipLibrary.of(clips);
        int before = wrong.size();
        Listening.reports(new KnownClipDetector(library), air.levels(), way).forEach(report -> told(hour, report));
        DoubleStream beyond = Listening.reports(new KnownClipDetector(library, LOW), air.levels(), way).stream()
                .filter(report -> correlation(hour, report) < SAME)
                .mapToDouble(report -> report.score() - LOW);
        excesses[hour] =
                DoubleStream.concat(Arrays.stream(excesses[hour]), beyond).toArray();
        hours += air.levels().size() / (5 * 3600.0);
        return wrong.subList(before, wrong.size());
    }

    /** The clips of an hour that are no part of a piece of which another hour has the rest. */
    private List<Clip> clipsBeside(int hour, int other) {
        double lengthS = studios.get(other).wave().length / (double) Heard.WAVE_HZ;
        double fromS = other == hour + 1 ? CUT_PIECE_S : 0;
        double toS = other == hour - 1 ? lengthS - CUT_PIECE_S : lengthS;
        return ClipScene.clips(studios.get(other), other).stream()
                .filter(clip -> startS(clip.name()) >= fromS && startS(clip.name()) + ClipScene.CLIP_S <= toS)
                .toList();
    }

    /** Where a clip begins in its hour, s. */
    private static double startS(String name) {
        return ClipScene.CLIP_S * Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    private void told(int hour, Report report) {
        double correlation = correlation(hour, report);
        correlations.add(correlation);
        if (correlation >= SAME) {
            sameRecordings++;
            return;
        }
        wrong.add(String.format(
                Locale.ROOT,
                "hour %d, %.1f-%.1f s as %s from %.1f s, score %.1f, correlation %.2f",
                hour + 1,
                report.fromS(),
                report.toS(),
                report.clip(),
                report.clipS(),
                report.score(),
                correlation));
    }

    /** The most that any 3 s of what was reported correlate with any of the clip: where music recurs, a print may lie a bar off. */
    private double correlation(int hour, Report report) {
        int dash = report.clip().indexOf('-');
        float[] other =
                studios.get(Integer.parseInt(report.clip().substring(0, dash))).wave();
        double from = startS(report.clip());
        float[] here = studios.get(hour).wave();
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

    boolean holds() {
        return wrong.isEmpty() && hours >= LEAST_HOURS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d other sounds taken for clips in %.1f clean hours, %d times the same recording in another hour",
                wrong.size(),
                hours,
                sameRecordings);
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("hours", rounded(hours));
        node.put("false", wrong.size());
        node.put("same_recordings", sameRecordings);
        ArrayNode list = node.putArray("wrong");
        wrong.forEach(list::add);
        ArrayNode all = node.putArray("correlations_of_reports");
        correlations.stream().sorted().forEach(one -> all.add(rounded(one)));
        double[] unrelated = unrelated();
        node.put("unrelated_sounds_correlate_by_at_most", rounded(unrelated[PAIRS - 1]));
        node.put("of_1000_unrelated_one_by_more_than", rounded(unrelated[PAIRS - 1 - PAIRS / 1000]));
        double[] scores =
                Arrays.stream(excesses).flatMapToDouble(Arrays::stream).sorted().toArray();
        node.put("scored_from_" + (int) LOW + "_on", scores.length);
        node.put("highest_score_of_another_sound", scores.length == 0 ? 0 : rounded(LOW + scores[scores.length - 1]));
        ParetoTail.Level level = ParetoTail.level(List.of(excesses), LOW, hours, ONCE_IN_HOURS);
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
