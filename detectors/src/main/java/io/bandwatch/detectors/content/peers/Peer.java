package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.content.Following;
import io.bandwatch.detectors.content.PrintLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One place in which a programme is heard.
 *
 * @param subject where
 * @param early its last words, told as if they had been heard earlier, for others to be compared with
 * @param air its last words
 * @param to how it stands to each of those that were there before it, in their order
 * @param odd where the condition stands that it is another than most
 * @param either where the condition stands that it and others differ, and nobody knows which is wrong
 */
public record Peer(
        Subject subject, PrintLine early, PrintLine air, List<Following> to, ConditionRun odd, ConditionRun either) {
    static Peer of(Subject subject, int before) {
        return new Peer(
                subject,
                PrintLine.NOTHING,
                PrintLine.NOTHING,
                Collections.nCopies(before, Following.NOTHING),
                ConditionRun.NOTHING,
                ConditionRun.NOTHING);
    }

    Peer with(PrintLine nextEarly, PrintLine nextAir) {
        return new Peer(subject, nextEarly, nextAir, to, odd, either);
    }

    Peer with(int other, Following following) {
        List<Following> next = new ArrayList<>(to);
        next.set(other, following);
        return new Peer(subject, early, air, List.copyOf(next), odd, either);
    }

    Peer with(ConditionRun nextOdd, ConditionRun nextEither) {
        return new Peer(subject, early, air, to, nextOdd, nextEither);
    }
}
