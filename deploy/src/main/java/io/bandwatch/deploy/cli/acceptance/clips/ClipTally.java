package io.bandwatch.deploy.cli.acceptance.clips;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.clips.ClipScene.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of clips that were on air. Not thread-safe. */
final class ClipTally {
    private static final double UNALTERED = 0.98;
    private static final double ALTERED = 0.95;

    /** After the end of a clip it is told so late at most, s. */
    private static final double LATEST_S = 2;

    private final Map<Alteration, int[]> counts = new EnumMap<>(Alteration.class);
    private final Recordings recordings = new Recordings();
    private final List<Double> latencies = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    ClipTally() {
        Arrays.stream(Alteration.values()).forEach(alteration -> counts.put(alteration, new int[2]));
    }

    /** @param source the sound that the clips were cut out of */
    void count(String hour, List<Placed> placed, List<Report> reports, float[] source) {
        for (Placed one : placed) {
            int[] count = counts.computeIfAbsent(one.alteration(), alteration -> new int[2]);
            count[0]++;
            reports.stream()
                    .filter(report -> isOf(report, one, source))
                    .mapToDouble(report -> report.reportedS() - one.fromS())
                    .min()
                    .ifPresentOrElse(
                            latency -> {
                                count[1]++;
                                latencies.add(latency);
                            },
                            () -> missed.add(String.format(
                                    Locale.ROOT,
                                    "%s %s %.1f s",
                                    hour,
                                    one.alteration().word(),
                                    one.fromS())));
        }
    }

    /** By its name, or by that of another clip that has the same recording. */
    private boolean isOf(Report report, Placed placed, float[] source) {
        if (report.fromS() >= placed.toS()
                || report.toS() <= placed.fromS()
                || report.reportedS() > placed.toS() + LATEST_S) {
            return false;
        }
        int clip = Integer.parseInt(report.clip().substring(report.clip().indexOf('-') + 1));
        if (clip == placed.clip()) {
            return true;
        }
        double intoS = Math.max(0, report.fromS() - placed.fromS());
        double fromS = clip * ClipScene.CLIP_S;
        return recordings.correlation(
                        source, placed.clip() * ClipScene.CLIP_S + intoS, source, fromS, fromS + ClipScene.CLIP_S)
                >= CleanTally.SAME;
    }

    private double share(boolean altered) {
        int all = 0;
        int known = 0;
        for (var entry : counts.entrySet()) {
            if (altered == (entry.getKey() != Alteration.NONE)) {
                all += entry.getValue()[0];
                known += entry.getValue()[1];
            }
        }
        return all == 0 ? 0 : (double) known / all;
    }

    boolean holds() {
        return share(false) >= UNALTERED && share(true) >= ALTERED;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "clips known: %.1f %% unaltered, %.1f %% altered", 100 * share(false), 100 * share(true));
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        counts.forEach((alteration, count) -> {
            ObjectNode one = node.putObject(alteration.word());
            one.put("clips", count[0]);
            one.put("known", count[1]);
        });
        double[] sorted =
                latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        node.put("told_after_s_in_the_middle", sorted.length == 0 ? 0 : Math.rint(10 * sorted[sorted.length / 2]) / 10);
        node.put(
                "nine_in_ten_told_after_s",
                sorted.length == 0 ? 0 : Math.rint(10 * sorted[sorted.length * 9 / 10]) / 10);
        ArrayNode list = node.putArray("missed");
        missed.forEach(list::add);
        return node;
    }
}
