package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Reason.Weight;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Reading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one look at a service says of each condition. */
final class ServiceQuestions implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    private final ServiceJudge judge;
    private final ServiceSettings settings;

    ServiceQuestions(ServiceJudge judge, ServiceSettings settings) {
        this.judge = judge;
        this.settings = settings;
    }

    /** Whether nothing explains a service that is there. */
    Reading unlicensed(ServiceWatch watch, ServiceJudgement judgement, Look look) {
        return switch (judgement.verdict()) {
            case UNLICENSED -> lasts(settings.unlicensed(), watch.unlicensed(), look, judgement.reasons());
            case UNDETERMINED -> judge.registerVersion().isEmpty() ? Reading.NO : Reading.UNKNOWN;
            default -> Reading.NO;
        };
    }

    /** Whether a service that is not there should be. */
    Reading missing(ServiceWatch watch, @Nullable ServiceEntry expected, Look look) {
        ServicePicture usual = watch.usual();
        Reason reason;
        if (expected != null) {
            reason = Reason.of(
                    ReasonCode.SERVICE_EXPECTED,
                    Weight.DECISIVE,
                    Integer.toString(watch.serviceId()),
                    expected.name() == null ? "-" : expected.name(),
                    Long.toString(expected.line()));
        } else if (usual != null && judge.demandsServices()) {
            reason = Reason.of(
                    ReasonCode.SERVICE_GONE,
                    Weight.DECISIVE,
                    Integer.toString(watch.serviceId()),
                    usual.name() == null ? "-" : usual.name());
        } else {
            return Reading.NO;
        }
        return lasts(settings.missing(), watch.missing(), look, List.of(reason));
    }

    /** Whether a service that is there is not what it was, or not what a row of the register says. */
    Reading changed(ServiceWatch watch, ServiceJudgement judgement, Look look) {
        List<Reason> reasons = new ArrayList<>(judgement.deviations());
        if (judgement.verdict() == Verdict.UNLICENSED) {
            return Reading.NO;
        }
        if (watch.usual() != null && watch.latest() != null) {
            reasons.addAll(0, watch.usual().differences(watch.latest()));
        }
        return reasons.isEmpty() ? Reading.NO : lasts(settings.changed(), watch.changed(), look, reasons);
    }

    private static Reading lasts(ConditionTimes times, ConditionRun run, Look look, List<Reason> reasons) {
        double heldS = (run.heldNs() + look.durationNs()) / NS_PER_S;
        double warnS = times.warn().toNanos() / NS_PER_S;
        return Reading.yes(heldS, warnS, "s", reasons.toArray(Reason[]::new));
    }
}
