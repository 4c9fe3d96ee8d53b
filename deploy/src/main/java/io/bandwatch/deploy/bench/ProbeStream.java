package io.bandwatch.deploy.bench;

import io.bandwatch.samples.ts.Multiplex;
import java.util.List;
import java.util.Random;

/**
 * The sample multiplex with so much more picture that it has a given rate, to the next 1.504 Mbit/s. It keeps every limit that
 * the multiplex keeps. Not thread-safe.
 */
public final class ProbeStream {
    /** Rate of the multiplex, a packet a millisecond. */
    private static final double BASE_BPS = 8000.0 * Multiplex.PACKET_BYTES;

    private static final int PIDS = 8192;
    private static final long SEED = 20_260_501;

    private final Multiplex multiplex = new Multiplex(List.of());
    private final int share;
    private final int[] counters = new int[PIDS];
    private final byte[] picture = new byte[Multiplex.PACKET_BYTES];
    private final int firstPid;
    private final int secondPid;
    private long packets;

    /** @param wantedBps the rate that it comes nearest to, bit/s */
    public ProbeStream(double wantedBps) {
        share = (int) Math.max(1, Math.round(wantedBps / BASE_BPS));
        firstPid = Multiplex.SERVICES.get(0).videoPid();
        secondPid = Multiplex.SERVICES.get(1).videoPid();
        new Random(SEED).nextBytes(picture);
    }

    /** Its rate, bit/s. */
    public double rateBps() {
        return share * BASE_BPS;
    }

    /** Writes the next packet. */
    public void next(byte[] buffer, int offset) {
        if (packets % share == 0) {
            multiplex.next(buffer, offset);
        } else {
            System.arraycopy(picture, 0, buffer, offset, picture.length);
            int pid = packets % 2 == 0 ? firstPid : secondPid;
            buffer[offset] = 0x47;
            buffer[offset + 1] = (byte) (pid >> 8);
            buffer[offset + 2] = (byte) pid;
            buffer[offset + 3] = 0x10;
        }
        packets++;
        count(buffer, offset);
    }

    /** The pictures of the multiplex share their counters with those that are added (ISO/IEC 13818-1, 2.4.3.3). */
    private void count(byte[] buffer, int offset) {
        int pid = (buffer[offset + 1] & 0x1F) << 8 | (buffer[offset + 2] & 0xFF);
        if (pid != firstPid && pid != secondPid) {
            return;
        }
        boolean payload = (buffer[offset + 3] & 0x10) != 0;
        if (payload) {
            counters[pid]++;
        }
        buffer[offset + 3] = (byte) ((buffer[offset + 3] & 0xF0) | (counters[pid] & 0x0F));
    }
}
