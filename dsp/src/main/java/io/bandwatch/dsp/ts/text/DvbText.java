package io.bandwatch.dsp.ts.text;

/**
 * Text of DVB service information (EN 300 468, Annex A): the first byte tells the coding, and without one it is ISO 6937.
 * Emphasis is dropped, a forced line break is a line feed. Names that networks send without naming their coding, which
 * ISO 6937 cannot mean, are read as the UTF-8 or GB 2312 that they are.
 */
public final class DvbText {
    private static final int FIRST_UNSELECTED = 0x20;
    private static final int PART_OF_8859 = 0x10;
    private static final int BMP = 0x11;
    private static final int KS_X_1001 = 0x12;
    private static final int GB_2312 = 0x13;
    private static final int BIG5 = 0x14;
    private static final int UTF_8 = 0x15;
    private static final int ENCODING_TYPE_ID = 0x1F;

    private DvbText() {}

    /**
     * Decodes a text.
     *
     * @param bytes hold the text
     * @param from its first byte, a selector or not
     * @param to first byte after it
     */
    public static String decode(byte[] bytes, int from, int to) {
        int end = Math.min(to, bytes.length);
        if (from < 0 || from >= end) {
            return "";
        }
        int selector = bytes[from] & 0xFF;
        return selector >= FIRST_UNSELECTED ? unselected(bytes, from, end) : selected(selector, bytes, from + 1, end);
    }

    /** The same on one line, without blanks around it: a name. */
    public static String name(byte[] bytes, int from, int to) {
        return decode(bytes, from, to).replace('\n', ' ').strip();
    }

    private static String selected(int selector, byte[] bytes, int from, int to) {
        return switch (selector) {
            case PART_OF_8859 -> part(bytes, from, to);
            case BMP -> UnicodeText.utf16(bytes, from, to);
            case KS_X_1001 -> TwoByteText.KS_X_1001.decode(bytes, from, to);
            case GB_2312 -> TwoByteText.GB_2312.decode(bytes, from, to);
            case BIG5 -> big5(bytes, from, to);
            case UTF_8 -> UnicodeText.utf8(bytes, from, to);
            // Compressed by tables that are agreed elsewhere (TS 101 162): there is a text, and nothing of it is known.
            case ENCODING_TYPE_ID -> from + 1 < to ? String.valueOf(SingleByteText.UNKNOWN) : "";
            default ->
                SingleByteText.iso8859(selector <= 0x0B ? selector + 4 : 0).decode(bytes, from, to);
        };
    }

    /** EN 300 468, table A.4: two bytes name the part of ISO 8859. */
    private static String part(byte[] bytes, int from, int to) {
        if (to - from < 2) {
            return "";
        }
        int part = (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
        return SingleByteText.iso8859(part).decode(bytes, from + 2, to);
    }

    /** The standard names "the Big5 subset of ISO/IEC 10646", and networks send either Big5 or the BMP. */
    private static String big5(byte[] bytes, int from, int to) {
        return UnicodeText.looksLikeHan(bytes, from, to)
                ? UnicodeText.utf16(bytes, from, to)
                : TwoByteText.BIG5.decode(bytes, from, to);
    }

    private static String unselected(byte[] bytes, int from, int to) {
        if (UnicodeText.isUtf8(bytes, from, to)) {
            return UnicodeText.utf8(bytes, from, to);
        }
        String text = Iso6937.decode(bytes, from, to);
        boolean broken = text.indexOf(SingleByteText.UNKNOWN) >= 0;
        boolean other = (broken || !Iso6937.hasAccent(bytes, from, to)) && TwoByteText.GB_2312.fits(bytes, from, to);
        return other ? TwoByteText.GB_2312.decode(bytes, from, to) : text;
    }
}
