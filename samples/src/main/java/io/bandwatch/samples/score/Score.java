package io.bandwatch.samples.score;

import java.util.List;
import java.util.Map;

/**
 * How a result compares with the truth.
 *
 * @param carriers found, missed and invented carriers
 * @param weakCarriersFound carriers found beyond those asked for: too weak to be missed, but there
 * @param frequencyErrorHz of the carriers found
 * @param cnErrorDb of the carriers found, in 200 kHz
 * @param confusion expected verdict to given verdict to count
 * @param wrongVerdicts carriers with another verdict than expected
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
        Map<String, Map<String, Integer>> confusion,
        List<String> wrongVerdicts,
        Tally incidents,
        Errors openedErrorS,
        Errors delayS,
        List<String> wrongPresences) {

    public Score {
        confusion = Map.copyOf(confusion);
        wrongVerdicts = List.copyOf(wrongVerdicts);
        wrongPresences = List.copyOf(wrongPresences);
    }

    /** Whether nothing was missed, invented or judged wrongly. */
    public boolean isPerfect() {
        return carriers.isPerfect() && incidents.isPerfect() && wrongVerdicts.isEmpty() && wrongPresences.isEmpty();
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
