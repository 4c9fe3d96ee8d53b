package io.bandwatch.detectors.video;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionMove;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.TrackState;
import java.time.Instant;

/**
 * Reports faults of a service's sound: a track that is lost, silence, loudness off the service's own level, stereo that has
 * become mono, and a channel that is inverted. All but the first are those of the first track: others are often silent by right, as a commentary for the blind between scenes.
 */
public final class ServiceSoundDetector implements Detector<AvFrame, ServiceSoundState, Finding> {
    private static final long serialVersionUID = 1L;

    private final ServiceSoundSettings settings;
    private final ServiceSoundQuestions questions;
    private final ServiceProfiles profiles;
    private final ConditionRule lost;
    private final ConditionRule silence;
    private final ConditionRule classicalSilence;
    private final ConditionRule low;
    private final ConditionRule high;
    private final ConditionRule mono;
    private final ConditionRule inverted;

    public ServiceSoundDetector(ServiceSoundSettings settings, ServiceProfiles profiles) {
        this.settings = settings;
        this.questions = new ServiceSoundQuestions(settings);
        this.profiles = profiles;
        this.lost = new ConditionRule(IncidentKind.AUDIO_LOST, settings.lost(), "");
        this.silence = new ConditionRule(IncidentKind.SILENCE, settings.silence(), "");
        this.classicalSilence = new ConditionRule(IncidentKind.SILENCE, settings.classicalSilence(), "");
        this.low = new ConditionRule(IncidentKind.LOUDNESS_LOW, settings.loudness(), "");
        this.high = new ConditionRule(IncidentKind.LOUDNESS_HIGH, settings.loudness(), "");
        this.mono = new ConditionRule(IncidentKind.MONO, settings.mono(), "");
        this.inverted = new ConditionRule(IncidentKind.PHASE_INVERTED, settings.inverted(), "");
    }

    @Override
    public ServiceSoundState initial() {
        return ServiceSoundState.NOTHING;
    }

    @Override
    public Step<ServiceSoundState, Finding> onObservation(ServiceSoundState state, AvFrame frame) {
        if (frame.kind() == FrameKind.ENDED) {
            return each(state, (rule, run) -> rule.ended(run, frame.time()));
        }
        Outcome out = new Outcome();
        Look look = look(frame);
        ServiceSoundMemory memory = state.memory().with(frame);
        ConditionRun nowLost = out.take(lost.after(state.lost(), look, lost(frame, memory)));
        AudioMeasurement sound = ServiceHeard.main(frame);
        if (sound == null) {
            // what was wrong with the sound ends where there is none; while that is not certain, nothing is known of it
            Reading gone = nowLost.isPresent() ? Reading.NO : Reading.UNKNOWN;
            return out.of(new ServiceSoundState(
                    memory,
                    nowLost,
                    out.take(silence.after(state.silence(), look, gone)),
                    out.take(low.after(state.low(), look, gone)),
                    out.take(high.after(state.high(), look, gone)),
                    out.take(mono.after(state.mono(), look, gone)),
                    out.take(inverted.after(state.inverted(), look, gone))));
        }
        return heard(state, memory, frame, sound, nowLost, out);
    }

    private Step<ServiceSoundState, Finding> heard(
            ServiceSoundState state,
            ServiceSoundMemory memory,
            AvFrame frame,
            AudioMeasurement sound,
            ConditionRun nowLost,
            Outcome out) {
        Look look = look(frame);
        ServiceProfile profile = profiles.of(frame.serviceId());
        double lufs = ServiceHeard.lufs(sound);
        boolean silent = lufs < settings.silenceLufs();
        double mostLu = settings.deviationLu(profile);
        ServiceSoundMemory next = memory.with(sound, frame, silent, mostLu, settings.settleAfter());
        ConditionRule quiet = profile.has(ServiceTrait.CLASSICAL) ? classicalSilence : silence;
        return out.of(new ServiceSoundState(
                next,
                nowLost,
                out.take(quiet.after(state.silence(), look, questions.silence(lufs, silent))),
                out.take(low.after(state.low(), look, questions.loudness(frame, next, silent, mostLu, -1))),
                out.take(high.after(state.high(), look, questions.loudness(frame, next, silent, mostLu, 1))),
                out.take(mono.after(state.mono(), look, questions.mono(frame, next, profile, silent))),
                out.take(inverted.after(state.inverted(), look, questions.inverted(frame, next, silent)))));
    }

    private static Look look(AvFrame frame) {
        return new Look(Subject.service(frame.feed(), frame.serviceId()), frame.time(), frame.durationNs());
    }

    @Override
    public Step<ServiceSoundState, Finding> onDeadline(ServiceSoundState state, Instant now) {
        return each(state, (rule, run) -> rule.onDeadline(run, now));
    }

    private Reading lost(AvFrame frame, ServiceSoundMemory memory) {
        boolean observed = false;
        for (AudioObservation track : frame.audio()) {
            if (isLost(track, memory)) {
                Reason reason = Reason.of(ReasonCode.NO_SOUND, DECISIVE, Integer.toString(track.pid()));
                return Reading.yes(0, 1, "samples", reason);
            }
            observed |= track.account().decoded() > 0;
        }
        return observed ? Reading.NO : Reading.UNKNOWN;
    }

    /** A recording may be without tracks that its tables name; they were never there to be lost. */
    private boolean isLost(AudioObservation track, ServiceSoundMemory memory) {
        if (track.account().decoded() > 0) {
            return false;
        }
        boolean seen = memory.hasSeen(track.pid());
        if (track.account().state() == TrackState.MISSING) {
            return seen;
        }
        boolean patient = !seen && memory.waitedNs() < settings.patience().toNanos();
        return track.account().state() == TrackState.DECODED && track.account().expected() > 0 && !patient;
    }

    /** The same for all conditions. */
    private Step<ServiceSoundState, Finding> each(ServiceSoundState state, ConditionMove move) {
        Outcome out = new Outcome();
        return out.of(new ServiceSoundState(
                state.memory(),
                out.take(move.of(lost, state.lost())),
                out.take(move.of(silence, state.silence())),
                out.take(move.of(low, state.low())),
                out.take(move.of(high, state.high())),
                out.take(move.of(mono, state.mono())),
                out.take(move.of(inverted, state.inverted()))));
    }
}
