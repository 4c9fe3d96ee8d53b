package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What explains a carrier at one time.
 *
 * @param verdict the verdict
 * @param entry the register entry that explains it or comes nearest to it, or null
 * @param reasons why, the weightiest first
 */
public record Judgement(Verdict verdict, @Nullable LicenceEntry entry, List<Reason> reasons) {
    /** Id of the station in the register, or null. */
    public @Nullable String station() {
        return entry == null ? null : entry.id();
    }

    /** Whether a row explains the carrier. */
    public boolean explains() {
        return entry != null && verdict != Verdict.UNLICENSED;
    }

    /** Id of the station that is licensed to broadcast there, or null. */
    public @Nullable String licensedStation() {
        return entry != null && explains() && entry.stationClass().mustBeOnAir() ? entry.id() : null;
    }
}
