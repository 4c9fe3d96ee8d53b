package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.signal.ts.TsService;

/**
 * What one recording says of one service.
 *
 * @param service the service as it was last
 * @param verdict whether the register explains it
 * @param reasons why
 */
public record ServiceRecord(TsService service, Verdict verdict, Reason[] reasons) {}
