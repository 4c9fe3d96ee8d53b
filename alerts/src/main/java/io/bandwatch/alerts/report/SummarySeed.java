package io.bandwatch.alerts.report;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the summary says that is known before the job starts.
 *
 * @param recordings recordings that are analysed
 * @param badInput faults found before the job, by kind: recordings that could not be used and why
 * @param site name of the site, or null where none was given
 * @param registerFile name of the register's file without folders, or null without a register
 * @param registerSha256 SHA-256 of its bytes, or null without a register
 * @param servicesFile name of the file of the services register, or null without one
 * @param servicesSha256 SHA-256 of its bytes, or null without one
 */
public record SummarySeed(
        int recordings,
        Map<String, Long> badInput,
        @Nullable String site,
        @Nullable String registerFile,
        @Nullable String registerSha256,
        @Nullable String servicesFile,
        @Nullable String servicesSha256)
        implements Serializable {
    public SummarySeed {
        if ((registerFile == null) != (registerSha256 == null) || (servicesFile == null) != (servicesSha256 == null)) {
            throw new IllegalArgumentException("a register has a name and a hash, or neither");
        }
        badInput = new TreeMap<>(badInput);
    }

    /** Without a services register. */
    public SummarySeed(
            int recordings,
            Map<String, Long> badInput,
            @Nullable String site,
            @Nullable String registerFile,
            @Nullable String registerSha256) {
        this(recordings, badInput, site, registerFile, registerSha256, null, null);
    }
}
