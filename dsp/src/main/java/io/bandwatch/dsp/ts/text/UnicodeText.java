package io.bandwatch.dsp.ts.text;

import java.nio.charset.StandardCharsets;

/** Text in Unicode: UTF-8 and the basic plane of ISO/IEC 10646 in two bytes. */
final class UnicodeText {
    private UnicodeText() {}

    static String utf8(byte[] bytes, int from, int to) {
        return tidy(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** Two bytes a character, and pairs of surrogates where a sender uses them. */
    static String utf16(byte[] bytes, int from, int to) {
        return tidy(new String(bytes, from, to - from, StandardCharsets.UTF_16BE));
    }

    /** Holds at least one character of several bytes, and none that is broken (RFC 3629, 4). */
    static boolean isUtf8(byte[] bytes, int from, int to) {
        boolean several = false;
        for (int at = from; at < to; at++) {
            several |= bytes[at] < 0;
        }
        return several && utf8(bytes, from, to).indexOf(SingleByteText.UNKNOWN) < 0;
    }

    /** Read two bytes a character, all of it is Chinese, Bopomofo, full width or ASCII, and it is not plain ASCII. */
    static boolean looksLikeHan(byte[] bytes, int from, int to) {
        if ((to - from) % 2 != 0) {
            return false;
        }
        boolean ascii = true;
        for (int at = from; at < to; at += 2) {
            int unit = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
            boolean latin = unit >= 0x20 && unit < 0x7F;
            boolean han = (unit >= 0x2E80 && unit <= 0x9FFF) || unit >= 0xFF00;
            if (!latin && !han) {
                return false;
            }
            ascii &= isPrintable(bytes[at]) && isPrintable(bytes[at + 1]);
        }
        return !ascii;
    }

    private static boolean isPrintable(byte code) {
        return code >= 0x20 && code < 0x7F;
    }

    /** EN 300 468, table A.2: the control codes stand at U+E080 to U+E09F; some send those of table A.1. */
    static String tidy(String sent) {
        StringBuilder text = new StringBuilder(sent.length());
        for (int at = 0; at < sent.length(); at++) {
            char character = sent.charAt(at);
            if (character < 0xA0) {
                SingleByteText.appendLower(text, character);
            } else if (character >= 0xE080 && character < 0xE0A0) {
                SingleByteText.appendLower(text, character - 0xE000);
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
