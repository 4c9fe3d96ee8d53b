package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.Prints;
import io.bandwatch.detectors.content.ProgrammeFollowing;
import io.bandwatch.detectors.content.ledger.Allowed;
import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Medium;
import io.bandwatch.detectors.content.matching.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link PeerDetector} remembers of one programme.
 *
 * @param peers where it is received, in the order in which it was
 * @param allowed insertions that were announced
 */
public record PeerState(List<Peer> peers, Allowed allowed) {
    static final PeerState NOTHING = new PeerState(List.of(), Allowed.NOTHING);

    private static final double NS_PER_S = 1e9;

    /** The place of a subject among the peers; behind the last where it is not one of them. */
    int place(Subject subject) {
        int place = 0;
        while (place < peers.size() && !peers.get(place).subject().equals(subject)) {
            place++;
        }
        return place;
    }

    /** How two of them stand to each other now. */
    ProgrammeFollowing between(int one, int other) {
        return pair(one, other).following();
    }

    private Pair pair(int one, int other) {
        return one > other
                ? peers.get(one).to().get(other)
                : peers.get(other).to().get(one);
    }

    /**
     * How two of them stood to each other at a moment of the programme.
     *
     * @param moment by the clock of {@code peer}
     */
    Turn turn(int one, int other, int peer, Instant moment, Medium medium) {
        int told = Math.max(one, other);
        return pair(one, other).turns(medium).at(moment.plus(later(told, peer, medium)));
    }

    /**
     * The last moment of the programme of one of them that all with whom it is compared have come to: who is later has not had
     * yet what it has now.
     *
     * @param lately when the others must have been received to count
     */
    Instant moment(int peer, Instant now, Instant lately) {
        Duration most = Duration.ZERO;
        for (int other = 0; other < peers.size(); other++) {
            if (other != peer && isFound(peer, other) && isReceived(other, lately)) {
                Duration later = later(other, peer);
                most = later.compareTo(most) > 0 ? later : most;
            }
        }
        return now.minus(most);
    }

    private boolean isFound(int one, int other) {
        ProgrammeFollowing following = between(one, other);
        return following.sound().phase() != Phase.SOUGHT || following.pictures().phase() != Phase.SOUGHT;
    }

    private boolean isReceived(int peer, Instant since) {
        Prints air = peers.get(peer).air();
        return air.reach(since, Medium.SOUND) || air.reach(since, Medium.PICTURE);
    }

    /** How much later one of them carries the programme than another, by its sound or its pictures. */
    Duration later(int one, int other, Medium medium) {
        if (one == other) {
            return Duration.ZERO;
        }
        Match match = between(one, other).of(medium);
        Duration later = Duration.ofNanos(Math.round(match.delayS() * NS_PER_S)).minus(PeerDetector.EARLIER);
        return one > other ? later : later.negated();
    }

    /** The same by whichever of them was found. */
    Duration later(int one, int other) {
        boolean heard = one == other || between(one, other).sound().phase() != Phase.SOUGHT;
        return later(one, other, heard ? Medium.SOUND : Medium.PICTURE);
    }

    PeerState with(Allowed next) {
        return new PeerState(peers, next);
    }

    /** With this peer at its place, the others as they were. */
    PeerState with(int place, Peer peer) {
        List<Peer> next = new ArrayList<>(peers);
        if (place < next.size()) {
            next.set(place, peer);
        } else {
            next.add(peer);
        }
        return new PeerState(List.copyOf(next), allowed);
    }
}
