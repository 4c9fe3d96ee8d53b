package io.bandwatch.alerts.report.view;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * How many columns a text takes on a terminal. Ideographs, kana, hangul and full-width forms take two (Unicode Standard
 * Annex 11, classes W and F; by script here, which differs from the table only for symbols that reports do not use).
 */
final class DisplayWidth {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    private static final int CJK_PUNCTUATION_FIRST = 0x3000;
    private static final int CJK_PUNCTUATION_LAST = 0x303E;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF60;

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = WIDE.contains(UnicodeScript.of(codePoint))
                || (codePoint >= CJK_PUNCTUATION_FIRST && codePoint <= CJK_PUNCTUATION_LAST)
                || (codePoint >= FULL_WIDTH_FIRST && codePoint <= FULL_WIDTH_LAST);
        return wide ? 2 : 1;
    }
}
