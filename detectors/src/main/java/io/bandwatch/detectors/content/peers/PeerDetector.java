package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Follower;
import io.bandwatch.detectors.content.Following;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Compares the sound of a programme in all places in which it is heard, each with each, and reports the one that differs from
 * most; where as many differ as are the same, it reports that they do. They may be up to {@value #MOST_APART_S} s apart. Who was
 * never the same as another is not compared: a register may be wrong about what a transmitter carries.
 */
public final class PeerDetector implements Detector<PeerLook, PeerState, Finding> {
    private static final long serialVersionUID = 1L;

    private static final long MOST_APART_S = 15;

    /** One of two counts as heard so much earlier, so that it is the earlier one whichever is. */
    private static final Duration EARLIER = Duration.ofSeconds(MOST_APART_S);

    private static final int EARLIER_WORDS = (int) (EARLIER.toNanos() / PrintLine.STEP_NS);

    private final Follower follower = new Follower(2 * MOST_APART_S);
    private final InsertionSchedule schedule;
    private final ConditionRule odd;
    private final ConditionRule either;

    /**
     * @param times of the condition
     * @param schedule insertions that were approved beforehand
     * @param registerVersion register that tells what carries which programme
     */
    public PeerDetector(ConditionTimes times, InsertionSchedule schedule, String registerVersion) {
        this.schedule = schedule;
        this.odd = new ConditionRule(IncidentKind.INSERTED_CONTENT, times, registerVersion);
        this.either = new ConditionRule(IncidentKind.PROGRAMME_MISMATCH, times, registerVersion);
    }

    @Override
    public PeerState initial() {
        return PeerState.NOTHING;
    }

    @Override
    public Step<PeerState, Finding> onObservation(PeerState state, PeerLook heard) {
        ContentLook look = heard.look();
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
        return judged(compared(state.with(place, heard(peer, look)), place), place, look);
    }

    private static ContentLook as(Role role, ContentLook look, Instant time) {
        return new ContentLook(look.subject(), role, look.kind(), time, look.durationNs(), look.levels());
    }

    private Peer heard(Peer peer, ContentLook look) {
        ContentLook early = as(Role.REFERENCE, look, look.time().minus(EARLIER));
        return peer.with(
                peer.early().with(early, follower.referenceWords()),
                peer.air().with(as(Role.ON_AIR, look, look.time()), follower.airWords() + EARLIER_WORDS));
    }

    /** With what is known now of how it stands to each of the others. */
    private PeerState compared(PeerState state, int place) {
        PeerState next = state;
        for (int other = 0; other < state.peers().size(); other++) {
            if (other != place) {
                int later = Math.max(place, other);
                int earlier = Math.min(place, other);
                Peer peer = next.peers().get(later);
                Following following = follower.after(
                        peer.to().get(earlier),
                        peer.air(),
                        next.peers().get(earlier).early(),
                        false,
                        Double.NaN);
                next = next.with(later, peer.with(earlier, following));
            }
        }
        return next;
    }

    private Step<PeerState, Finding> judged(PeerState state, int place, ContentLook look) {
        Standing standing = Standing.of(state, place, look.end());
        Stream<AuthorisedInsertion> scheduled =
                look.station() == null ? Stream.of() : schedule.of(look.station(), look.subject());
        Reading other = state.allowed().unless(odd(state, standing), look.subject(), scheduled);
        Peer peer = state.peers().get(place);
        Outcome out = new Outcome();
        return out.of(state.with(
                place,
                peer.with(
                        out.take(after(odd, peer.odd(), look, other)),
                        out.take(after(either, peer.either(), look, either(state, standing))))));
    }

    /** A difference counts from where it began: it is known only when the last of the peers has come so far. */
    private static Step<ConditionRun, Finding> after(
            ConditionRule rule, ConditionRun run, ContentLook look, Reading reading) {
        long countsNs = reading.answer() == Reading.Answer.YES ? run.moreNs(reading) : look.durationNs();
        return rule.after(run, new Look(look.subject(), look.time(), look.durationNs(), countsNs), reading);
    }

    private Step<PeerState, Finding> ended(PeerState state, int place, Peer peer, Instant at) {
        Outcome out = new Outcome();
        Peer silent = peer.with(PrintLine.NOTHING, PrintLine.NOTHING)
                .with(out.take(odd.ended(peer.odd(), at)), out.take(either.ended(peer.either(), at)));
        return out.of(state.with(place, silent));
    }

    private static Reading odd(PeerState state, Standing standing) {
        if (!standing.isKnown() || standing.isTied()) {
            return Reading.UNKNOWN;
        }
        return standing.isOdd()
                ? differs(
                        state,
                        standing,
                        Reason.of(
                                ReasonCode.DIFFERS_FROM_MOST,
                                Reason.Weight.DECISIVE,
                                Integer.toString(standing.different().size()),
                                names(state, standing)))
                : Reading.NO;
    }

    private static Reading either(PeerState state, Standing standing) {
        if (!standing.isKnown()) {
            return Reading.UNKNOWN;
        }
        return standing.isTied() && standing.isFirst()
                ? differs(
                        state,
                        standing,
                        Reason.of(ReasonCode.DIFFERS_FROM_OTHER, Reason.Weight.DECISIVE, names(state, standing)))
                : Reading.NO;
    }

    /** From when to when, by the first that it differs from. */
    private static Reading differs(PeerState state, Standing standing, Reason reason) {
        int other = standing.different().get(0);
        Following following = state.between(standing.peer(), other);
        // steps are told by the clock of the one that was there later
        long shift =
                standing.peer() > other ? 0 : Math.round(following.delayS() * 1e9 / PrintLine.STEP_NS) - EARLIER_WORDS;
        return Reading.yes(following.differing(), following.limit(), "share", reason)
                .since(PrintLine.time(following.since() - shift))
                .until(PrintLine.time(following.settled() - shift));
    }

    private static String names(PeerState state, Standing standing) {
        return String.join(
                ", ",
                standing.different().stream()
                        .map(other -> state.peers().get(other).subject().inWords())
                        .toList());
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
                            out.take(odd.onDeadline(peer.odd(), now)),
                            out.take(either.onDeadline(peer.either(), now))));
        }
        return out.of(next);
    }
}
