package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.TsPart;
import java.util.function.Predicate;

/** Packets that go out otherwise than they should. */
final class Alteration implements Fault {
    private final Predicate<TsPart> which;
    private final Span span;
    private final int most;
    private final Edit edit;
    private int done;

    /**
     * @param which those
     * @param span when
     * @param most how many at most
     * @param edit what happens to each
     */
    Alteration(Predicate<TsPart> which, Span span, int most, Edit edit) {
        this.which = which;
        this.span = span;
        this.most = most;
        this.edit = edit;
    }

    /** Changes a packet. */
    interface Edit {
        /**
         * Changes the packet at an offset.
         *
         * @param part what it carries there
         * @param count packets that this fault has changed before
         */
        void edit(byte[] packets, int offset, TsPart part, int count);
    }

    @Override
    public void alter(TsPart part, long nowNs, byte[] packets, int offset) {
        // first, because it may look at all that goes by
        if (which.test(part) && done < most && span.holds(nowNs)) {
            edit.edit(packets, offset, part, done++);
        }
    }
}
