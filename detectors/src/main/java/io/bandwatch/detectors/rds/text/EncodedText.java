package io.bandwatch.detectors.rds.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text in a character set of its own, in segments of four bytes, ended by a carriage return or its last segment: long
 * programme service name and enhanced RadioText (IEC 62106-2). Bytes that are no character of the set read as U+FFFD.
 *
 * @param segments of the text under way
 * @param twoBytes UCS-2, first byte high; else UTF-8
 * @param text the text last complete, without blanks at its end, null before the first
 */
public record EncodedText(Segments segments, boolean twoBytes, @Nullable String text) {
    private static final int LENGTH = 4;

    public static EncodedText empty(int segments, boolean twoBytes) {
        return new EncodedText(Segments.empty(segments, LENGTH), twoBytes, null);
    }

    /** With one more segment of four bytes, without error. */
    public EncodedText with(int segment, int content) {
        Segments more = segments.with(segment, content, true);
        int end = end(more);
        return new EncodedText(more, twoBytes, end < 0 ? text : decode(more.bytes(), end));
    }

    private int end(Segments more) {
        int there = more.believed() * LENGTH;
        byte[] bytes = more.bytes();
        int step = twoBytes ? 2 : 1;
        for (int i = 0; i < there; i += step) {
            if (bytes[i + step - 1] == CharacterSet.END && (step == 1 || bytes[i] == 0)) {
                return i;
            }
        }
        return there == bytes.length ? there : -1;
    }

    private String decode(byte[] bytes, int end) {
        Charset charset = twoBytes ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        // unused room is filled with blanks or with zeroes
        return new String(bytes, 0, end, charset).replace('\0', ' ').stripTrailing();
    }
}
