package io.bandwatch.dsp.synth.fm;

/**
 * The bits of a station's RDS, before differential coding: groups 0A (name) and 2A (text) in turn, each block with its
 * checkword (IEC 62106-1: information word, 10 check bits of x^10+x^8+x^7+x^5+x^4+x^3+1, offset word added). Not
 * thread-safe.
 */
final class RdsBits {
    private static final int GENERATOR = 0x5B9;
    private static final int[] OFFSET_WORDS = {0x0FC, 0x198, 0x168, 0x1B4};
    private static final int NO_ALTERNATIVE_FREQUENCY = 0xE0CD;
    private static final int GROUP_BITS = 104;

    private final RdsProgramme programme;
    private final String name;
    private final String text;
    private final int[] blocks = new int[4];
    private int bit = GROUP_BITS;
    private int group;

    RdsBits(RdsProgramme programme) {
        this.programme = programme;
        this.name = (programme.programmeService() + "        ").substring(0, 8);
        // a carriage return ends a text shorter than 64 characters
        String ended = programme.radioText().length() < 64 ? programme.radioText() + '\r' : programme.radioText();
        this.text = ended + "   ".substring(0, (4 - ended.length() % 4) % 4);
    }

    /** The next bit, 0 or 1. */
    int next() {
        if (bit == GROUP_BITS) {
            encode();
            bit = 0;
        }
        int value = blocks[bit / 26] >> (25 - bit % 26) & 1;
        bit++;
        return value;
    }

    private void encode() {
        boolean hasText = !programme.radioText().isEmpty();
        boolean textGroup = hasText && group % 2 == 1;
        int turn = hasText ? group / 2 : group;
        int[] words = textGroup ? textWords(turn % (text.length() / 4)) : nameWords(turn % 4);
        for (int b = 0; b < 4; b++) {
            blocks[b] = words[b] << 10 | (checkBits(words[b]) ^ OFFSET_WORDS[b]);
        }
        group++;
    }

    private int[] nameWords(int segment) {
        // decoder identification goes d3 to d0 with the segments; d0 says stereo
        int decoder = segment == 3 && programme.stereo() ? 1 : 0;
        int music = 1;
        int second = programme.programmeType() << 5 | music << 3 | decoder << 2 | segment;
        return new int[] {programme.piCode(), second, NO_ALTERNATIVE_FREQUENCY, pair(name, 2 * segment)};
    }

    private int[] textWords(int segment) {
        int second = 0x2000 | programme.programmeType() << 5 | segment;
        return new int[] {programme.piCode(), second, pair(text, 4 * segment), pair(text, 4 * segment + 2)};
    }

    private static int pair(String characters, int at) {
        return characters.charAt(at) << 8 | characters.charAt(at + 1);
    }

    private static int checkBits(int word) {
        int register = word << 10;
        for (int shift = 25; shift >= 10; shift--) {
            if ((register >> shift & 1) == 1) {
                register ^= GENERATOR << (shift - 10);
            }
        }
        return register;
    }
}
