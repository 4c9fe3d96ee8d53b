package io.bandwatch.alerts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.report.file.CountedFile;
import io.bandwatch.alerts.report.file.FileState;
import io.bandwatch.alerts.report.file.FileStateSerializer;
import io.bandwatch.alerts.report.file.LineFileWriter;
import io.bandwatch.alerts.report.json.ResultJson;
import io.bandwatch.detectors.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesSinkTest {
    private static final SummarySeed SEED = new SummarySeed(2, Map.of("unreadable", 1L), null, "fm.csv", "ab12");

    @TempDir
    Path folder;

    @Test
    void whatWasReceivedOfACarrierStandsInItsRecord() throws IOException {
        String line = new String(
                new ResultJson().line(Samples.carrier("a", 97_100_000L, Verdict.LICENSED)), StandardCharsets.UTF_8);
        assertThat(line)
                .contains(
                        "\"channel_filter\":\"narrow\",",
                        "\"peak_deviation_hz\":71235,\"rms_deviation_hz\":12346,\"mpx_power_dbr\":-1.2,\"mpx_window_s\":60",
                        "\"pilot\":true,\"pilot_deviation_hz\":6750,\"stereo\":true",
                        "\"pi\":\"C201\",\"ps\":\"CITY 971\",\"radiotext\":\"News at eight\",\"pty\":10",
                        "\"rds\":{\"tp\":true,\"ta\":false,\"music\":true,\"di_stereo\":true,\"ecc\":240,"
                                + "\"alternative_frequencies_khz\":[97100,98600],"
                                + "\"radiotext_plus\":[{\"content_type\":1,\"text\":\"News\"}]}",
                        "\"rds_block_error_rate\":0.0113,\"audio_level_dbfs\":-14.3,\"loudness_lufs\":-16,"
                                + "\"loudness_momentary_max_lufs\":-9.9,\"loudness_range_lu\":7.4,\"true_peak_dbfs\":-1.3,"
                                + "\"stereo_correlation\":0.41,\"silence_share\":0.0123");
        String silent = new String(
                new ResultJson().line(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED)), StandardCharsets.UTF_8);
        assertThat(silent).doesNotContain("channel_filter", "pilot", "rds", "deviation", "NaN", "null");
    }

    @Test
    void aTimersCarrierTellsItsTimesOnAirItsScheduleAndTheNextWindow() throws IOException {
        String line = new String(new ResultJson().line(Samples.nightly("a", 98_100_000L)), StandardCharsets.UTF_8);
        assertThat(line)
                .contains("\"on_air\":[{\"from\":\"2026-02-28T20:00:00Z\",\"to\":\"2026-02-28T21:46:40Z\"},"
                        + "{\"from\":\"2026-03-01T20:00:00Z\"}],\"schedule\":{\"timezone\":\"Asia/Shanghai\",\"windows\":["
                        + "{\"code\":\"nightly\",\"from\":\"20:31\",\"to\":\"07:28\",\"from_scatter_s\":75,"
                        + "\"to_scatter_s\":45,\"days_on\":6,\"days_observed\":7,"
                        + "\"text\":\"on 20:31-07:28 on 6 of 7 nights\"},")
                .contains("\"weekdays\":[\"Sa\",\"Su\"],\"text\":\"on 12:00-13:00 on 4 of 4 days, Sa Su only\"}]}")
                .endsWith("\"next_window\":{\"from\":\"2026-03-02T12:31:15Z\",\"to\":\"2026-03-02T23:27:50Z\","
                        + "\"from_scatter_s\":75,\"to_scatter_s\":45}}\n");
    }

    @Test
    void linesFollowTheInterfaceInOrder() throws IOException {
        Path file = undisturbed(records());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2 + 3 + 1 + 1);
        assertThat(lines.get(0)).startsWith("{\"type\":\"carrier\",\"interval\":true,\"feed\":\"b\"");
        assertThat(lines.get(2))
                .isEqualTo("{\"type\":\"carrier\",\"feed\":\"a\",\"time\":\"2026-03-01T20:00:00Z\",\"duration_s\":4,"
                        + "\"channel_hz\":98100000,\"frequency_hz\":98130000,\"level_dbfs\":-31.3,\"snr_db\":22.3,"
                        + "\"presence\":0.9753,\"verdict\":\"unlicensed\",\"confidence\":0.91,\"reasons\":[{"
                        + "\"code\":\"no-register-entry\",\"text\":\"no row of the register within 100 kHz of 98.13"
                        + " MHz\",\"weight\":\"decisive\",\"arguments\":[\"98.13\",\"100\"]}]}");
        assertThat(lines.get(3)).contains("\"feed\":\"b\"", "\"channel_hz\":97000000", "\"station\":\"FM-1\"");
        assertThat(lines.get(5))
                .startsWith("{\"type\":\"incident\",\"id\":\"unlicensed-carrier-98100000-0123456789ab\","
                        + "\"kind\":\"unlicensed-carrier\",\"subject\":{\"feed\":\"a\",\"channel_hz\":98100000},"
                        + "\"severity\":\"warning\",\"state\":\"closed\",\"opened\":\"2026-03-01T20:00:00Z\","
                        + "\"raised\":\"2026-03-01T20:00:03.200Z\",\"closed\":\"2026-03-01T20:00:40Z\","
                        + "\"presences\":[{\"from\":\"2026-03-01T20:00:00Z\",\"to\":\"2026-03-01T20:00:40Z\"}],"
                        + "\"measured\":22.3,\"threshold\":6,\"unit\":\"dB\",\"reasons\":[");
        assertThat(lines.get(6))
                .isEqualTo("{\"type\":\"summary\",\"recordings\":2,\"duration_s\":8.4,\"carriers\":2,\"services\":0,"
                        + "\"incidents\":1,\"bad_input\":{\"non_finite_samples\":6,\"trailing_bytes\":2,"
                        + "\"unreadable\":1},\"register\":{\"file\":\"fm.csv\",\"sha256\":\"ab12\"},"
                        + "\"notes\":[{\"code\":\"time-unknown\",\"text\":\"the time of the recording is unknown:"
                        + " validity, hours and maintenance were not applied\"}]}");
    }

    /** Killed after record {@code kill} with the checkpoint before record {@code checkpoint}. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aRunThatWasKilledAndResumedGivesTheSameBytes(int checkpoint) throws Exception {
        List<ResultRecord> records = records();
        byte[] expected = Files.readAllBytes(undisturbed(records));
        Path file = folder.resolve("killed.jsonl");
        FileStateSerializer serializer = new FileStateSerializer();
        FileState state;
        try (LineFileWriter<ResultRecord> killed = writer(file, new FileState(0, false, new byte[0]))) {
            write(killed, records.subList(0, checkpoint));
            byte[] stored = serializer.serialize(killed.snapshotState(1).get(0));
            state = serializer.deserialize(serializer.getVersion(), stored);
            write(killed, records.subList(checkpoint, records.size()));
            killed.flush(true);
        }
        Files.writeString(file, "half a li", StandardOpenOption.APPEND);

        try (LineFileWriter<ResultRecord> resumed = writer(file, state)) {
            write(resumed, records.subList(checkpoint, records.size()));
            resumed.flush(false);
            resumed.flush(true);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(expected);
    }

    @Test
    void aRunResumedAfterItsEndWritesTheEndOnce() throws Exception {
        Path file = folder.resolve("ended.jsonl");
        FileState state;
        try (LineFileWriter<ResultRecord> ended = writer(file, new FileState(0, false, new byte[0]))) {
            write(ended, records());
            ended.flush(true);
            state = ended.snapshotState(1).get(0);
        }
        byte[] expected = Files.readAllBytes(file);
        try (LineFileWriter<ResultRecord> resumed = writer(file, state)) {
            resumed.flush(true);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(expected);
    }

    @Test
    void aFileShorterThanItsCheckpointIsRefused() throws Exception {
        Path file = folder.resolve("other.jsonl");
        Files.writeString(file, "{}\n");

        assertThatThrownBy(() ->
                        writer(file, new FileState(100, false, new byte[0])).close())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("has 3 bytes", "100");
    }

    @Test
    void aRunWithoutRegisterSaysSo() throws Exception {
        Path file = folder.resolve("bare.jsonl");
        ResultFormat format = new ResultFormat(new SummarySeed(1, Map.of(), null, null, null), new byte[0]);
        try (LineFileWriter<ResultRecord> writer = new LineFileWriter<>(new CountedFile(file, 0), format, false)) {
            writer.flush(true);
        }

        assertThat(Files.readString(file))
                .isEqualTo("{\"type\":\"summary\",\"recordings\":1,\"duration_s\":0,\"carriers\":0,\"services\":0,"
                        + "\"incidents\":0,\"bad_input\":{},\"notes\":[{\"code\":\"no-register\",\"text\":\"no register"
                        + " was given, so nothing can be called licensed or unlicensed\"}]}\n");
    }

    private Path undisturbed(List<ResultRecord> records) throws IOException {
        Path file = folder.resolve("undisturbed.jsonl");
        try (LineFileWriter<ResultRecord> writer = writer(file, new FileState(0, false, new byte[0]))) {
            write(writer, records);
            writer.flush(true);
        }
        return file;
    }

    private static LineFileWriter<ResultRecord> writer(Path file, FileState state) throws IOException {
        return new LineFileWriter<>(
                new CountedFile(file, state.length()), new ResultFormat(SEED, state.kept()), state.finished());
    }

    private static void write(LineFileWriter<ResultRecord> writer, List<ResultRecord> records) throws IOException {
        for (ResultRecord value : records) {
            writer.write(value, new NoContext());
        }
    }

    private static List<ResultRecord> records() {
        List<ResultRecord> records = new ArrayList<>();
        records.add(ResultRecord.of(Samples.carrier("b", 97_000_000L, Verdict.LICENSED, 0)));
        records.add(ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.ACTIVE)));
        records.add(ResultRecord.of(Samples.carrier("b", 97_000_000L, Verdict.LICENSED, 1)));
        records.add(ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.CLOSED)));
        records.add(ResultRecord.of(Samples.carrier("b", 99_000_000L, Verdict.ARTEFACT)));
        records.add(ResultRecord.of(Samples.carrier("b", 97_000_000L, Verdict.LICENSED)));
        records.add(ResultRecord.of(Samples.account("b", true)));
        records.add(ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED)));
        records.add(ResultRecord.of(Samples.account("a", false)));
        return records;
    }
}
