package io.bandwatch.deploy.bench.av;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process and those of its children that have ended used, user and system, in hundredths of a second.
 *
 * @param hundredths since the start of this process
 */
record ProcessorTime(long hundredths) {
    private static final Path STAT = Path.of("/proc/self/stat");

    /** Fields of proc(5) behind the name: utime, stime, cutime, cstime are the 12th to the 15th. */
    private static final int FIRST = 11;

    private static final int COUNT = 4;

    static ProcessorTime now() throws IOException {
        String stat = Files.readString(STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = FIRST; i < FIRST + COUNT; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return new ProcessorTime(sum);
    }

    double since(ProcessorTime before) {
        return (hundredths - before.hundredths) / 100.0;
    }
}
