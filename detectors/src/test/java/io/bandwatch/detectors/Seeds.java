package io.bandwatch.detectors;

import java.util.stream.LongStream;

/** Seeds of property tests; {@code -Dbandwatch.seed=N} runs one again. */
public final class Seeds {
    private Seeds() {}

    public static LongStream hundred() {
        Long one = Long.getLong("bandwatch.seed");
        return one == null ? LongStream.range(0, 100) : LongStream.of(one);
    }
}
