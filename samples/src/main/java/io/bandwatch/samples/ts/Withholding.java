package io.bandwatch.samples.ts;

import java.util.function.Predicate;

/**
 * Packets that do not come for a while.
 *
 * @param which those
 * @param fromNs begin, stream time
 * @param untilNs end
 */
record Withholding(Predicate<TsPart> which, long fromNs, long untilNs) implements Fault {
    @Override
    public boolean withholds(TsPart part, long nowNs) {
        return nowNs >= fromNs && nowNs < untilNs && which.test(part);
    }
}
