package io.bandwatch.deploy.replay;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed, and what is to come of it.
 *
 * @param recordings recordings, one feed each
 * @param options what the caller says about them
 * @param decoded services of transport streams whose pictures and sound are decoded
 * @param registers what they are compared with
 * @param result what is told, and where
 * @param store where time series go
 * @param checkpoints folder of checkpoints to keep and to resume from, or null
 * @param evidence folder for pictures and sound of faults, or null
 */
public record ReplayRequest(
        List<FeedSpec> recordings,
        RecordingOptions options,
        ServiceChoice decoded,
        Registers registers,
        Result result,
        StoreChoice store,
        @Nullable Path checkpoints,
        @Nullable Path evidence) {
    /** Without evidence. */
    public ReplayRequest(
            List<FeedSpec> recordings,
            RecordingOptions options,
            ServiceChoice decoded,
            Registers registers,
            Result result,
            StoreChoice store,
            @Nullable Path checkpoints) {
        this(recordings, options, decoded, registers, result, store, checkpoints, null);
    }

    /**
     * What carriers and services are compared with.
     *
     * @param licences FM register, or null
     * @param services services register, or null
     * @param maintenance maintenance list, or null
     * @param site site file, or null
     * @param reference recording of what should have been on air, or null
     * @param insertions schedule of what was approved to be on air instead, or null
     * @param clips folder of known clips, or null
     * @param emergencies folder of alerts that the emergency interface brought, or null
     */
    public record Registers(
            @Nullable Path licences,
            @Nullable Path services,
            @Nullable Path maintenance,
            @Nullable Path site,
            @Nullable Path reference,
            @Nullable Path insertions,
            @Nullable Path clips,
            @Nullable Path emergencies) {
        /** Without a schedule of insertions, clips and alerts. */
        public Registers(
                @Nullable Path licences,
                @Nullable Path services,
                @Nullable Path maintenance,
                @Nullable Path site,
                @Nullable Path reference) {
            this(licences, services, maintenance, site, reference, null, null, null);
        }
    }

    /**
     * What is told.
     *
     * @param format how
     * @param output where, or null for standard output
     * @param every length of intervals that are told one by one, or null
     * @param compare earlier result to compare with, or null
     * @param locale language of texts
     */
    public record Result(
            ResultFormat format,
            @Nullable Path output,
            @Nullable Duration every,
            @Nullable Path compare,
            Locale locale) {}
}
