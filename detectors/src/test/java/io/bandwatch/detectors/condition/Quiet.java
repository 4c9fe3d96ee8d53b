package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/** The smallest detector there can be: below 20 dB its condition holds, between 40 and 50 dB nobody knows. */
record Quiet(ConditionRule rule) implements Detector<RfObservation, ConditionRun, Finding> {
    static final double HOLDS_DB = 10;
    static final double HOLDS_NOT_DB = 30;
    static final double UNKNOWN_DB = 45;

    static Quiet of(ConditionTimes times) {
        return new Quiet(new ConditionRule(IncidentKind.SILENCE, times, "v1"));
    }

    @Override
    public ConditionRun initial() {
        return ConditionRun.NOTHING;
    }

    @Override
    public Step<ConditionRun, Finding> onObservation(ConditionRun run, RfObservation look) {
        return look.kind() == FrameKind.ENDED ? rule.ended(run, look.time()) : rule.after(run, look, reading(look));
    }

    @Override
    public Step<ConditionRun, Finding> onDeadline(ConditionRun run, Instant now) {
        return rule.onDeadline(run, now);
    }

    private static Reading reading(RfObservation look) {
        if (!look.onAir()) {
            return Reading.absent(look);
        }
        if (look.snrDb() > 40) {
            return Reading.UNKNOWN;
        }
        return look.snrDb() < 20 ? Reading.yes(look.snrDb(), 20, "dB") : Reading.NO;
    }
}
