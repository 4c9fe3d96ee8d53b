package io.bandwatch.dsp.ts.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The first four bytes of a packet as one number, sync byte on top (ISO/IEC 13818-1, 2.4.3.2). */
public final class Header {
    static final int SYNC = 0xFF00_0000;
    static final int SYNC_HELD = 0x4700_0000;
    static final int TRANSPORT_ERROR = 0x0080_0000;
    static final int UNIT_START = 0x0040_0000;
    static final int SCRAMBLING = 0xC0;
    static final int ADAPTATION = 0x20;
    static final int PAYLOAD = 0x10;
    static final int COUNTER = 0x0F;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Header() {}

    /** Of a packet in place. */
    public static int at(byte[] buffer, int offset) {
        return (int) INT.get(buffer, offset);
    }

    static long eightBytes(byte[] buffer, int offset) {
        return (long) LONG.get(buffer, offset);
    }

    /** 0..8191. */
    public static int pid(int header) {
        return header >>> 8 & 0x1FFF;
    }

    /** payload_unit_start_indicator: a section or a PES packet begins. */
    public static boolean unitStart(int header) {
        return (header & UNIT_START) != 0;
    }

    /** transport_scrambling_control is not 00. */
    public static boolean scrambled(int header) {
        return (header & SCRAMBLING) != 0;
    }

    /** Whether an adaptation field may be read: it is there and the packet is sound. */
    public static boolean carriesAdaptation(int header) {
        return (header & (ADAPTATION | TRANSPORT_ERROR)) == ADAPTATION;
    }

    /** The sync byte is right, and there is no adaptation field. */
    public static boolean isWithoutAdaptation(int header) {
        return (header & (SYNC | ADAPTATION)) == SYNC_HELD;
    }

    /** discontinuity_indicator of an adaptation field. */
    public static boolean announcesDiscontinuity(byte[] buffer, int offset) {
        return buffer[offset + 4] != 0 && (buffer[offset + 5] & 0x80) != 0;
    }

    /** PCR_flag of an adaptation field that has room for what it announces. */
    public static boolean carriesPcr(byte[] buffer, int offset) {
        return (buffer[offset + 4] & 0xFF) >= 7 && (buffer[offset + 5] & 0x10) != 0;
    }

    /** 33 bits of base at 90 kHz, 6 reserved, 9 of extension at 27 MHz, as ticks of 27 MHz (2.4.3.5). */
    public static long pcr(byte[] buffer, int offset) {
        long field = eightBytes(buffer, offset + 6);
        return (field >>> 31) * 300 + (field >>> 16 & 0x1FF);
    }
}
