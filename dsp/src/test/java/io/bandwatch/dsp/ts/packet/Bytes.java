package io.bandwatch.dsp.ts.packet;

import java.util.Random;

/** Packets by hand. */
final class Bytes {
    private Bytes() {}

    /** A packet with a payload alone. */
    static byte[] packet(int pid, int counter) {
        return packet(pid, counter, counter);
    }

    /** The same with content of its own. */
    static byte[] packet(int pid, int counter, int content) {
        byte[] packet = new byte[188];
        new Random(content * 8192L + pid).nextBytes(packet);
        for (int at = 4; at < 188; at++) {
            // No sync byte but the first, so that a test says where sync may be found.
            packet[at] = packet[at] == 0x47 ? 0x48 : packet[at];
        }
        packet[0] = 0x47;
        packet[1] = (byte) (pid >> 8);
        packet[2] = (byte) pid;
        packet[3] = (byte) (0x10 | (counter & 0x0F));
        return packet;
    }

    /** A packet without payload: nothing but an adaptation field with some flags. */
    static byte[] empty(int pid, int counter, int flags) {
        byte[] packet = packet(pid, counter);
        packet[3] = (byte) (0x20 | (counter & 0x0F));
        packet[4] = (byte) 183;
        packet[5] = (byte) flags;
        return packet;
    }

    /** Packets of one PID as a transport carries them. */
    static byte[] stream(PacketFormat format, int packets) {
        byte[] stream = new byte[packets * format.stride()];
        for (int packet = 0; packet < packets; packet++) {
            int at = packet * format.stride();
            System.arraycopy(packet(0x100, packet, packet), 0, stream, at + format.syncOffset(), 188);
            if (format == PacketFormat.STAMPED) {
                stream[at + 2] = (byte) (packet >> 8);
                stream[at + 3] = (byte) packet;
            }
        }
        return stream;
    }
}
