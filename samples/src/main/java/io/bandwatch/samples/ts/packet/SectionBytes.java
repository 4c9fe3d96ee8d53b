package io.bandwatch.samples.ts.packet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one section (ISO/IEC 13818-1, 2.4.4; EN 300 468, 5.1). */
public final class SectionBytes {
    private static final int POLYNOMIAL = 0x04C1_1DB7;
    private static final int CRC_BYTES = 4;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final int tableId;
    private final boolean extended;

    private SectionBytes(int tableId, boolean extended) {
        this.tableId = tableId;
        this.extended = extended;
    }

    /** A section with extension, version 1 and number, the only one or one of two. */
    public static SectionBytes extended(int tableId, int extension, int number, int lastNumber) {
        return new SectionBytes(tableId, true)
                .u16(extension)
                .u8(0xC0 | (1 << 1) | 1)
                .u8(number)
                .u8(lastNumber);
    }

    /** A section without. */
    public static SectionBytes plain(int tableId) {
        return new SectionBytes(tableId, false);
    }

    public SectionBytes u8(int value) {
        body.write(value);
        return this;
    }

    public SectionBytes u16(int value) {
        return u8(value >> 8).u8(value);
    }

    /** A descriptor. */
    public SectionBytes descriptor(int tag, byte[] content) {
        return u8(tag).u8(content.length).bytes(content);
    }

    public SectionBytes bytes(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    /** The bytes, with a CRC. */
    public byte[] withCrc() {
        byte[] section = framed(CRC_BYTES);
        int crc = crc(section, section.length - CRC_BYTES);
        for (int place = 0; place < CRC_BYTES; place++) {
            section[section.length - CRC_BYTES + place] = (byte) (crc >> (24 - 8 * place));
        }
        return section;
    }

    /** The bytes of a section that has none. */
    public byte[] withoutCrc() {
        return framed(0);
    }

    private byte[] framed(int further) {
        byte[] content = body.toByteArray();
        int length = content.length + further;
        byte[] section = new byte[3 + length];
        section[0] = (byte) tableId;
        section[1] = (byte) ((extended ? 0xB0 : 0x70) | (length >> 8));
        section[2] = (byte) length;
        System.arraycopy(content, 0, section, 3, content.length);
        return section;
    }

    /** Annex A, bit by bit. */
    public static int crc(byte[] bytes, int length) {
        int crc = -1;
        for (int at = 0; at < length; at++) {
            crc ^= bytes[at] << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ (crc < 0 ? POLYNOMIAL : 0);
            }
        }
        return crc;
    }

    /** Text in UTF-8, as EN 300 468, annex A.2 announces it. */
    public static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] coded = new byte[utf8.length + 1];
        coded[0] = 0x15;
        System.arraycopy(utf8, 0, coded, 1, utf8.length);
        return coded;
    }

    /** The same behind its length. */
    public static byte[] countedText(String text) {
        byte[] coded = text(text);
        byte[] counted = new byte[coded.length + 1];
        counted[0] = (byte) coded.length;
        System.arraycopy(coded, 0, counted, 1, coded.length);
        return counted;
    }
}
