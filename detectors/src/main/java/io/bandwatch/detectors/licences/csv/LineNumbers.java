package io.bandwatch.detectors.licences.csv;

/** Says in which line of a text a record begins, whatever quoted line breaks come before it. */
final class LineNumbers {
    private final String text;
    private int position;
    private long line = 1;

    LineNumbers(String text) {
        this.text = text;
    }

    /**
     * Line of the record found at a position; positions must rise from call to call.
     *
     * @param start index of its first character, or of the first of the empty lines before it
     */
    long ofRecordAt(long start) {
        while (position < start || (position < text.length() && isBreak(text.charAt(position)))) {
            advance();
        }
        return line;
    }

    /** The given line, or the last one of the text if that comes earlier. */
    long last(long wanted) {
        long lines = text.lines().count();
        return Math.max(1, Math.min(wanted, lines));
    }

    private void advance() {
        char c = text.charAt(position++);
        boolean carriageReturnOfPair = c == '\r' && position < text.length() && text.charAt(position) == '\n';
        if (isBreak(c) && !carriageReturnOfPair) {
            line++;
        }
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
