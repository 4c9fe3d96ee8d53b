package io.bandwatch.deploy.cli.acceptance.faults;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The clock of the day of a process of its own, which can be set while it runs; that of the machine stays. By Debian's libfaketime, whose
 * clock that nobody sets is the true one.
 *
 * @param library which answers for the system
 * @param told file in which the difference stands
 */
record SteppedClock(Path library, Path told) {
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"));
    private static final String NAME = "libfaketimeMT.so.1";
    private static final int DEEP = 4;

    /** A clock that is right at first. */
    static SteppedClock right(Path folder) throws IOException {
        for (Path place : FOLDERS) {
            try (Stream<Path> files = Files.find(place, DEEP, (file, its) -> file.endsWith(NAME))) {
                Path library = files.findFirst().orElse(null);
                if (library != null) {
                    SteppedClock clock = new SteppedClock(library, folder.resolve("clock"));
                    clock.set(Duration.ZERO);
                    return clock;
                }
            }
        }
        throw new CheckImpossibleException("no " + NAME + "; install Debian's package faketime");
    }

    /** What a process needs in its environment to have this clock; it looks at it once a second. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", told.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Sets it so far ahead of the true time. */
    void set(Duration ahead) throws IOException {
        Files.writeString(told, String.format("+%d%n", ahead.toSeconds()));
    }
}
