package io.bandwatch.dsp.ts.clock;

import java.util.HashMap;
import java.util.Map;

/** The latest clock reference of every PID that could lead. */
final class FirstReferences {
    private record Reference(long ticks, long position) {}

    private final Map<Integer, Reference> latest = new HashMap<>();
    private long positionBefore;

    /** Ticks since the reference of the PID before; 0 where there is none to compare with. */
    long since(int pid, long ticks, long position, boolean announced) {
        Reference before = latest.put(pid, new Reference(ticks, position));
        if (before == null || announced || before.position() == position) {
            return 0;
        }
        positionBefore = before.position();
        return Ticks.between(before.ticks(), ticks);
    }

    /** Where the reference stood with which the last one was compared. */
    long positionBefore() {
        return positionBefore;
    }
}
