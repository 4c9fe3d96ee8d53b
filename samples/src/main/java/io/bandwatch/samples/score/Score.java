package io.bandwatch.samples.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a result compares with the truth.
 *
 * @param carriers found, missed and invented carriers
 * @param weakCarriersFound carriers found beyond those asked for: too weak to be missed, but there
 * @param frequencyErrorHz of the carriers found
 * @param cnErrorDb of the carriers found, in 200 kHz
 * @param judged every carrier that is asked for or there, and what was said of it
 * @param incidents raised, missed and invented incidents
 * @param openedErrorS opening time against the onset in the truth
 * @param delayS time from the onset to the report
 * @param wrongPresences incidents with another number of presences than expected
 */
public record Score(
        Tally carriers,
        int weakCarriersFound,
        Errors frequencyErrorHz,
        Errors cnErrorDb,
        List<Judged> judged,
        Tally incidents,
        Errors openedErrorS,
        Errors delayS,
        List<String> wrongPresences) {

    public Score {
        judged = List.copyOf(judged);
        wrongPresences = List.copyOf(wrongPresences);
    }

    /** Of what was found and should be: expected verdict to given verdict to count. */
    public Map<String, Map<String, Integer>> confusion() {
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        for (Judged one : judged) {
            if (one.isFound()) {
                confusion
                        .computeIfAbsent(one.expected(), key -> new TreeMap<>())
                        .merge(one.given(), 1, Integer::sum);
            }
        }
        return confusion;
    }

    /** What was found and has another verdict than it deserves. */
    public List<String> wrongVerdicts() {
        return judged.stream()
                .filter(one -> one.isFound() && !one.right())
                .map(Judged::complaint)
                .toList();
    }

    /** Whether nothing was missed, invented or judged wrongly. */
    public boolean isPerfect() {
        return carriers.isPerfect() && incidents.isPerfect() && wrongVerdicts().isEmpty() && wrongPresences.isEmpty();
    }

    /** The score as one JSON object. */
    public String toJson() {
        return ScoreText.json(this);
    }

    /** The score as a table for people. */
    public String toTable() {
        return ScoreText.table(this);
    }
}
