package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.Prints;
import io.bandwatch.detectors.content.ProgrammeFollowing;
import io.bandwatch.detectors.content.matching.Course;
import io.bandwatch.detectors.content.matching.TimeSignal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place in which a programme is received.
 *
 * @param subject where
 * @param station what a schedule calls it, or null
 * @param early its last prints, told as if they had been received earlier, for others to be compared with
 * @param air its last prints
 * @param to how it stands to each of those that were there before it, in their order
 * @param odd where the condition stands that it is another than most
 * @param either where the condition stands that it and others differ, and nobody knows which is wrong
 * @param signal the time signal in it
 */
public record Peer(
        Subject subject,
        @Nullable String station,
        Prints early,
        Prints air,
        List<Pair> to,
        Course odd,
        Course either,
        TimeSignal signal) {
    static Peer of(Subject subject, int before) {
        return new Peer(
                subject,
                null,
                Prints.NOTHING,
                Prints.NOTHING,
                Collections.nCopies(before, Pair.NOTHING),
                Course.NOTHING,
                Course.NOTHING,
                TimeSignal.NONE);
    }

    Peer of(@Nullable String nextStation) {
        return new Peer(subject, nextStation, early, air, to, odd, either, signal);
    }

    Peer with(TimeSignal nextSignal) {
        return new Peer(subject, station, early, air, to, odd, either, nextSignal);
    }

    Peer with(Prints nextEarly, Prints nextAir) {
        return new Peer(subject, station, nextEarly, nextAir, to, odd, either, signal);
    }

    Peer with(int other, ProgrammeFollowing following) {
        List<Pair> next = new ArrayList<>(to);
        next.set(other, next.get(other).with(following));
        return new Peer(subject, station, early, air, List.copyOf(next), odd, either, signal);
    }

    Peer with(Course nextOdd, Course nextEither) {
        return new Peer(subject, station, early, air, to, nextOdd, nextEither, signal);
    }

    /** Whether it was named as the one that differs, and does still. */
    boolean isNamed() {
        return odd.run().isPresent();
    }
}
