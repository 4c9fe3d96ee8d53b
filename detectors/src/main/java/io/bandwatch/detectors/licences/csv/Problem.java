package io.bandwatch.detectors.licences.csv;

/**
 * One thing that is wrong with a text.
 *
 * @param line line of the file at which its row begins, from 1
 * @param text what is wrong, with the value and what would be right
 */
public record Problem(long line, String text) {
    @Override
    public String toString() {
        return "line " + line + ": " + text;
    }
}
