package io.bandwatch.samples.ts;

import java.util.function.Predicate;

/** Packets that go out otherwise than they should. */
final class Alteration implements Fault {
    private final Predicate<TsPart> which;
    private final long fromNs;
    private final long untilNs;
    private final int most;
    private final Edit edit;
    private int done;

    /**
     * @param which those
     * @param fromNs begin, stream time
     * @param untilNs end
     * @param most how many at most
     * @param edit what happens to each
     */
    Alteration(Predicate<TsPart> which, long fromNs, long untilNs, int most, Edit edit) {
        this.which = which;
        this.fromNs = fromNs;
        this.untilNs = untilNs;
        this.most = most;
        this.edit = edit;
    }

    /** Changes a packet. */
    interface Edit {
        /**
         * Changes the packet at an offset.
         *
         * @param count packets that this fault has changed before
         * @param nowNs stream time
         */
        void edit(byte[] packets, int offset, int count, long nowNs);
    }

    @Override
    public void alter(TsPart part, long nowNs, byte[] packets, int offset) {
        if (nowNs >= fromNs && nowNs < untilNs && done < most && which.test(part)) {
            edit.edit(packets, offset, done++, nowNs);
        }
    }
}
