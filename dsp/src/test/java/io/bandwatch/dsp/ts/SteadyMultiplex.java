package io.bandwatch.dsp.ts;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.extended;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.plain;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static io.bandwatch.dsp.ts.section.SectionBytes.u32;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * A small sound multiplex of 1000 packets a second, so that packet k is at k ms: a service with picture and sound, and every
 * table often enough. Faults are put in before the continuity counters are written, or into the bytes after.
 */
public final class SteadyMultiplex {
    static final int VIDEO_PID = 0x100;
    static final int AUDIO_PID = 0x101;
    static final int PMT_PID = 0x40;
    static final int NULL_PID = 0x1FFF;

    private final Packet[] packets;

    /**
     * A packet without its counter.
     *
     * @param pcr ticks of 27 MHz, or -1
     * @param payload at most 184 bytes
     */
    record Packet(int pid, boolean unitStart, boolean scrambled, long pcr, boolean discontinuity, byte[] payload) {
        Packet withPcr(long ticks) {
            return new Packet(pid, unitStart, scrambled, ticks, discontinuity, payload);
        }

        Packet announced() {
            return new Packet(pid, unitStart, scrambled, pcr, true, payload);
        }

        Packet continued() {
            return new Packet(pid, false, scrambled, pcr, discontinuity, payload);
        }

        Packet scrambledNow() {
            return new Packet(pid, unitStart, true, pcr, discontinuity, payload);
        }
    }

    public SteadyMultiplex(int milliseconds) {
        packets = new Packet[milliseconds];
        Random random = new Random(4);
        for (int ms = 0; ms < milliseconds; ms++) {
            packets[ms] = scheduled(ms, random);
        }
    }

    /** Puts null packets where packets of a PID stand at some times. */
    SteadyMultiplex without(int pid, IntPredicate when) {
        return change(pid, when, packet -> nothing());
    }

    /** Changes packets of a PID at some times. */
    SteadyMultiplex change(int pid, IntPredicate when, UnaryOperator<Packet> change) {
        for (int ms = 0; ms < packets.length; ms++) {
            if (packets[ms].pid() == pid && when.test(ms)) {
                packets[ms] = change.apply(packets[ms]);
            }
        }
        return this;
    }

    /** Puts a packet in a place. */
    SteadyMultiplex put(int ms, Packet packet) {
        packets[ms] = packet;
        return this;
    }

    Packet at(int ms) {
        return packets[ms];
    }

    /** First time at or after one when a null packet is sent, and another behind it. */
    int nullPairFrom(int ms) {
        int place = ms;
        while (packets[place].pid() != NULL_PID || packets[place + 1].pid() != NULL_PID) {
            place++;
        }
        return place;
    }

    /** The stream, 188 bytes a packet. */
    public byte[] stream() {
        int[] counters = new int[0x2000];
        byte[] stream = new byte[packets.length * 188];
        for (int ms = 0; ms < packets.length; ms++) {
            write(packets[ms], counters[packets[ms].pid()]++ & 0x0F, stream, ms * 188);
        }
        return stream;
    }

    static Packet nothing() {
        return new Packet(NULL_PID, false, false, -1, false, filler(new Random(1)));
    }

    /** A section in a packet of its own. */
    static Packet section(int pid, byte[] section) {
        byte[] payload = new byte[184];
        Arrays.fill(payload, (byte) 0xFF);
        payload[0] = 0;
        System.arraycopy(section, 0, payload, 1, section.length);
        return new Packet(pid, true, false, -1, false, payload);
    }

    static byte[] eventSection(int tableId, int number) {
        return extended(tableId, 1, 0, true, number, 1, bytes(u16(1), u16(2), octets(number, tableId)));
    }

    private static Packet scheduled(int ms, Random random) {
        if (ms % 100 == 0) {
            return section(0, extended(0x00, 1, 0, true, 0, 0, bytes(u16(1), u16(0xE000 | PMT_PID))));
        }
        if (ms % 100 == 1) {
            return section(PMT_PID, programmeMap());
        }
        if (ms % 100 == 3) {
            return table(ms / 100);
        }
        if (ms % 5 == 2) {
            return video(ms, random);
        }
        if (ms % 20 == 9) {
            return stream(AUDIO_PID, 0xC0, ms, random);
        }
        return nothing();
    }

    private static byte[] programmeMap() {
        byte[] video = bytes(octets(0x1B), u16(0xE000 | VIDEO_PID), loop());
        byte[] audio = bytes(octets(0x0F), u16(0xE000 | AUDIO_PID), loop());
        return extended(0x02, 1, 0, true, 0, 0, bytes(u16(0xE000 | VIDEO_PID), loop(), video, audio));
    }

    /** One of the slower tables, each once a second. */
    private static Packet table(int turn) {
        byte[] description = bytes(u16(2), octets(0xFF), u16(1), octets(0xFC, 0x80, 0x00));
        return switch (turn % 10) {
            case 0 -> section(0x10, extended(0x40, 3, 0, true, 0, 0, bytes(loop(), loop())));
            case 1 -> section(0x10, extended(0x41, 4, 0, true, 0, 0, bytes(loop(), loop())));
            case 2 -> section(0x11, extended(0x42, 1, 0, true, 0, 0, description));
            case 3 -> section(0x11, extended(0x46, 9, 0, true, 0, 0, description));
            case 4 -> section(0x11, extended(0x4A, 5, 0, true, 0, 0, bytes(loop(), loop())));
            case 5 -> section(0x12, eventSection(0x4E, turn / 10 % 2));
            case 6 -> section(0x12, eventSection(0x4F, turn / 10 % 2));
            case 7 -> section(0x14, plain(0x70, octets(0xE4, 0x09, 0x12, 0x00, 0x00)));
            case 8 -> section(0x01, extended(0x01, 0xFFFF, 0, true, 0, 0, bytes()));
            default -> section(0x12, eventSection(0x4E, 1 - turn / 10 % 2));
        };
    }

    private static Packet video(int ms, Random random) {
        Packet packet = stream(VIDEO_PID, 0xE0, ms, random);
        return ms % 30 == 2 ? packet.withPcr(ms * 27_000L) : packet;
    }

    /** A unit starts every 200 ms, with a presentation time. */
    private static Packet stream(int pid, int streamId, int ms, Random random) {
        byte[] payload = filler(random);
        boolean start = ms % 200 < 20 && (pid == AUDIO_PID || ms % 200 == 2);
        if (start) {
            long pts = ms * 90L;
            byte[] header = bytes(
                    octets(0, 0, 1, streamId, 0, 0, 0x80, 0x80, 5),
                    octets(0x21 | (int) (pts >> 29 & 0x0E)),
                    u16((int) (pts >> 14 | 1)),
                    u16((int) (pts << 1 | 1)));
            System.arraycopy(header, 0, payload, 0, header.length);
        }
        return new Packet(pid, start, false, -1, false, payload);
    }

    private static byte[] filler(Random random) {
        byte[] payload = new byte[184];
        random.nextBytes(payload);
        return payload;
    }

    private static void write(Packet packet, int counter, byte[] stream, int at) {
        boolean adapted = packet.pcr() >= 0 || packet.discontinuity();
        int pid = packet.pid();
        byte[] header = octets(
                0x47,
                (packet.unitStart() ? 0x40 : 0) | pid >> 8,
                pid,
                (packet.scrambled() ? 0x80 : 0) | (adapted ? 0x30 : 0x10) | counter);
        System.arraycopy(header, 0, stream, at, 4);
        int from = at + 4;
        if (adapted) {
            boolean pcr = packet.pcr() >= 0;
            stream[from] = (byte) (pcr ? 7 : 1);
            stream[from + 1] = (byte) ((packet.discontinuity() ? 0x80 : 0) | (pcr ? 0x10 : 0));
            if (pcr) {
                long base = packet.pcr() / 300;
                long extension = packet.pcr() % 300;
                byte[] field = bytes(u32(base >> 1), u16((int) ((base & 1) << 15 | 0x7E00 | extension)));
                System.arraycopy(field, 0, stream, from + 2, 6);
            }
            from += pcr ? 8 : 2;
        }
        System.arraycopy(packet.payload(), 0, stream, from, at + 188 - from);
    }
}
