package io.bandwatch.samples.score;

import java.util.List;

/**
 * One carrier or artefact and what was said of it.
 *
 * @param name of the carrier, or where it lies
 * @param expected verdict that it deserves, or {@link #NOTHING} for what should not be there
 * @param given verdict that it got, or {@link #MISSED}
 * @param confidence that was claimed, 0..1; NaN if none was
 * @param right whether the verdict is one that it deserves
 * @param reasons codes of the reasons given, in their order
 */
public record Judged(
        String name, String expected, String given, double confidence, boolean right, List<String> reasons) {
    /** Stands for the verdict of what is not there. */
    public static final String NOTHING = "nothing";
    /** Stands for the verdict that was not given. */
    public static final String MISSED = "missed";

    public Judged {
        reasons = List.copyOf(reasons);
    }

    /** What went wrong, in words. */
    public String complaint() {
        return name + " is " + expected + ", found " + given;
    }

    /** Whether there is a record, of something that is there. */
    public boolean isFound() {
        return !given.equals(MISSED) && !expected.equals(NOTHING);
    }
}
