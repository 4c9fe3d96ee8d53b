package io.bandwatch.detectors.rds.text;

/**
 * The segments of a text as they come. A segment that came exact and then differs is the sign of another text, which
 * begins with it; one from corrected blocks is believed when it came twice or exact, and never overrules an exact one.
 *
 * @param bytes of all segments in order; zero where none came
 * @param weights per segment: 0 none, 1 doubtful, more for each time it came (2 if exact, 1 if not), at most 100
 */
public record Segments(byte[] bytes, byte[] weights) {
    private static final int MOST = 100;
    private static final int EXACT = 2;

    public static Segments empty(int count, int length) {
        return new Segments(new byte[count * length], new byte[count]);
    }

    public int count() {
        return weights.length;
    }

    public int length() {
        return bytes.length / weights.length;
    }

    /**
     * With one more segment.
     *
     * @param content its bytes, first highest
     * @param exact whether it came without error
     */
    public Segments with(int segment, int content, boolean exact) {
        int weight = weights[segment];
        boolean same = weight > 0 && content(segment) == content;
        if (weight == 0 || same) {
            return written(segment, content, Math.min(MOST, weight + (exact ? EXACT : 1)));
        }
        if (weight < EXACT) {
            return written(segment, content, exact ? EXACT : 1);
        }
        return exact ? empty(count(), length()).written(segment, content, EXACT) : this;
    }

    private Segments written(int segment, int content, int weight) {
        byte[] changed = bytes;
        if (weights[segment] == 0 || content(segment) != content) {
            changed = bytes.clone();
            int length = length();
            for (int i = 0; i < length; i++) {
                changed[segment * length + i] = (byte) (content >> (8 * (length - 1 - i)));
            }
        }
        byte[] weighed = weights.clone();
        weighed[segment] = (byte) weight;
        return new Segments(changed, weighed);
    }

    private int content(int segment) {
        int content = 0;
        int length = length();
        for (int i = segment * length; i < (segment + 1) * length; i++) {
            content = (content << 8) | (bytes[i] & 0xFF);
        }
        return content;
    }

    /** How many of the first segments are there and believed. */
    public int believed() {
        return leading(EXACT);
    }

    /** How many of the first segments came twice. */
    public int repeated() {
        return leading(2 * EXACT);
    }

    private int leading(int least) {
        int n = 0;
        while (n < weights.length && weights[n] >= least) {
            n++;
        }
        return n;
    }

    /** Number of the last segment that came, plus one. */
    public int reach() {
        int n = weights.length;
        while (n > 0 && weights[n - 1] == 0) {
            n--;
        }
        return n;
    }

    /** Index of the first byte of this value in the believed first segments, or -1. */
    public int indexOf(byte value) {
        int to = believed() * length();
        for (int i = 0; i < to; i++) {
            if (bytes[i] == value) {
                return i;
            }
        }
        return -1;
    }
}
