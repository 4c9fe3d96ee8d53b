package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The breaks of one stream that were announced lately, the latest last.
 *
 * @param breaks at most {@value #MOST}
 */
public record SpliceState(List<AuthorisedInsertion> breaks) {
    static final SpliceState NOTHING = new SpliceState(List.of());

    private static final int MOST = 64;

    /** The last break of a number; null where none is remembered. */
    @Nullable
    AuthorisedInsertion last(Subject subject, String event) {
        for (int i = breaks.size() - 1; i >= 0; i--) {
            AuthorisedInsertion one = breaks.get(i);
            if (one.subject().equals(subject) && one.event().equals(event)) {
                return one;
            }
        }
        return null;
    }

    SpliceState with(AuthorisedInsertion update) {
        List<AuthorisedInsertion> next = new ArrayList<>(breaks);
        next.removeIf(one -> one.id().equals(update.id()));
        next.add(update);
        return new SpliceState(List.copyOf(next.subList(Math.max(0, next.size() - MOST), next.size())));
    }
}
