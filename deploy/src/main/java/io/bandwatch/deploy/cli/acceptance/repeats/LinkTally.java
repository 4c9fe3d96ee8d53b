package io.bandwatch.deploy.cli.acceptance.repeats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.repeats.Gangs.Station;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What became of pairs of carriers that belong together, as people are told of them. Not thread-safe. */
final class LinkTally {
    private static final double LEAST_F1 = 0.95;
    private static final double MHZ = 1e6;

    private int hours;
    private int carriers;
    private int pairs;
    private int told;
    private int right;
    private int licensedTold;
    private int networksKnown;
    private final List<String> wrong = new ArrayList<>();

    /** An hour. */
    void count(String hour, List<Station> stations, List<Finding> findings) {
        hours++;
        Map<String, String> groups = groups(findings);
        for (Station station : stations) {
            carriers += station.group() >= 0 ? 1 : 0;
            licensedTold += station.licensed() && groups.containsKey(name(station)) ? 1 : 0;
        }
        for (int i = 0; i < stations.size(); i++) {
            for (int k = 0; k < i; k++) {
                pair(hour, stations.get(k), stations.get(i), groups);
            }
        }
    }

    /** The network of an hour in which nobody has a licence: what keeps it from being told must be that it has one. */
    void countNetwork(String hour, List<Station> stations, List<Finding> findings) {
        Map<String, String> groups = groups(findings);
        Set<String> named = new HashSet<>();
        stations.stream()
                .filter(Station::licensed)
                .forEach(station -> named.add(groups.getOrDefault(name(station), "no group")));
        double sets = findings.stream()
                .filter(finding -> named.contains(groups.get(finding.subject().inWords())))
                .mapToDouble(Finding::measured)
                .reduce(0, (before, last) -> last);
        if (named.size() == 1 && sets == Gangs.NETWORK) {
            networksKnown++;
        } else {
            wrong.add(hour + ": without licences the network is in " + named + ", " + sets + " sets");
        }
    }

    private void pair(String hour, Station one, Station other, Map<String, String> groups) {
        boolean together = one.group() >= 0 && one.group() == other.group();
        String group = groups.get(name(one));
        boolean toldSo = group != null && group.equals(groups.get(name(other)));
        pairs += together ? 1 : 0;
        told += toldSo ? 1 : 0;
        right += together && toldSo ? 1 : 0;
        if (together != toldSo) {
            wrong.add(hour + ": " + name(one) + " and " + name(other) + (together ? " missed" : " are not together"));
        }
    }

    /** A name of the group of each carrier that is in one. */
    private static Map<String, String> groups(List<Finding> findings) {
        Map<String, String> groups = new HashMap<>();
        for (Finding finding : findings) {
            for (Reason reason : finding.reasons()) {
                if (reason.code() != ReasonCode.LINKED_SETS) {
                    String one = reason.arguments()[0];
                    String other = reason.arguments()[1];
                    String group = groups.getOrDefault(one, one);
                    String joined = groups.getOrDefault(other, other);
                    groups.put(one, group);
                    groups.put(other, group);
                    groups.replaceAll((carrier, old) -> old.equals(joined) ? group : old);
                }
            }
        }
        return groups;
    }

    private static String name(Station station) {
        return String.format(
                Locale.ROOT,
                "%.1f MHz (%s)",
                station.subject().channelHz() / MHZ,
                station.subject().feed());
    }

    private double f1() {
        return pairs + told == 0 ? 1 : 2.0 * right / (pairs + told);
    }

    boolean holds() {
        return f1() >= LEAST_F1 && licensedTold == 0 && networksKnown == hours;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d of %d pairs told, %d that are none; F1 %.3f", right, pairs, told - right, f1());
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("hours", hours);
        node.put("carriers_in_groups", carriers);
        node.put("pairs", pairs);
        node.put("pairs_told", told);
        node.put("pairs_told_rightly", right);
        node.put("f1", Math.rint(f1() * 1000) / 1000);
        node.put("licensed_carriers_told", licensedTold);
        node.put("networks_known_without_licences", networksKnown);
        ArrayNode list = node.putArray("wrong");
        wrong.forEach(list::add);
        return node;
    }
}
