package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.TsPart;

/** Tells where on a PID no section is cut short by another that is put in; not before the first. */
final class BetweenSections {
    private boolean here;

    /** Something of the PID went out. */
    void see(TsPart part) {
        here = part.whole();
    }

    boolean isHere() {
        return here;
    }
}
