package io.bandwatch.dsp.ts.text;

import java.nio.charset.Charset;

/** A set of characters of ARIB STD-B24, volume 1, part 2, tables 7-3 to 7-10, as a designation chooses it. */
enum AribSet {
    KANJI(2),
    ALPHANUMERIC(1),
    HIRAGANA(1),
    KATAKANA(1),
    HALF_WIDTH_KATAKANA(1),
    /** Mosaics, macros and what a receiver would have to be sent first: nothing of a name. */
    WITHOUT_TEXT(1),
    WITHOUT_TEXT_WIDE(2);

    private static final Charset JIS_X_0208 = Charset.forName("EUC-JP");
    private static final int HIRAGANA_ROW = 0x24;
    private static final int KATAKANA_ROW = 0x25;
    private static final int FIRST_SIGN = 0x77;
    private static final int SYMBOL_ROW = 0x7A;
    private static final int FIRST_SYMBOL = 0x50;

    /** 0x77 to 0x7E of both kana sets. */
    private static final String HIRAGANA_SIGNS = "ゝゞー。「」、・";

    private static final String KATAKANA_SIGNS = "ヽヾー。「」、・";

    /** Row 90 from cell 48 on: the signs of programme titles. */
    private static final int[] SYMBOLS = {
        0x1F14A, 0x1F14C, 0x1F13F, 0x1F146, 0x1F14B, 0x1F210, 0x1F211, 0x1F212, 0x1F213, 0x1F142, 0x1F214, 0x1F215,
        0x1F216, 0x1F14D, 0x1F131, 0x1F13D, 0x2B1B, 0x2B24, 0x1F217, 0x1F218, 0x1F219, 0x1F21A, 0x1F21B, 0x26BF,
        0x1F21C, 0x1F21D, 0x1F21E, 0x1F21F, 0x1F220, 0x1F221, 0x1F222, 0x1F223, 0x1F224, 0x1F14E
    };

    private final int bytes;

    AribSet(int bytes) {
        this.bytes = bytes;
    }

    /** The set of a final byte (tables 7-3), where a designation names it; a set that nobody knows has one byte. */
    static AribSet ofFinal(int code, boolean wide) {
        return switch (code) {
            case 0x42, 0x39, 0x3A, 0x3B -> KANJI;
            case 0x4A, 0x36 -> ALPHANUMERIC;
            case 0x30, 0x37 -> HIRAGANA;
            case 0x31, 0x38 -> KATAKANA;
            case 0x49 -> HALF_WIDTH_KATAKANA;
            default -> wide ? WITHOUT_TEXT_WIDE : WITHOUT_TEXT;
        };
    }

    /** Bytes of a character. */
    int bytes() {
        return bytes;
    }

    /** The character of one or two codes of 7 bits. */
    void append(StringBuilder text, int first, int second) {
        switch (this) {
            case ALPHANUMERIC -> text.append(alphanumeric(first));
            case HIRAGANA -> text.append(kana(HIRAGANA_ROW, first, HIRAGANA_SIGNS));
            case KATAKANA -> text.append(kana(KATAKANA_ROW, first, KATAKANA_SIGNS));
            case HALF_WIDTH_KATAKANA -> text.append(first <= 0x5F ? (char) (0xFF40 + first) : SingleByteText.UNKNOWN);
            case KANJI -> text.append(kanji(first, second));
            case WITHOUT_TEXT, WITHOUT_TEXT_WIDE -> text.append(SingleByteText.UNKNOWN);
        }
    }

    /** JIS X 0201: ASCII with a yen sign and an overline. */
    private static char alphanumeric(int code) {
        return switch (code) {
            case 0x5C -> '¥';
            case 0x7E -> '‾';
            default -> (char) code;
        };
    }

    private static String kana(int row, int code, String signs) {
        return code >= FIRST_SIGN ? signs.substring(code - FIRST_SIGN, code - FIRST_SIGN + 1) : kanji(row, code);
    }

    private static String kanji(int row, int cell) {
        int symbol = cell - FIRST_SYMBOL;
        if (row == SYMBOL_ROW && symbol >= 0 && symbol < SYMBOLS.length) {
            return Character.toString(SYMBOLS[symbol]);
        }
        String text = new String(new byte[] {(byte) (row | 0x80), (byte) (cell | 0x80)}, JIS_X_0208);
        // Latin letters and digits of row 3 are the same signs in full width.
        return text.length() == 1 && row == 0x23 ? String.valueOf((char) (text.charAt(0) - 0xFEE0)) : text;
    }
}
