package io.bandwatch.dsp.ts.table;

import java.util.Set;

/** The conditional access descriptor (ISO/IEC 13818-1, 2.6.16), in the CAT and in PMTs. */
final class Access {
    private static final int CA = 0x09;
    private static final int NO_PID = 0x1FFF;

    private Access() {}

    /** Adds the system and the PID of its messages, if the walk stands at such a descriptor. */
    static void read(Descriptors descriptor, Set<Integer> systems, Set<Integer> pids) {
        if (descriptor.tag() != CA || descriptor.length() < 4) {
            return;
        }
        systems.add(descriptor.u16(0));
        int pid = descriptor.u16(2) & 0x1FFF;
        // ARIB STD-B25 says with it that a component is free.
        if (pid != NO_PID) {
            pids.add(pid);
        }
    }
}
