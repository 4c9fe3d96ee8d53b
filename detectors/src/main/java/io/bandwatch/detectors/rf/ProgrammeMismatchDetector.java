package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.evidence.Change;
import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.verdict.Assessment;
import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/** Reports a licensed frequency that another transmitter has taken over. */
public final class ProgrammeMismatchDetector implements Detector<AttestedLook, ConditionRun, Finding> {
    private static final long serialVersionUID = 1L;

    private static final double LEAST_STEP_DB = 3.0;

    private final VerdictJudge judge;
    private final ConditionRule rule;

    public ProgrammeMismatchDetector(VerdictJudge judge, ConditionTimes times) {
        this.judge = judge;
        this.rule = new ConditionRule(
                IncidentKind.PROGRAMME_MISMATCH, times, judge.licences().registerVersion());
    }

    @Override
    public ConditionRun initial() {
        return ConditionRun.NOTHING;
    }

    @Override
    public Step<ConditionRun, Finding> onObservation(ConditionRun run, AttestedLook attested) {
        RfObservation look = attested.look();
        if (look.kind() == FrameKind.ENDED) {
            return rule.ended(run, look.time());
        }
        return rule.after(run, look, look.onAir() ? reading(attested) : Reading.absent(look));
    }

    @Override
    public Step<ConditionRun, Finding> onDeadline(ConditionRun run, Instant now) {
        return rule.onDeadline(run, now);
    }

    private Reading reading(AttestedLook attested) {
        RfObservation look = attested.look();
        Assessment assessment = judge.judge(
                new Sighting(
                        look.frequencyHz(), look.frequencyUncertaintyHz(), look.snrDb(), look.time(), look.timeKnown()),
                attested.evidence());
        if (!assessment.takenOver()) {
            return Reading.NO;
        }
        Reason[] reasons = assessment.reasons().toArray(Reason[]::new);
        Change change = attested.evidence().change();
        Likeness partner = attested.evidence().partner();
        if (change != null) {
            return Reading.yes(change.levelDb(), LEAST_STEP_DB, "dB", reasons).since(change.at());
        }
        return Reading.yes(partner == null ? 0 : partner.correlation(), Likeness.OTHER, "correlation", reasons);
    }
}
