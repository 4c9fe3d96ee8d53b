package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cli.usage.Languages;
import io.bandwatch.deploy.cli.usage.QuantityConverters;
import io.bandwatch.deploy.replay.ReplayOutcome;
import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ReplayRun;
import io.bandwatch.deploy.replay.ResultFormat;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.detectors.Severity;
import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.ServiceChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses recordings through the same job as the live service would. */
@Command(
        name = "replay",
        description =
                "Analyses recordings: carriers, services, verdicts, incidents. I/Q: SigMF, WAV, raw .cu8 .cs8 .cs16 .cf32;"
                        + " sweeps: rtl_power and hackrf_sweep CSV; transport streams of 188, 192 and 204 bytes a packet; xz, zstd and gzip are read as they are.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "RECORDING",
            description = "files, one feed each; FEED=PATH names the feed")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private List<String> recordings;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "jsonl, table or html (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private ResultFormat format;

    @Option(names = "--output", paramLabel = "FILE", description = "write the result there instead of stdout")
    private @Nullable Path output;

    @Option(
            names = "--licences",
            paramLabel = "CSV",
            description = "FM register; without it nothing is licensed or unlicensed")
    private @Nullable Path licences;

    @Option(
            names = "--services",
            paramLabel = "CSV",
            description = "services register; without it no service is licensed or unlicensed")
    private @Nullable Path services;

    @Option(
            names = "--decode",
            paramLabel = "SERVICES",
            description = "services of transport streams whose pictures and sound are decoded and judged: all, or their"
                    + " numbers with commas (default: none)")
    private @Nullable String decode;

    @Option(
            names = "--pictures",
            paramLabel = "all|key",
            description =
                    "of what --decode names: all pictures (default), or about one a second and the sound in stretches"
                            + " (with --reference or --clips all of it), and everything where something looks suspicious: for"
                            + " large multiplexes")
    private @Nullable String pictures;

    @Option(
            names = "--maintenance",
            paramLabel = "CSV",
            description = "approved maintenance, which excuses a lost carrier")
    private @Nullable Path maintenance;

    @Option(
            names = "--site",
            paramLabel = "YAML",
            description =
                    "name, timezone, de-emphasis, reference-clock and profile of the site (default: Asia/Shanghai, 50 us)")
    private @Nullable Path site;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "what should have been on air: an audio or video file, or a transport stream of one service;"
                    + " where the sound on air differs, content was inserted")
    private @Nullable Path reference;

    @Option(
            names = "--insertions",
            paramLabel = "CSV",
            description = "approved emergency broadcasts and opt-outs: recorded, and no fault where they differ from"
                    + " --reference")
    private @Nullable Path insertions;

    @Option(
            names = "--emergencies",
            paramLabel = "DIR",
            description = "alerts that came over the emergency interface, .xml files of CAP 1.2: what they announce is"
                    + " recorded, and no fault")
    private @Nullable Path emergencies;

    @Option(
            names = "--clips",
            paramLabel = "DIR",
            description = "known clips, one audio or video file each; what is on air of them is reported")
    private @Nullable Path clips;

    @Option(
            names = "--rate",
            converter = QuantityConverters.SampleRate.class,
            description = "sample rate, like \"2.4 MS/s\"")
    private @Nullable Double rateHz;

    @Option(
            names = "--center",
            converter = QuantityConverters.Frequency.class,
            description = "centre frequency, like \"98 MHz\"")
    private @Nullable Double centerHz;

    @Option(names = "--sample-format", description = "of raw samples: cu8, cs8, cs16 or cf32")
    private @Nullable SampleFormat sampleFormat;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "time of the first sample, like 2026-03-14T22:30:00+08:00")
    private @Nullable String start;

    @Option(
            names = "--every",
            converter = QuantityConverters.Span.class,
            description = "also tell carriers every so often, like 1s")
    private @Nullable Duration every;

    @Option(
            names = "--store",
            defaultValue = "none",
            paramLabel = "none|embedded|URL",
            description =
                    "time series to InfluxDB: none (default), embedded, or a URL like http://127.0.0.1:8086/bandwatch")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String store;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description = "keep checkpoints there, and resume what is found there")
    private @Nullable Path checkpoints;

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description =
                    "keep pictures and sound around the start of faults of decoded services and media files there;"
                            + " they are decoded a second time for it")
    private @Nullable Path evidence;

    @Option(
            names = "--compare",
            paramLabel = "RESULT",
            description = "list verdicts and incidents that differ from an earlier result")
    private @Nullable Path compare;

    @Option(names = "--kind", description = "iq, sweep, ts or media (default: by content)")
    private @Nullable RecordingKind kind;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "language of reports: en or zh-CN (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String language;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "exit with 3 if an incident is as severe: info, warning, major or critical")
    private @Nullable Severity failOn;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ReplayOutcome outcome = new ReplayRun(request(), spec.commandLine().getErr())
                .run(spec.commandLine().getOut());
        return failOn != null && outcome.reaches(failOn) ? ExitCode.CONDITION_MET : ExitCode.FINISHED;
    }

    private ServiceChoice decoded() {
        ServiceChoice services = decode == null ? ServiceChoice.NONE : ServiceChoice.parse(decode);
        if (pictures == null || pictures.equals("all")) {
            return services;
        }
        if (!pictures.equals("key")) {
            throw new IllegalArgumentException("--pictures '" + pictures + "' is not known; use all or key");
        }
        if (!services.any()) {
            throw new IllegalArgumentException("--pictures key says how services are decoded; name them with --decode");
        }
        boolean compared = reference != null || clips != null;
        return services.withDepth(compared ? DecodingDepth.KEY_PICTURES : DecodingDepth.SAMPLES);
    }

    private ReplayRequest request() {
        try {
            return new ReplayRequest(
                    FeedSpec.parseAll(recordings),
                    new RecordingOptions(rateHz, centerHz, sampleFormat, startTime(), kind, null),
                    decoded(),
                    new ReplayRequest.Registers(
                            licences, services, maintenance, site, reference, insertions, clips, emergencies),
                    new ReplayRequest.Result(
                            format, output, every, compare, Languages.locale(language, spec.commandLine())),
                    StoreChoice.parse(store),
                    checkpoints,
                    evidence);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private @Nullable Instant startTime() {
        if (start == null) {
            return null;
        }
        try {
            return java.time.OffsetDateTime.parse(start).toInstant();
        } catch (java.time.DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "--start '" + start + "' is no time with a zone; write it like 2026-03-14T22:30:00+08:00",
                    unreadable);
        }
    }
}
