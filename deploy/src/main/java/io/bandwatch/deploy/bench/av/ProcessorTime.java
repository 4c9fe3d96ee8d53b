package io.bandwatch.deploy.bench.av;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process and those of its children that have ended used, user and system, in hundredths of a second; of one that
 * runs, what it used so far.
 *
 * @param hundredths since the start of this process
 */
record ProcessorTime(long hundredths) {
    /** Fields of proc(5) behind the name: utime, stime, cutime, cstime are the 12th to the 15th. */
    private static final int FIRST = 11;

    private static final int OWN = 2;
    private static final int CHILDREN_TOO = 4;

    static ProcessorTime now() throws IOException {
        return new ProcessorTime(used("self", CHILDREN_TOO));
    }

    /** With what a child that runs has used. */
    ProcessorTime with(long child) throws IOException {
        return new ProcessorTime(hundredths + used(Long.toString(child), OWN));
    }

    private static long used(String process, int count) throws IOException {
        String stat = Files.readString(Path.of("/proc", process, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = FIRST; i < FIRST + count; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    double since(ProcessorTime before) {
        return (hundredths - before.hundredths) / 100.0;
    }
}
