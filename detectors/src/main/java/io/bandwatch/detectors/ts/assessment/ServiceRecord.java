package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.detectors.ts.services.ServiceJudgement;
import io.bandwatch.signal.ts.TsService;

/**
 * What one recording, or an interval of it, says of one service.
 *
 * @param service the service as it was last
 * @param verdict whether the register explains it
 * @param reasons why
 */
public record ServiceRecord(TsService service, Verdict verdict, Reason[] reasons) {
    /** What a judge says of it. */
    static ServiceRecord of(TsService service, ServiceJudge judge) {
        ServiceJudgement judgement = judge.judge(service);
        return new ServiceRecord(
                service, judgement.verdict(), judgement.reasons().toArray(Reason[]::new));
    }
}
