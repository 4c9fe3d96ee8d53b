package io.bandwatch.samples.score;

/**
 * One carrier or artefact and what was said of it.
 *
 * @param name of the carrier, or where it lies
 * @param expected verdict that it deserves, or {@link #NOTHING} for what should not be there
 * @param given verdict that it got, or {@link #MISSED}
 * @param confidence that was claimed, 0..1; NaN if none was
 * @param right whether the verdict is one that it deserves
 */
public record Judged(String name, String expected, String given, double confidence, boolean right) {
    /** Stands for the verdict of what is not there. */
    public static final String NOTHING = "nothing";
    /** Stands for the verdict that was not given. */
    public static final String MISSED = "missed";

    /** What went wrong, in words. */
    public String complaint() {
        return name + " is " + expected + ", found " + given;
    }

    boolean isFound() {
        return !given.equals(MISSED) && !expected.equals(NOTHING);
    }
}
