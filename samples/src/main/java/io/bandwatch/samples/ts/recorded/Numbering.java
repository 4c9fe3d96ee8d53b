package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.packet.PacketBytes;
import java.util.Arrays;

/** Numbers the packets anew, so that what is left out and what is played again leaves no gap. */
final class Numbering {
    private static final int PIDS = 8192;
    private static final int NONE = -1;

    private final int[] given = new int[PIDS];
    private final int[] made = new int[PIDS];

    Numbering() {
        Arrays.fill(given, NONE);
        Arrays.fill(made, NONE);
    }

    /** The stream begins again. */
    void again() {
        Arrays.fill(given, NONE);
    }

    /** Numbers a packet that the recording has not. */
    void putIn(byte[] packet, int offset) {
        int pid = PacketBytes.pid(packet, offset);
        made[pid] = made[pid] + 1 & 0x0F;
        PacketBytes.counter(packet, offset, made[pid]);
    }

    /**
     * Numbers a packet as far from the one before on its PID as it was; one that is spared gives its number to the next.
     *
     * @param spared it does not go out
     */
    void number(byte[] packet, int offset, boolean spared) {
        int pid = PacketBytes.pid(packet, offset);
        int counter = PacketBytes.counter(packet, offset);
        int step = PacketBytes.hasPayload(packet, offset) ? 1 : 0;
        if (given[pid] != NONE) {
            step = counter - given[pid] & 0x0F;
        }
        given[pid] = counter;
        if (!spared) {
            made[pid] = made[pid] == NONE ? counter : made[pid] + step & 0x0F;
            PacketBytes.counter(packet, offset, made[pid]);
        }
    }
}
