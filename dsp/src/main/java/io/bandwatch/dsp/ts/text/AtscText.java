package io.bandwatch.dsp.ts.text;

/** Text of ATSC: the short name of a channel (A/65, 6.3.1) and the multiple string structure (A/65, 6.10). */
public final class AtscText {
    private static final int SHORT_NAME_BYTES = 14;
    private static final int UTF_16 = 0x3F;
    private static final int LAST_PAGE = 0x33;

    private AtscText() {}

    /** Seven characters of UTF-16, filled up with zeros. */
    public static String shortName(byte[] bytes, int from, int to) {
        int end = Math.min(Math.min(to, bytes.length), from + SHORT_NAME_BYTES);
        return from < 0 || from >= end
                ? ""
                : UnicodeText.utf16(bytes, from, end).replace('\n', ' ').strip();
    }

    /** The first string of a multiple string structure; what is compressed is one U+FFFD a segment. */
    public static String firstString(byte[] bytes, int from, int to) {
        int end = Math.min(to, bytes.length);
        if (from < 0 || end - from < 5 || bytes[from] == 0) {
            return "";
        }
        int segments = bytes[from + 4] & 0xFF;
        StringBuilder text = new StringBuilder();
        int at = from + 5;
        for (int segment = 0; segment < segments && at + 3 <= end; segment++) {
            int next = Math.min(end, at + 3 + (bytes[at + 2] & 0xFF));
            boolean compressed = bytes[at] != 0;
            text.append(compressed ? String.valueOf(SingleByteText.UNKNOWN) : segment(bytes, at + 1, at + 3, next));
            at = next;
        }
        return text.toString().replace('\n', ' ').strip();
    }

    /** The mode is a page of Unicode, whose characters are one byte each, or UTF-16. */
    private static String segment(byte[] bytes, int modeAt, int from, int to) {
        int mode = bytes[modeAt] & 0xFF;
        if (mode == UTF_16) {
            return UnicodeText.utf16(bytes, from, to);
        }
        if (mode > LAST_PAGE) {
            return String.valueOf(SingleByteText.UNKNOWN);
        }
        byte[] wide = new byte[2 * (to - from)];
        for (int at = from; at < to; at++) {
            wide[2 * (at - from)] = (byte) mode;
            wide[2 * (at - from) + 1] = bytes[at];
        }
        return UnicodeText.utf16(wide, 0, wide.length);
    }
}
