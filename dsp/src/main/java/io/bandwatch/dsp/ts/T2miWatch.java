package io.bandwatch.dsp.ts;

import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.dsp.ts.section.T2miRecogniser;
import org.jspecify.annotations.Nullable;

/** Asks the PIDs whose purpose no table tells whether they carry T2-MI, until each has answered. */
final class T2miWatch {
    private final @Nullable T2miRecogniser[] recognisers = new T2miRecogniser[PacketCounter.PIDS];
    private boolean found;

    /** Whether further packets of a PID can tell more. */
    boolean open(int pid) {
        T2miRecogniser recogniser = recognisers[pid];
        return recogniser == null || !recogniser.decided();
    }

    void payload(int pid, SectionRouter.Payload payload) {
        T2miRecogniser recogniser = recognisers[pid];
        if (recogniser == null) {
            recogniser = new T2miRecogniser();
            recognisers[pid] = recogniser;
        }
        found |= recogniser.accept(
                payload.buffer(), payload.from(), payload.end(), payload.unitStart(), payload.broken());
    }

    /** Whether any PID carries it. */
    boolean found() {
        return found;
    }
}
