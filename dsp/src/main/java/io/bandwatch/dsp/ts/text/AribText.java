package io.bandwatch.dsp.ts.text;

/**
 * Text of ISDB service information: the eight-unit coding of ARIB STD-B24, volume 1, part 2, chapter 7, in the state that
 * STD-B10, part 2, Annex A begins with. Sizes and colours are read over; wide Latin letters become plain ones.
 */
public final class AribText {
    private static final int ESC = 0x1B;

    private final byte[] bytes;
    private final int to;
    private final StringBuilder text = new StringBuilder();
    private final AribSet[] sets = {AribSet.KANJI, AribSet.ALPHANUMERIC, AribSet.HIRAGANA, AribSet.WITHOUT_TEXT};
    private int at;
    private int left;
    private int right = 2;
    private int single = -1;

    private AribText(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    /** A name on one line. */
    public static String name(byte[] bytes, int from, int to) {
        return decode(bytes, from, to).replace('\n', ' ').strip();
    }

    /** Decodes a text. */
    public static String decode(byte[] bytes, int from, int to) {
        int end = Math.min(to, bytes.length);
        if (from < 0 || from >= end) {
            return "";
        }
        AribText decoder = new AribText(bytes, from, end);
        while (decoder.at < end) {
            decoder.step();
        }
        return decoder.text.toString();
    }

    private void step() {
        int code = next();
        int low = code & 0x7F;
        if (low >= 0x21 && low <= 0x7E) {
            character(code);
        } else if (code == 0x20 || code == 0xA0) {
            text.append(' ');
        } else if (code < 0x20) {
            lowControl(code);
        } else if (code >= 0x80 && code < 0xA0) {
            highControl(code);
        }
    }

    private void character(int code) {
        AribSet set = sets[single >= 0 ? single : code >= 0x80 ? right : left];
        single = -1;
        int second = set.bytes() == 2 ? next() & 0x7F : 0;
        if (set.bytes() == 2 && second < 0x21) {
            text.append(SingleByteText.UNKNOWN);
        } else {
            set.append(text, code & 0x7F, second);
        }
    }

    /** C0 (table 7-14): shifts, lines, and places on the screen with their operands. */
    private void lowControl(int code) {
        switch (code) {
            case 0x0E -> left = 1;
            case 0x0F -> left = 0;
            case 0x19 -> single = 2;
            case 0x1D -> single = 3;
            case 0x0D -> text.append('\n');
            case 0x16 -> skip(1);
            case 0x1C -> skip(2);
            case ESC -> escape();
            default -> {}
        }
    }

    /** C1 (table 7-15): all of it is look, and only the operands matter. */
    private void highControl(int code) {
        switch (code) {
            case 0x8B, 0x91, 0x93, 0x94, 0x97, 0x98 -> skip(1);
            case 0x90, 0x92 -> skip(next() == 0x20 ? 1 : 0);
            case 0x9D -> skip(2);
            case 0x95 -> macro();
            case 0x9B -> controlSequence();
            default -> {}
        }
    }

    /** Locking shifts and designations (tables 7-1 and 7-2). */
    private void escape() {
        int code = next();
        switch (code) {
            case 0x6E -> left = 2;
            case 0x6F -> left = 3;
            case 0x7E -> right = 1;
            case 0x7D -> right = 2;
            case 0x7C -> right = 3;
            case 0x24 -> designateWide();
            case 0x28, 0x29, 0x2A, 0x2B -> designate(code - 0x28, next(), false);
            default -> {}
        }
    }

    private void designateWide() {
        int code = next();
        boolean named = code >= 0x28 && code <= 0x2B;
        designate(named ? code - 0x28 : 0, named ? next() : code, true);
    }

    private void designate(int place, int code, boolean wide) {
        if (code == 0x20) {
            next();
            sets[place] = wide ? AribSet.WITHOUT_TEXT_WIDE : AribSet.WITHOUT_TEXT;
        } else {
            sets[place] = AribSet.ofFinal(code, wide);
        }
    }

    /** A macro's definition ends with another macro control of 0x4F. */
    private void macro() {
        skipPast(0x95);
        next();
    }

    /** Parameters, then a blank, then what is done with them. */
    private void controlSequence() {
        skipPast(0x20);
        next();
    }

    private void skipPast(int code) {
        while (at < to && (bytes[at] & 0xFF) != code) {
            at++;
        }
        at++;
    }

    private void skip(int operands) {
        at += operands;
    }

    private int next() {
        return at < to ? bytes[at++] & 0xFF : 0;
    }
}
