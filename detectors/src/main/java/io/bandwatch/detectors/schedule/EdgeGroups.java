package io.bandwatch.detectors.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the times of the day at which begins (or ends) come together on more days than accident explains. Every span of
 * the day that starts at an edge is tried in four lengths. The measure is the scan statistic with Bonferroni's bound
 * (J. I. Naus, Journal of the American Statistical Association 60 (1965) 532): with {@code n} edges spread at random, the
 * probability that some span that starts at one of them is kept on {@code k} of {@code m} days is at most {@code 4 n P(K
 * >= k - 1)}, {@code K} binomial with {@code m - 1} trials of {@code p = 1 - exp(-edges per day * length / day)}.
 */
final class EdgeGroups {
    private static final int DAY_S = 24 * 60 * 60;
    private static final int[] LENGTHS_S = {120, 300, 600, 1200};
    /** The clock of a timer wanders; what it did lately tells more. */
    private static final int LATEST = 7;

    private final Observed observed;
    private final double edgesPerDay;
    private final int edgeCount;

    /** A begin or an end, and when it was in local time. */
    private record Edge(Instant at, LocalDate date, int secondOfDay) {
        static Edge of(Instant at, ZoneId zone) {
            LocalDateTime local = LocalDateTime.ofInstant(at, zone);
            return new Edge(at, local.toLocalDate(), local.toLocalTime().toSecondOfDay());
        }

        int secondsAfter(int second) {
            return Math.floorMod(secondOfDay - second, DAY_S);
        }
    }

    private EdgeGroups(Observed observed, int edgeCount) {
        this.observed = observed;
        this.edgeCount = edgeCount;
        this.edgesPerDay = edgeCount / Math.max(1, observed.days());
    }

    /** The groups that are no accident, the least accidental first; no edge is in two. */
    static List<EdgeGroup> of(List<Instant> edges, ZoneId zone, Observed observed, double mostChance) {
        EdgeGroups groups = new EdgeGroups(observed, edges.size());
        List<EdgeGroup> found = new ArrayList<>();
        List<Edge> left = edges.stream().map(at -> Edge.of(at, zone)).collect(Collectors.toCollection(ArrayList::new));
        while (left.size() > 1) {
            EdgeGroup best = groups.best(left);
            if (best.chance() > mostChance) {
                return found;
            }
            found.add(best);
            left.removeIf(edge -> best.edges().contains(edge.at()));
        }
        return found;
    }

    private EdgeGroup best(List<Edge> edges) {
        return edges.stream()
                .flatMap(first ->
                        Arrays.stream(LENGTHS_S).mapToObj(lengthS -> group(edges, first.secondOfDay(), lengthS)))
                .min(Comparator.comparingDouble(EdgeGroup::chance)
                        .thenComparing(group -> -group.edges().size()))
                .orElseThrow();
    }

    private EdgeGroup group(List<Edge> edges, int fromSecond, int lengthS) {
        List<Edge> within = edges.stream()
                .filter(edge -> edge.secondsAfter(fromSecond) <= lengthS)
                .toList();
        int days = (int) within.stream().map(Edge::date).distinct().count();
        int daysObserved = Math.max(days, observed.daysWith(fromSecond + lengthS / 2));
        double p = 1 - Math.exp(-edgesPerDay * lengthS / DAY_S);
        double chance = LENGTHS_S.length * edgeCount * Binomial.atLeast(days - 1, daysObserved - 1, p);
        int[] latest = within.subList(Math.max(0, within.size() - LATEST), within.size()).stream()
                .mapToInt(edge -> edge.secondsAfter(fromSecond))
                .sorted()
                .toArray();
        int median = (latest[(latest.length - 1) / 2] + latest[latest.length / 2]) / 2;
        int scatterS = Math.max(median - latest[0], latest[latest.length - 1] - median);
        return new EdgeGroup(
                within.stream().map(Edge::at).toList(), Math.floorMod(fromSecond + median, DAY_S), scatterS, chance);
    }
}
