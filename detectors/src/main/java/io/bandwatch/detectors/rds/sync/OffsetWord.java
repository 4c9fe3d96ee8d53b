package io.bandwatch.detectors.rds.sync;

import org.jspecify.annotations.Nullable;

/** The offset words by which the blocks of a group are told apart (IEC 62106-2, table of offset words). */
public enum OffsetWord {
    A(0x0FC, 0),
    B(0x198, 1),
    C(0x168, 2),
    /** In the place of C in groups of version B. */
    C_PRIME(0x350, 2),
    D(0x1B4, 3),
    /** Of blocks that belong to another service between the groups (MMBS in North America). In no place of a group. */
    E(0x000, -1);

    private static final OffsetWord[] BY_PATTERN = byPattern();

    private final int pattern;
    private final int position;

    OffsetWord(int pattern, int position) {
        this.pattern = pattern;
        this.position = position;
    }

    /** The ten bits added to the check bits. */
    public int pattern() {
        return pattern;
    }

    /** Place in the group, 0..3, or -1 for a block outside of groups. */
    int position() {
        return position;
    }

    /** The offset word with this pattern, null for none. */
    static @Nullable OffsetWord of(int pattern) {
        return BY_PATTERN[pattern];
    }

    private static OffsetWord[] byPattern() {
        OffsetWord[] table = new OffsetWord[1024];
        for (OffsetWord word : values()) {
            table[word.pattern] = word;
        }
        return table;
    }
}
