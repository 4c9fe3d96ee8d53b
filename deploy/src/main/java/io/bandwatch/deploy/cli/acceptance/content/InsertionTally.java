package io.bandwatch.deploy.cli.acceptance.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of insertions. Not thread-safe. */
final class InsertionTally {
    private static final double REACH_S = 1.0;
    private static final double LATEST_S = 8.0;
    private static final double RECALL = 0.99;

    private final AirPath path;
    private int insertions;
    private int found;
    private int exact;
    private double latestS;
    private double worstStartS;
    private double worstEndS;
    private double hours;
    private double cleanHours;
    private int falseInserted;
    private int falseClean;
    private final List<String> wrong = new ArrayList<>();

    InsertionTally(AirPath path) {
        this.path = path;
    }

    /** By which way they came. */
    AirPath path() {
        return path;
    }

    /**
     * A presence of an incident, s of the programme.
     *
     * @param fromS begin
     * @param toS end
     * @param reportedS when it was reported
     */
    record Told(double fromS, double toS, double reportedS) {}

    /** An hour with insertions. */
    void count(String hour, List<Insertion> truth, List<Told> told, double hoursLong) {
        hours += hoursLong;
        List<Told> left = new ArrayList<>(told);
        for (Insertion insertion : truth) {
            insertions++;
            Told hit = told.stream()
                    .filter(one -> one.fromS() < insertion.toS() && one.toS() > insertion.fromS())
                    .findFirst()
                    .orElse(null);
            if (hit == null) {
                wrong.add(
                        String.format(Locale.ROOT, "%s %.1f-%.1f s missed", hour, insertion.fromS(), insertion.toS()));
                continue;
            }
            left.removeIf(one -> one.fromS() < insertion.toS() && one.toS() > insertion.fromS());
            score(hour, insertion, hit);
        }
        falseInserted += left.size();
        left.forEach(
                one -> wrong.add(String.format(Locale.ROOT, "%s %.1f-%.1f s was none", hour, one.fromS(), one.toS())));
    }

    private void score(String hour, Insertion insertion, Told hit) {
        double start = Math.abs(hit.fromS() - insertion.fromS());
        double end = Math.abs(hit.toS() - insertion.toS());
        found++;
        worstStartS = Math.max(worstStartS, start);
        worstEndS = Math.max(worstEndS, end);
        latestS = Math.max(latestS, hit.reportedS() - insertion.fromS());
        if (start <= REACH_S && end <= REACH_S && hit.reportedS() - insertion.fromS() <= LATEST_S) {
            exact++;
        } else {
            wrong.add(String.format(
                    Locale.ROOT,
                    "%s %.1f-%.1f s told as %.1f-%.1f s at %.1f s",
                    hour,
                    insertion.fromS(),
                    insertion.toS(),
                    hit.fromS(),
                    hit.toS(),
                    hit.reportedS()));
        }
    }

    /** An hour without any. */
    void clean(String hour, List<Told> told, double hoursLong) {
        cleanHours += hoursLong;
        falseClean += told.size();
        told.forEach(one ->
                wrong.add(String.format(Locale.ROOT, "%s clean, %.1f-%.1f s was none", hour, one.fromS(), one.toS())));
    }

    /** Whether nothing was told that was none, and nearly all is told as it was. */
    boolean holds() {
        return exact >= RECALL * insertions && falseInserted + falseClean == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d insertions found, %d within a second and 8 s; %d false in %.1f clean hours",
                path.word(),
                found,
                insertions,
                exact,
                falseClean,
                cleanHours);
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("path", path.word());
        node.put("hours_with_insertions", rounded(hours));
        node.put("insertions", insertions);
        node.put("found", found);
        node.put("found_within_limits", exact);
        node.put("worst_start_error_s", rounded(worstStartS));
        node.put("worst_end_error_s", rounded(worstEndS));
        node.put("latest_report_s", rounded(latestS));
        node.put("false_beside_insertions", falseInserted);
        node.put("clean_hours", rounded(cleanHours));
        node.put("false_in_clean_hours", falseClean);
        ArrayNode list = node.putArray("wrong");
        wrong.forEach(list::add);
        return node;
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
