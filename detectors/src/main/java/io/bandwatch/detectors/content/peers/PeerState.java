package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.Following;
import io.bandwatch.detectors.content.ledger.Allowed;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link PeerDetector} remembers of one programme.
 *
 * @param peers where it is heard, in the order in which it was
 * @param allowed insertions that were announced
 */
public record PeerState(List<Peer> peers, Allowed allowed) {
    static final PeerState NOTHING = new PeerState(List.of(), Allowed.NOTHING);

    /** The place of a subject among the peers; behind the last where it is not one of them. */
    int place(Subject subject) {
        int place = 0;
        while (place < peers.size() && !peers.get(place).subject().equals(subject)) {
            place++;
        }
        return place;
    }

    /** How two of them stand to each other. */
    Following between(int one, int other) {
        return one > other
                ? peers.get(one).to().get(other)
                : peers.get(other).to().get(one);
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
