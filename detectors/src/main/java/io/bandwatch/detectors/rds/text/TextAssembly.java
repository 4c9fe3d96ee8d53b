package io.bandwatch.detectors.rds.text;

import org.jspecify.annotations.Nullable;

/**
 * RadioText: up to 16 segments of four characters (group 2A) or two (2B), with a flag that toggles when the text changes
 * (IEC 62106-2, groups 2A and 2B). Complete when all segments came, or all up to the one with the end mark, or, of
 * stations that send only the segments in use and no end mark, when all in use came twice and the first comes again.
 *
 * @param flag 0 for A, 1 for B, -1 before the first
 * @param segments of the text under way
 * @param text the text last complete, without blanks at its end, null before the first
 */
public record TextAssembly(int flag, Segments segments, @Nullable String text) {
    private static final int SEGMENTS = 16;

    public static final TextAssembly NONE = new TextAssembly(-1, Segments.empty(SEGMENTS, 4), null);

    /**
     * With one more segment.
     *
     * @param length characters in it, 4 or 2
     * @param exact whether it came without error
     */
    public TextAssembly with(int newFlag, int length, int segment, int content, boolean exact) {
        if (newFlag == flag && length == segments.length()) {
            return taken(segments.with(segment, content, exact), segment);
        }
        if (!exact) {
            return this;
        }
        Segments fresh = Segments.empty(SEGMENTS, length).with(segment, content, true);
        return new TextAssembly(newFlag, segments, text).taken(fresh, segment);
    }

    private TextAssembly taken(Segments more, int segment) {
        int length = more.length();
        int end = more.indexOf(CharacterSet.END);
        int complete = -1;
        if (end >= 0) {
            complete = end;
        } else if (more.believed() == SEGMENTS) {
            complete = SEGMENTS * length;
        } else if (segment == 0 && more.repeated() > 0 && more.repeated() == more.reach()) {
            complete = more.reach() * length;
        }
        String found = complete < 0
                ? text
                : CharacterSet.decode(more.bytes(), 0, complete).stripTrailing();
        return new TextAssembly(flag, more, found);
    }

    /** What came of the text under way, spaces for what did not, without blanks at its end. */
    public String partial() {
        byte[] bytes = segments.bytes();
        int end = 0;
        int reach = segments.reach() * segments.length();
        while (end < reach && bytes[end] != CharacterSet.END) {
            end++;
        }
        return CharacterSet.decode(bytes, 0, end).stripTrailing();
    }

    /** A piece of the text under way; null if it did not come yet. */
    public @Nullable String piece(int start, int characters) {
        int there = segments.believed() * segments.length();
        return start + characters > there
                ? null
                : CharacterSet.decode(segments.bytes(), start, start + characters)
                        .strip();
    }
}
