package io.bandwatch.samples.score;

import java.util.List;

/**
 * Hits and misses of one kind of record.
 *
 * @param expected how many should be there
 * @param matched how many of these are there
 * @param missed names of those that are not
 * @param invented names of those that should not be there
 */
public record Tally(int expected, int matched, List<String> missed, List<String> invented) {
    public Tally {
        missed = List.copyOf(missed);
        invented = List.copyOf(invented);
    }

    /** Share of what is there that should be; 1 if there is nothing. */
    public double precision() {
        int found = matched + invented.size();
        return found == 0 ? 1.0 : (double) matched / found;
    }

    /** Share of what should be there that is; 1 if nothing should. */
    public double recall() {
        return expected == 0 ? 1.0 : (double) matched / expected;
    }

    boolean isPerfect() {
        return missed.isEmpty() && invented.isEmpty();
    }
}
