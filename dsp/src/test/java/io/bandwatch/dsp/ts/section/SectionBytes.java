package io.bandwatch.dsp.ts.section;

import java.io.ByteArrayOutputStream;

/** Writes sections by hand. */
public final class SectionBytes {
    private SectionBytes() {}

    /** A section with the extended header and its CRC. */
    public static byte[] extended(
            int tableId, int extension, int version, boolean current, int number, int last, byte[] body) {
        return withCrc(bytes(
                header(tableId, 0xB0, body.length + 9),
                u16(extension),
                new byte[] {(byte) (0xC0 | version << 1 | (current ? 1 : 0)), (byte) number, (byte) last},
                body));
    }

    /** A section without the extended header, but with a CRC. */
    public static byte[] plainWithCrc(int tableId, byte[] body) {
        return withCrc(bytes(header(tableId, 0x70, body.length + 4), body));
    }

    /** A section without the extended header and without a CRC. */
    public static byte[] plain(int tableId, byte[] body) {
        return bytes(header(tableId, 0x70, body.length), body);
    }

    /** A descriptor. */
    public static byte[] descriptor(int tag, byte[]... parts) {
        byte[] body = bytes(parts);
        return bytes(new byte[] {(byte) tag, (byte) body.length}, body);
    }

    /** A loop behind its 12-bit length, the reserved bits set. */
    public static byte[] loop(byte[]... parts) {
        byte[] body = bytes(parts);
        return bytes(u16(0xF000 | body.length), body);
    }

    public static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Bytes written as numbers. */
    public static byte[] octets(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] u16(int value) {
        return octets(value >> 8, value);
    }

    public static byte[] u32(long value) {
        return bytes(u16((int) (value >> 16)), u16((int) value));
    }

    private static byte[] header(int tableId, int flags, int length) {
        return octets(tableId, flags | length >> 8, length);
    }

    private static byte[] withCrc(byte[] section) {
        return bytes(section, u32(SectionCrc.of(section, 0, section.length)));
    }
}
