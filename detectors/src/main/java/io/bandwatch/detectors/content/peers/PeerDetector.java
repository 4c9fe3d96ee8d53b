package io.bandwatch.detectors.content.peers;

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
import io.bandwatch.detectors.content.matching.Medium;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Compares sound and pictures of a programme in all places in which it is received, each with each, and reports the one that
 * differs from most; where as many differ as are the same, it reports that they do. They may be up to {@value #MOST_APART_S} s
 * apart. Who was never the same as another is not compared: a register may be wrong about what a transmitter carries.
 */
public final class PeerDetector implements Detector<PeerLook, PeerState, Finding> {
    private static final long serialVersionUID = 1L;

    private static final long MOST_APART_S = 120;

    /** One of two counts as received so much earlier, so that it is the earlier one whichever is. */
    static final Duration EARLIER = Duration.ofSeconds(MOST_APART_S);

    private final ProgrammeFollower follower = new ProgrammeFollower(2 * MOST_APART_S, MOST_APART_S);
    private final Set<String> referenced;
    private final Leave leave;
    private final ConditionRule odd;
    private final ConditionRule either;

    /**
     * @param times of the condition
     * @param schedule insertions that were approved beforehand
     * @param registerVersion register that tells what carries which programme
     */
    public PeerDetector(ConditionTimes times, InsertionSchedule schedule, String registerVersion) {
        this(times, schedule, registerVersion, Set.of());
    }

    /**
     * One that leaves some programmes alone.
     *
     * @param referenced those of which somebody else tells who differs: of two, one would be named that is innocent
     */
    public PeerDetector(
            ConditionTimes times, InsertionSchedule schedule, String registerVersion, Set<String> referenced) {
        this.referenced = Set.copyOf(referenced);
        this.leave = new Leave(schedule);
        this.odd = new ConditionRule(IncidentKind.INSERTED_CONTENT, times, registerVersion).revising();
        this.either = new ConditionRule(IncidentKind.PROGRAMME_MISMATCH, times, registerVersion).revising();
    }

    @Override
    public PeerState initial() {
        return PeerState.NOTHING;
    }

    @Override
    public Step<PeerState, Finding> onObservation(PeerState state, PeerLook received) {
        if (referenced.contains(received.programme())) {
            return Step.quiet(state);
        }
        ContentLook look = received.look();
        AuthorisedInsertion insertion = look.insertion();
        if (insertion != null) {
            return Step.quiet(state.with(state.allowed().with(insertion, look.time())));
        }
        int place = state.place(look.subject());
        boolean known = place < state.peers().size();
        if (look.kind() == FrameKind.ENDED) {
            return known ? ended(state, place, state.peers().get(place), look.time()) : Step.quiet(state);
        }
        Peer peer = known ? state.peers().get(place) : Peer.of(look.subject(), place);
        return judged(compared(state.with(place, received(peer, look)), place), place, look);
    }

    private static ContentLook as(Role role, ContentLook look, Instant time) {
        return new ContentLook(
                look.subject(),
                role,
                look.kind(),
                time,
                look.durationNs(),
                look.station(),
                look.levels(),
                look.prints(),
                null);
    }

    private Peer received(Peer peer, ContentLook look) {
        ContentLook early = as(Role.REFERENCE, look, look.time().minus(EARLIER));
        return peer.of(look.station())
                .with(peer.signal().with(look.levels(), look.end()))
                .with(
                        follower.reference(peer.early(), early),
                        follower.air(peer.air(), as(Role.ON_AIR, look, look.time()), EARLIER));
    }

    /** With what is known now of how it stands to each of the others. */
    private PeerState compared(PeerState state, int place) {
        PeerState next = state;
        for (int other = 0; other < state.peers().size(); other++) {
            if (other != place) {
                int later = Math.max(place, other);
                int earlier = Math.min(place, other);
                Peer peer = next.peers().get(later);
                ProgrammeFollowing following = follower.after(
                        peer.to().get(earlier).following(),
                        peer.air(),
                        next.peers().get(earlier).early(),
                        false);
                next = next.with(later, peer.with(earlier, following));
            }
        }
        return next;
    }

    private Step<PeerState, Finding> judged(PeerState state, int place, ContentLook look) {
        Sides sides = Sides.of(state, place, look.end());
        Peer peer = state.peers().get(place);
        Reading oddSound = peer.signal().unless(PeerDifference.odd(state, sides, Medium.SOUND), look.end());
        Reading oddPicture = PeerDifference.odd(state, sides, Medium.PICTURE);
        Course oddCourse = peer.odd().with(oddSound, oddPicture);
        Reading oneIs = leave.unless(state, place, oddCourse.differs().reading(oddSound, oddPicture));
        Reading eitherSound =
                Leave.unlessSignals(state, sides, PeerDifference.either(state, sides, Medium.SOUND), look.end());
        Reading eitherPicture = PeerDifference.either(state, sides, Medium.PICTURE);
        Course eitherCourse = peer.either().with(eitherSound, eitherPicture);
        Reading someAre = leave.unlessAny(state, sides, eitherCourse.differs().reading(eitherSound, eitherPicture));
        Outcome out = new Outcome();
        return out.of(state.with(
                place,
                peer.with(
                        oddCourse.with(out.take(after(odd, oddCourse.run(), look, oneIs))),
                        eitherCourse.with(out.take(after(either, eitherCourse.run(), look, someAre))))));
    }

    /** A difference counts from where it began: it is known only when the last of the peers has come so far. */
    private static Step<ConditionRun, Finding> after(
            ConditionRule rule, ConditionRun run, ContentLook look, Reading reading) {
        long countsNs = reading.answer() == Reading.Answer.YES ? run.moreNs(reading) : look.durationNs();
        return rule.after(run, new Look(look.subject(), look.time(), look.durationNs(), countsNs), reading);
    }

    private Step<PeerState, Finding> ended(PeerState state, int place, Peer peer, Instant at) {
        Outcome out = new Outcome();
        Peer silent = peer.with(Prints.NOTHING, Prints.NOTHING)
                .with(
                        peer.odd().with(out.take(odd.ended(peer.odd().run(), at))),
                        peer.either().with(out.take(either.ended(peer.either().run(), at))));
        return out.of(state.with(place, silent));
    }

    @Override
    public Step<PeerState, Finding> onDeadline(PeerState state, Instant now) {
        Outcome out = new Outcome();
        PeerState next = state;
        for (int place = 0; place < state.peers().size(); place++) {
            Peer peer = state.peers().get(place);
            next = next.with(
                    place,
                    peer.with(
                            peer.odd().with(out.take(odd.onDeadline(peer.odd().run(), now))),
                            peer.either()
                                    .with(out.take(
                                            either.onDeadline(peer.either().run(), now)))));
        }
        return out.of(next);
    }
}
