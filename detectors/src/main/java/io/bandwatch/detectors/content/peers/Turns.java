package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How two peers stood to each other of late.
 *
 * @param all the last turns, in their order
 */
public record Turns(List<Turn> all) {
    static final Turns NONE = new Turns(List.of());

    /** Longer than peers are apart, with what it takes to tell. */
    private static final Duration KEPT = Duration.ofMinutes(4);

    private static final int MOST = 128;

    /**
     * With how they stand now. Where a turn began becomes known later, and may be before the one that was told last.
     *
     * @param phase how
     * @param match what tells it
     */
    Turns with(Phase phase, Match match) {
        if (phase == Phase.SOUGHT && all.isEmpty()) {
            return this;
        }
        Instant known = match.lasted();
        List<Turn> next = new ArrayList<>(all);
        Turn last = next.isEmpty() ? Turn.UNKNOWN : next.get(next.size() - 1);
        boolean goesOn =
                last.phase() == phase && (phase == Phase.SOUGHT || last.since().equals(match.began()));
        Instant since = phase == Phase.SOUGHT ? known : match.began();
        Turn now = new Turn(phase, goesOn ? last.since() : since, match.lasted(), match.differing(), match.limit());
        while (!next.isEmpty() && !next.get(next.size() - 1).since().isBefore(now.since())) {
            next.remove(next.size() - 1);
        }
        next.add(now);
        while (next.size() > 1 && (next.size() > MOST || next.get(1).since().isBefore(known.minus(KEPT)))) {
            next.remove(0);
        }
        return new Turns(List.copyOf(next));
    }

    /** How they stood at a moment. */
    Turn at(Instant moment) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Turn turn = all.get(i);
            if (!turn.since().isAfter(moment)) {
                return i + 1 < all.size() ? turn.before(all.get(i + 1)) : turn;
            }
        }
        return Turn.UNKNOWN;
    }
}
