package io.bandwatch.dsp.ts.text;

import java.nio.charset.Charset;
import java.util.Arrays;

/** A coding of one byte a character: ASCII below, 96 characters above, control codes between (EN 300 468, table A.1). */
final class SingleByteText {
    /** Stands for what cannot be decoded. */
    static final char UNKNOWN = '\uFFFD';

    private static final int PARTS = 16;
    private static final String NOTHING = String.valueOf(UNKNOWN).repeat(96);

    /** ISO/IEC 8859-10:1998, from 0xA0 on. */
    private static final String NORDIC = "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
            + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";

    /** ISO/IEC 8859-14:1998, from 0xA0 on. */
    private static final String CELTIC = "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";

    private static final SingleByteText[] ISO_8859 = parts();

    private final String upper;

    private SingleByteText(String upper) {
        this.upper = upper;
    }

    /** A part of ISO 8859; a part that there is not has ASCII only. */
    static SingleByteText iso8859(int part) {
        return ISO_8859[part > 0 && part < PARTS ? part : 0];
    }

    String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            int code = bytes[at] & 0xFF;
            if (code >= 0xA0) {
                text.append(upper.charAt(code - 0xA0));
            } else {
                appendLower(text, code);
            }
        }
        return text.toString();
    }

    /** ASCII and the control codes of table A.1: a line break is kept, emphasis and padding are not. */
    static void appendLower(StringBuilder text, int code) {
        if (code >= 0x20 && code < 0x7F) {
            text.append((char) code);
        } else if (code == 0x8A || code == '\n' || code == '\r') {
            text.append('\n');
        } else if (code != 0 && code < 0x80) {
            text.append(UNKNOWN);
        }
    }

    private static SingleByteText[] parts() {
        byte[] codes = new byte[96];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = (byte) (0xA0 + code);
        }
        SingleByteText[] parts = new SingleByteText[PARTS];
        Arrays.setAll(parts, part -> new SingleByteText(upper(part, codes)));
        return parts;
    }

    private static String upper(int part, byte[] codes) {
        return switch (part) {
            case 0, 12 -> NOTHING;
            case 10 -> NORDIC;
            case 11 -> new String(codes, Charset.forName("x-iso-8859-11"));
            case 14 -> CELTIC;
            default -> new String(codes, Charset.forName("ISO-8859-" + part));
        };
    }
}
