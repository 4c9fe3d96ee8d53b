package io.bandwatch.detectors.content;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.picture.PictureFollower;
import io.bandwatch.detectors.content.picture.PictureFollowing;
import io.bandwatch.detectors.content.picture.PictureLine;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Reports where what is on air is not what its reference has, in sound, in picture or in both. Level, stereo, coding,
 * equalisation, delay, size, brightness, logos and subtitles do not count.
 * Sees the looks of the reference and of everything that is compared with it, in order of time.
 */
public final class ReferenceDetector implements Detector<ContentLook, ReferenceState, Finding> {
    private static final long serialVersionUID = 1L;

    private static final double MOST_DELAY_S = 120;

    private final ConditionRule rule;
    private final Follower follower = new Follower(MOST_DELAY_S);
    private final PictureFollower pictureFollower = new PictureFollower(MOST_DELAY_S);

    private final InsertionSchedule schedule;

    /**
     * Where nothing is scheduled.
     *
     * @param times of the condition
     */
    public ReferenceDetector(ConditionTimes times) {
        this(times, InsertionSchedule.NONE);
    }

    /**
     * @param times of the condition
     * @param schedule insertions that were approved beforehand
     */
    public ReferenceDetector(ConditionTimes times, InsertionSchedule schedule) {
        this.rule = new ConditionRule(IncidentKind.INSERTED_CONTENT, times, "").revising();
        this.schedule = schedule;
    }

    @Override
    public ReferenceState initial() {
        return ReferenceState.NOTHING;
    }

    @Override
    public Step<ReferenceState, Finding> onObservation(ReferenceState state, ContentLook look) {
        if (look.role() == Role.REFERENCE) {
            return look.kind() == FrameKind.ENDED
                    ? Step.quiet(state)
                    : Step.quiet(state.with(
                            state.reference().with(look, follower.referenceWords()),
                            state.pictures().with(look.end(), look.prints(), pictureFollower.referenceSteps())));
        }
        AuthorisedInsertion insertion = look.insertion();
        if (insertion != null) {
            return Step.quiet(state.with(insertion, look.time()));
        }
        int place = place(state, look);
        AirLine line = place < state.air().size() ? state.air().get(place) : AirLine.of(look.subject());
        Outcome out = new Outcome();
        if (look.kind() == FrameKind.ENDED) {
            return out.of(state.with(place, line.with(out.take(rule.ended(line.run(), look.time())))));
        }
        AirLine now = followed(line, state, look);
        Stream<AuthorisedInsertion> scheduled =
                look.station() == null ? Stream.of() : schedule.of(look.station(), look.subject());
        Reading reading = state.allowed().unless(Difference.reading(now, look.role()), look.subject(), scheduled);
        Look seen = new Look(look.subject(), look.time(), look.durationNs(), counted(line, now, reading));
        return out.of(state.with(place, now.with(out.take(rule.after(run(line, now), seen, reading)))));
    }

    private AirLine followed(AirLine line, ReferenceState state, ContentLook look) {
        PrintLine print = line.print().with(look, follower.airWords());
        Following following = follower.after(
                line.following(),
                print,
                state.reference(),
                look.role() == Role.ON_AIR,
                line.pictured().sameDelayS());
        PictureLine pictures = line.pictures().with(look.end(), look.prints(), pictureFollower.airSteps());
        PictureFollowing pictured =
                pictureFollower.after(line.pictured(), pictures, state.pictures(), following.clock());
        boolean lasts = line.run().since() != null || line.run().isPresent();
        AirLine next = new AirLine(line.subject(), print, following, pictures, pictured, line.differs(), line.run());
        Differing differs = Difference.of(next, look.role(), lasts ? line.differs() : Differing.NOTHING);
        return new AirLine(line.subject(), print, following, pictures, pictured, differs, line.run());
    }

    /** Where a sound is back, it is known better when it came back than while it was not. */
    private static ConditionRun run(AirLine line, AirLine now) {
        boolean back = line.following().phase() == Following.Phase.DIFFERENT
                && now.following().phase() == Following.Phase.SAME;
        return back && now.differs().pictureNs() == 0
                ? line.run().endedBy(PrintLine.time(now.following().since()))
                : line.run();
    }

    private static int place(ReferenceState state, ContentLook look) {
        int place = 0;
        while (place < state.air().size() && !state.air().get(place).subject().equals(look.subject())) {
            place++;
        }
        return place;
    }

    /** As much as became known of the condition by this look: it is told of a change some time after it. */
    private static long counted(AirLine line, AirLine now, Reading reading) {
        if (reading.answer() != Reading.Answer.YES) {
            long heardNs = PrintLine.STEP_NS
                    * Math.max(0, now.following().next() - line.following().next());
            return Math.max(heardNs, now.pictured().goneOnNs(line.pictured()));
        }
        return line.run().moreNs(reading);
    }

    @Override
    public Step<ReferenceState, Finding> onDeadline(ReferenceState state, Instant now) {
        Outcome out = new Outcome();
        ReferenceState next = state;
        for (int place = 0; place < state.air().size(); place++) {
            AirLine line = state.air().get(place);
            next = next.with(place, line.with(out.take(rule.onDeadline(line.run(), now))));
        }
        return out.of(next);
    }
}
