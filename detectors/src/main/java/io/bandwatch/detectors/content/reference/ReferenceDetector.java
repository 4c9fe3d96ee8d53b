package io.bandwatch.detectors.content.reference;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Prints;
import io.bandwatch.detectors.content.ProgrammeFollower;
import io.bandwatch.detectors.content.ProgrammeFollowing;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.matching.Course;
import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Phase;
import io.bandwatch.detectors.content.matching.TimeSignal;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Reports where what is on air is not what its reference has, in sound, in picture or in both. Level, stereo, coding,
 * equalisation, delay, size, brightness, logos, subtitles and time signals do not count.
 * Sees the looks of the reference and of everything that is compared with it, in order of time.
 */
public final class ReferenceDetector implements Detector<ContentLook, ReferenceState, Finding> {
    private static final long serialVersionUID = 1L;

    private static final double MOST_DELAY_S = 120;

    private final ConditionRule rule;
    private final ProgrammeFollower follower = new ProgrammeFollower(MOST_DELAY_S);
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
                    : Step.quiet(state.with(follower.reference(state.reference(), look)));
        }
        AuthorisedInsertion insertion = look.insertion();
        if (insertion != null) {
            return Step.quiet(
                    look.role() == Role.ANNOUNCED
                            ? state.withAnnounced(insertion, look.time())
                            : state.with(insertion, look.time()));
        }
        int place = place(state, look);
        AirLine line = place < state.air().size() ? state.air().get(place) : AirLine.of(look.subject());
        if (look.kind() == FrameKind.ENDED && place == state.air().size()) {
            return Step.quiet(state);
        }
        if (look.kind() == FrameKind.ENDED) {
            Outcome out = new Outcome();
            return out.of(state.with(
                    place, line.with(out.take(rule.ended(line.course().run(), look.time())))));
        }
        return judged(state, place, line, look);
    }

    private Step<ReferenceState, Finding> judged(ReferenceState state, int place, AirLine line, ContentLook look) {
        Prints prints = follower.air(line.prints(), look, Duration.ZERO);
        ProgrammeFollowing following =
                follower.after(line.following(), prints, state.reference(), look.role() == Role.ON_AIR);
        TimeSignal signal = line.signal().with(look.levels(), look.end());
        Reading sound = signal.unless(
                Difference.reading(following.sound(), look.role(), following.soundBehindS(prints)), look.end());
        // one delay for both
        Reading picture = following.sound().isDoubtful()
                ? Reading.UNKNOWN
                : Difference.reading(following.pictures(), look.role(), following.picturesBehindS(prints));
        Course course = line.course().with(sound, picture);
        AirLine now = new AirLine(line.subject(), prints, following, course, signal);
        Stream<AuthorisedInsertion> scheduled =
                look.station() == null ? Stream.of() : schedule.of(look.station(), look.subject());
        Stream<AuthorisedInsertion> known = Stream.concat(scheduled, announced(state, look, following));
        Reading reading = state.allowed().unless(course.differs().reading(sound, picture), look.subject(), known);
        Look seen = new Look(look.subject(), look.time(), look.durationNs(), counted(line, now, reading));
        Outcome out = new Outcome();
        return out.of(state.with(place, now.with(out.take(rule.after(run(line, now), seen, reading)))));
    }

    /** What the reference announced, where it is due here; nobody knows before the programme was found. */
    private static Stream<AuthorisedInsertion> announced(
            ReferenceState state, ContentLook look, ProgrammeFollowing following) {
        Match found = following.sound().phase() == Phase.SOUGHT ? following.pictures() : following.sound();
        return found.phase() == Phase.SOUGHT
                ? Stream.of()
                : state.announced().at(look.subject(), Duration.ofNanos(Math.round(found.delayS() * 1e9)));
    }

    /** Where a sound is back, it is known better when it came back than while it was not. */
    private static ConditionRun run(AirLine line, AirLine now) {
        ConditionRun run = line.course().run();
        boolean back = line.following().sound().phase() == Phase.DIFFERENT
                && now.following().sound().phase() == Phase.SAME;
        return back && now.course().differs().pictureNs() == 0
                ? run.endedBy(now.following().sound().began())
                : run;
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
        return reading.answer() == Reading.Answer.YES
                ? line.course().run().moreNs(reading)
                : now.following().goneOnNs(line.following());
    }

    @Override
    public Step<ReferenceState, Finding> onDeadline(ReferenceState state, Instant now) {
        Outcome out = new Outcome();
        ReferenceState next = state;
        for (int place = 0; place < state.air().size(); place++) {
            AirLine line = state.air().get(place);
            next = next.with(
                    place, line.with(out.take(rule.onDeadline(line.course().run(), now))));
        }
        return out.of(next);
    }
}
