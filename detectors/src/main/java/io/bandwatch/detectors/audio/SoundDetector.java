package io.bandwatch.detectors.audio;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.condition.ConditionMove;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.licences.StationProfile;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/**
 * Reports faults of the sound of every carrier that is not unlicensed: silence, loudness off the station's own level, mono
 * where stereo was promised, inverted phase. The register's profile says what is usual for a station. Time in which the sound
 * cannot be told counts as nothing.
 */
public final class SoundDetector implements Detector<RfObservation, SoundState, Finding> {
    private static final long serialVersionUID = 1L;

    private final LicenceJudge judge;
    private final SoundSettings settings;
    private final SoundQuestions questions;
    private final ConditionRule silence;
    private final ConditionRule classicalSilence;
    private final ConditionRule low;
    private final ConditionRule high;
    private final ConditionRule mono;
    private final ConditionRule inverted;

    public SoundDetector(LicenceJudge judge, SoundSettings settings) {
        this.judge = judge;
        this.settings = settings;
        this.questions = new SoundQuestions(settings);
        this.silence = rule(IncidentKind.SILENCE, settings.silence());
        this.classicalSilence = rule(IncidentKind.SILENCE, settings.classicalSilence());
        this.low = rule(IncidentKind.LOUDNESS_LOW, settings.loudness());
        this.high = rule(IncidentKind.LOUDNESS_HIGH, settings.loudness());
        this.mono = rule(IncidentKind.MONO, settings.mono());
        this.inverted = rule(IncidentKind.PHASE_INVERTED, settings.inverted());
    }

    private ConditionRule rule(IncidentKind kind, ConditionTimes times) {
        return new ConditionRule(kind, times, judge.registerVersion());
    }

    @Override
    public SoundState initial() {
        return SoundState.NOTHING;
    }

    @Override
    public Step<SoundState, Finding> onObservation(SoundState state, RfObservation look) {
        if (look.kind() == FrameKind.ENDED) {
            return each(state, (rule, run) -> rule.ended(run, look.time()));
        }
        if (!look.onAir()) {
            return each(state, (rule, run) -> rule.after(run, look, Reading.absent(look)));
        }
        FmReception reception = look.reception();
        if (reception == null
                || reception.audio().weightedMeanSquare().length == 0
                || look.snrDb() < settings.lowestSnrDb()) {
            return each(state, (rule, run) -> rule.after(run, look, Reading.UNKNOWN));
        }
        Judgement judgement = judge.judge(new Sighting(
                look.frequencyHz(), look.frequencyUncertaintyHz(), look.snrDb(), look.time(), look.timeKnown()));
        if (judgement.verdict() == Verdict.UNLICENSED) {
            return each(state, (rule, run) -> rule.after(run, look, Reading.NO));
        }
        Heard heard = Heard.of(look, reception, judgement.entry(), settings);
        return heard(state, heard, state.memory().with(heard, settings));
    }

    @Override
    public Step<SoundState, Finding> onDeadline(SoundState state, Instant now) {
        return each(state, (rule, run) -> rule.onDeadline(run, now));
    }

    private Step<SoundState, Finding> heard(SoundState state, Heard heard, SoundMemory memory) {
        RfObservation look = heard.look();
        ConditionRule silent = heard.profile() == StationProfile.CLASSICAL ? classicalSilence : silence;
        Outcome out = new Outcome();
        return out.of(new SoundState(
                memory,
                out.take(silent.after(state.silence(), look, questions.silence(heard))),
                out.take(low.after(state.low(), look, questions.loudness(heard, memory, -1))),
                out.take(high.after(state.high(), look, questions.loudness(heard, memory, 1))),
                out.take(mono.after(state.mono(), look, questions.mono(heard, memory))),
                out.take(inverted.after(state.inverted(), look, questions.inverted(heard, memory)))));
    }

    /** The same for all conditions. */
    private Step<SoundState, Finding> each(SoundState state, ConditionMove move) {
        Outcome out = new Outcome();
        return out.of(new SoundState(
                state.memory(),
                out.take(move.of(silence, state.silence())),
                out.take(move.of(low, state.low())),
                out.take(move.of(high, state.high())),
                out.take(move.of(mono, state.mono())),
                out.take(move.of(inverted, state.inverted()))));
    }
}
