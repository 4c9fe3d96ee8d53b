package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.evidence.Evidence;
import java.time.Instant;

/**
 * For how long a carrier on air had one verdict.
 *
 * @param verdict the verdict
 * @param ns time on air with it, ns
 * @param last start of the last look with it
 * @param evidence what was known of the carrier then
 */
public record VerdictTime(Verdict verdict, long ns, Instant last, Evidence evidence) {}
