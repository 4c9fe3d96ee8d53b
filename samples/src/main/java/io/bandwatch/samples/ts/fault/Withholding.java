package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.TsPart;
import java.util.function.Predicate;

/**
 * Packets that do not come for a while.
 *
 * @param which those
 * @param span when
 */
record Withholding(Predicate<TsPart> which, Span span) implements Fault {
    @Override
    public boolean withholds(TsPart part, long nowNs) {
        return span.holds(nowNs) && which.test(part);
    }
}
