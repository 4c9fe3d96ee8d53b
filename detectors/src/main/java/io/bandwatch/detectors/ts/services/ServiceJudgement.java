package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What explains a service.
 *
 * @param verdict licensed, unlicensed or undetermined
 * @param entry the row that explains it, or null
 * @param reasons why, the weightiest first
 * @param deviations in what a licensed service is not what its row says; part of the reasons
 */
public record ServiceJudgement(
        Verdict verdict, @Nullable ServiceEntry entry, List<Reason> reasons, List<Reason> deviations) {}
