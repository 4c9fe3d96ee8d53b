package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.Reading.Answer;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** What is left of a difference where one of those that differ has leave to. */
final class Leave implements Serializable {
    private static final long serialVersionUID = 1L;

    private final InsertionSchedule schedule;

    /** @param schedule insertions that were approved beforehand */
    Leave(InsertionSchedule schedule) {
        this.schedule = schedule;
    }

    /** Of what one peer has, by its clock. */
    Reading unless(PeerState state, int peer, Reading reading) {
        Peer there = state.peers().get(peer);
        String station = there.station();
        Stream<AuthorisedInsertion> scheduled = station == null ? Stream.of() : schedule.of(station, there.subject());
        return state.allowed().unless(reading, there.subject(), scheduled);
    }

    /** Of what several have, told by the clock of one of them: nobody knows which of them it is that has other content. */
    Reading unlessAny(PeerState state, Sides sides, Reading reading) {
        Reading left = reading;
        for (int other = 0; other < state.peers().size(); other++) {
            left = sides.concern(other) ? unlessOf(state, sides.sound().peer(), other, left) : left;
        }
        return left;
    }

    private Reading unlessOf(PeerState state, int peer, int other, Reading reading) {
        Instant from = reading.from();
        Instant to = reading.to();
        if (reading.answer() != Answer.YES || from == null || to == null) {
            return reading;
        }
        Duration later = state.later(other, peer);
        Reading there = unless(state, other, reading.since(from.plus(later)).until(to.plus(later)));
        Instant rest = there.from();
        return there.answer() != Answer.YES || rest == null ? there : reading.since(rest.minus(later));
    }

    /**
     * What differs because one of several has a time signal, told by the clock of one of them.
     *
     * @param now up to when all were heard
     */
    static Reading unlessSignals(PeerState state, Sides sides, Reading reading, Instant now) {
        Reading left = reading;
        for (int other = 0; other < state.peers().size(); other++) {
            left = sides.concern(other) ? unlessSignal(state, sides.sound().peer(), other, left, now) : left;
        }
        return left;
    }

    private static Reading unlessSignal(PeerState state, int peer, int other, Reading reading, Instant now) {
        Instant from = reading.from();
        Instant to = reading.to();
        if (reading.answer() != Answer.YES || from == null || to == null) {
            return reading;
        }
        Duration later = state.later(other, peer);
        Reading there = state.peers()
                .get(other)
                .signal()
                .unless(reading.since(from.plus(later)).until(to.plus(later)), now);
        Instant rest = there.from();
        return there.answer() != Answer.YES || rest == null ? there : reading.since(rest.minus(later));
    }
}
