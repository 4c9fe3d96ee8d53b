package io.bandwatch.dsp.ts.text;

import java.text.Normalizer;

/**
 * The default coding (EN 300 468, figure A.1): ISO/IEC 6937 with the euro sign. An accent stands before its letter; both are
 * one character here, composed as Unicode does (normalization form C).
 */
final class Iso6937 {
    private static final int FIRST_ACCENT = 0xC1;
    private static final int LAST_ACCENT = 0xCF;

    /** From 0xA0 on; the places of accents and those without a character hold U+FFFD. */
    private static final String UPPER = "\u00A0¡¢£€¥\uFFFD§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿"
            + "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
            + "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
            + "―¹®©™♪¬¦\uFFFD\uFFFD\uFFFD\uFFFD⅛⅜⅝⅞ΩÆĐªĦ\uFFFDĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00AD";

    /** Combining characters for 0xC1 to 0xCF. */
    private static final String ACCENTS =
            "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\uFFFD\u030A\u0327\uFFFD\u030B\u0328\u030C";

    /** The same before a blank: the accent alone. */
    private static final String SPACING = "`´^~¯˘˙¨\uFFFD˚¸\uFFFD˝˛ˇ";

    private Iso6937() {}

    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            int code = bytes[at] & 0xFF;
            if (isAccent(code) && at + 1 < to && carries(code, bytes[at + 1])) {
                at++;
                text.append(accented(code - FIRST_ACCENT, (char) bytes[at]));
            } else if (code >= 0xA0) {
                text.append(UPPER.charAt(code - 0xA0));
            } else {
                SingleByteText.appendLower(text, code);
            }
        }
        return text.toString();
    }

    /** A letter with its accent: no other coding looks like it. */
    static boolean hasAccent(byte[] bytes, int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            if (isAccent(bytes[at] & 0xFF) && carries(bytes[at] & 0xFF, bytes[at + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAccent(int code) {
        return code >= FIRST_ACCENT && code <= LAST_ACCENT;
    }

    private static boolean carries(int accent, byte letter) {
        int lower = letter | 0x20;
        return ACCENTS.charAt(accent - FIRST_ACCENT) != SingleByteText.UNKNOWN
                && (letter == ' ' || (lower >= 'a' && lower <= 'z'));
    }

    private static String accented(int accent, char letter) {
        return letter == ' '
                ? SPACING.substring(accent, accent + 1)
                : Normalizer.normalize("" + letter + ACCENTS.charAt(accent), Normalizer.Form.NFC);
    }
}
