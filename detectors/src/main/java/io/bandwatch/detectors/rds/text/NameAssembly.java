package io.bandwatch.detectors.rds.text;

import org.jspecify.annotations.Nullable;

/**
 * The programme service name: four segments of two characters. IEC 62106 wants it constant, many stations scroll it, and
 * segments of two names must never be read as one. A name counts when its segments came in order, exact, in one pass
 * from which no group was lost (names change between passes), or when each came twice with no sign of a change.
 *
 * @param pass characters of the pass under way
 * @param nextSegment the segment that continues it; 0 when none is under way
 * @param votes segments in whatever order, for passes with losses
 * @param name the name last complete, eight characters, null before the first
 * @param rounds how many times in succession it was complete, at most 1000
 */
public record NameAssembly(byte[] pass, int nextSegment, Segments votes, @Nullable String name, int rounds) {
    private static final int SEGMENTS = 4;
    private static final int LENGTH = 2;
    private static final int MOST_ROUNDS = 1000;

    public static final NameAssembly NONE =
            new NameAssembly(new byte[SEGMENTS * LENGTH], 0, Segments.empty(SEGMENTS, LENGTH), null, 0);

    /** A group was lost, so that the pass under way may be of two names. */
    public NameAssembly interrupted() {
        return nextSegment == 0 ? this : new NameAssembly(pass, 0, votes, name, rounds);
    }

    /** With one more segment, 0..3, of two characters. */
    public NameAssembly with(int segment, int content, boolean exact) {
        Segments voted = votes.with(segment, content, exact);
        byte[] passed = pass;
        int next = 0;
        if (exact && (segment == 0 || segment == nextSegment)) {
            passed = pass.clone();
            passed[LENGTH * segment] = (byte) (content >> 8);
            passed[LENGTH * segment + 1] = (byte) content;
            next = segment + 1;
        } else if (exact && segment + 1 == nextSegment && content == content(segment)) {
            next = nextSegment;
        }
        if (next == SEGMENTS) {
            return complete(passed, new NameAssembly(passed, 0, voted, name, rounds));
        }
        NameAssembly more = new NameAssembly(passed, next, voted, name, rounds);
        return voted.repeated() == SEGMENTS
                        && !CharacterSet.decode(voted.bytes(), 0, SEGMENTS * LENGTH)
                                .equals(name)
                ? complete(voted.bytes(), more)
                : more;
    }

    private int content(int segment) {
        return ((pass[LENGTH * segment] & 0xFF) << 8) | (pass[LENGTH * segment + 1] & 0xFF);
    }

    private static NameAssembly complete(byte[] characters, NameAssembly before) {
        String found = CharacterSet.decode(characters, 0, SEGMENTS * LENGTH);
        int times = found.equals(before.name) ? Math.min(before.rounds + 1, MOST_ROUNDS) : 1;
        return new NameAssembly(before.pass, before.nextSegment, before.votes, found, times);
    }
}
