package io.bandwatch.detectors.video;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionMove;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.VideoObservation;
import java.time.Duration;
import java.time.Instant;

/**
 * Reports faults of a service's pictures: black, freeze, colour bars, mosaic, and no pictures at all. Black, freeze and bars
 * are asked of each picture, so that they are dated to a picture.
 */
public final class PictureDetector implements Detector<AvFrame, PictureState, Finding> {
    private static final long serialVersionUID = 1L;

    private final PictureSettings settings;
    private final ServiceProfiles profiles;
    private final PictureQuestions questions;
    private final ConditionRule black;
    private final ConditionRule freeze;
    private final ConditionRule bars;
    private final ConditionRule mosaic;
    private final ConditionRule lost;

    public PictureDetector(PictureSettings settings, ServiceProfiles profiles) {
        this.settings = settings;
        this.profiles = profiles;
        this.questions = new PictureQuestions(settings);
        this.black = new ConditionRule(IncidentKind.VIDEO_BLACK, settings.black(), "");
        this.freeze = new ConditionRule(IncidentKind.VIDEO_FREEZE, settings.freeze(), "");
        this.bars = new ConditionRule(IncidentKind.VIDEO_COLOUR_BARS, settings.bars(), "");
        this.mosaic = new ConditionRule(IncidentKind.VIDEO_MOSAIC, settings.mosaic(), "");
        this.lost = new ConditionRule(IncidentKind.VIDEO_LOST, settings.lost(), "");
    }

    @Override
    public PictureState initial() {
        return PictureState.NOTHING;
    }

    @Override
    public Step<PictureState, Finding> onObservation(PictureState state, AvFrame frame) {
        if (frame.kind() == FrameKind.ENDED) {
            return each(state, (rule, run) -> rule.ended(run, frame.time()));
        }
        VideoObservation video = frame.video();
        Outcome out = new Outcome();
        if (video == null || !video.account().state().isObserved()) {
            PictureState broken = state.with(state.memory().broken());
            return each(broken, (rule, run) -> rule.after(run, whole(frame), Reading.UNKNOWN));
        }
        PictureState next = state;
        for (PictureMeasurement picture : video.pictures()) {
            next = picture(next, frame, picture, out);
        }
        return look(next, frame, video, out);
    }

    @Override
    public Step<PictureState, Finding> onDeadline(PictureState state, Instant now) {
        return each(state, (rule, run) -> rule.onDeadline(run, now));
    }

    private PictureState picture(PictureState state, AvFrame frame, PictureMeasurement picture, Outcome out) {
        Instant at = frame.time().plusNanos(picture.offsetNs());
        Look look = new Look(subject(frame), at, picture.durationNs());
        PictureMemory memory = state.memory().with(picture, at, settings.settling());
        ServiceProfile profile = profiles.of(frame.serviceId());
        boolean named = questions.isBlack(picture) || questions.isBars(picture);
        boolean legal = (profile.has(ServiceTrait.RADIO) && ServiceHeard.isSound(frame))
                || profile.mayShowTestCard(frame.serviceId(), at);
        Instant nearly = questions.nearlyFrozenSince(memory, look.end());
        ConditionRun freezing = nearly == null ? state.freeze() : state.freeze().begunBy(nearly);
        Reading frozen = named || legal ? Reading.NO : questions.freeze(picture, memory, at);
        return new PictureState(
                memory,
                out.take(black.after(state.black(), look, questions.black(picture))),
                out.take(freeze.after(freezing, settled(look, freezing, memory), frozen)),
                out.take(bars.after(state.bars(), look, questions.bars(picture, frame, profile))),
                state.mosaic(),
                state.lost());
    }

    /** The first picture of which it is known that it stands counts for those before it. */
    private Look settled(Look look, ConditionRun run, PictureMemory memory) {
        Instant stood = memory.stoodSince(settings.settling());
        boolean first = run.since() == null && questions.isStillFrom(memory, look);
        if (!first || stood == null) {
            return look;
        }
        long stoodNs = Duration.between(stood, look.time()).toNanos();
        return new Look(look.subject(), look.time(), look.durationNs(), stoodNs);
    }

    private Step<PictureState, Finding> look(PictureState state, AvFrame frame, VideoObservation video, Outcome out) {
        Look look = whole(frame);
        PictureMemory memory = state.memory().with(frame, video, settings);
        ConditionRun nowLost = out.take(lost.after(state.lost(), look, questions.lost(video, memory)));
        boolean empty = video.pictures().length == 0;
        // what was wrong with pictures ends where there are none; while that is not certain, nothing is known of it
        Reading gone = nowLost.isPresent() ? Reading.NO : Reading.UNKNOWN;
        Reading damaged = empty ? gone : questions.mosaic(frame, memory, video);
        return out.of(new PictureState(
                empty ? memory.broken() : memory,
                out.take(black.after(state.black(), look, empty ? gone : Reading.UNKNOWN)),
                out.take(freeze.after(state.freeze(), look, empty ? gone : Reading.UNKNOWN)),
                out.take(bars.after(state.bars(), look, empty ? gone : Reading.UNKNOWN)),
                out.take(mosaic.after(state.mosaic(), look, damaged)),
                nowLost));
    }

    private static Look whole(AvFrame frame) {
        return new Look(subject(frame), frame.time(), frame.durationNs());
    }

    private static Subject subject(AvFrame frame) {
        return Subject.service(frame.feed(), frame.serviceId());
    }

    /** The same for all conditions. */
    private Step<PictureState, Finding> each(PictureState state, ConditionMove move) {
        Outcome out = new Outcome();
        return out.of(new PictureState(
                state.memory(),
                out.take(move.of(black, state.black())),
                out.take(move.of(freeze, state.freeze())),
                out.take(move.of(bars, state.bars())),
                out.take(move.of(mosaic, state.mosaic())),
                out.take(move.of(lost, state.lost()))));
    }
}
