package io.bandwatch.deploy.cli.acceptance.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the log of a search says.
 *
 * @param executions inputs tried
 * @param seconds searched
 * @param coverage edges of the code that some input reached
 * @param corpus inputs kept because each reaches something more
 * @param findings inputs that a reader broke on, or worked on for seconds; slow units, slow by the clock, are none
 * @param ended the search ran for its whole time
 */
record FuzzLog(long executions, long seconds, int coverage, int corpus, int findings, boolean ended) {
    private static final Pattern STATUS = Pattern.compile("#\\d+\\s.* cov: (\\d+) ft: \\d+ corp: (\\d+)/.*");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second.*");
    private static final Pattern FINDING =
            Pattern.compile("== Java (Exception|Assertion Error):.*|==\\d+== ERROR: libFuzzer.*");

    /** Reads it. */
    static FuzzLog of(Stream<String> lines) {
        long[] done = {0, 0, 0};
        int[] reached = {0, 0};
        int[] findings = {0};
        lines.forEach(line -> {
            Matcher status = STATUS.matcher(line);
            Matcher end = DONE.matcher(line);
            if (status.matches()) {
                reached[0] = Integer.parseInt(status.group(1));
                reached[1] = Integer.parseInt(status.group(2));
            } else if (end.matches()) {
                done[0] = Long.parseLong(end.group(1));
                done[1] = Long.parseLong(end.group(2));
                done[2] = 1;
            } else if (FINDING.matcher(line).matches()) {
                findings[0]++;
            }
        });
        return new FuzzLog(done[0], done[1], reached[0], reached[1], findings[0], done[2] == 1);
    }
}
