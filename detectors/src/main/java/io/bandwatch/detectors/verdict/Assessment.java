package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a carrier.
 *
 * @param verdict what explains it
 * @param confidence how often a verdict like this is right, 0..1
 * @param station id of the register row that explains it, or whose frequency it has taken, or null
 * @param takenOver whether it is another transmitter on the frequency of that station
 * @param reasons why, the weightiest first
 */
public record Assessment(
        Verdict verdict, double confidence, @Nullable String station, boolean takenOver, List<Reason> reasons) {
    /** The same of a carrier that was not on air for the hold time: nobody is called unlicensed for that. */
    Assessment afterOnly(double seconds) {
        if (verdict != Verdict.UNLICENSED) {
            return this;
        }
        List<Reason> told = new ArrayList<>();
        told.add(Reason.of(
                ReasonCode.TOO_LITTLE_EVIDENCE, Reason.Weight.DECISIVE, String.format(Locale.ROOT, "%.1f", seconds)));
        told.addAll(reasons);
        return new Assessment(Verdict.UNDETERMINED, confidence, station, takenOver, List.copyOf(told));
    }
}
