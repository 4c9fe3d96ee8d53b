package io.bandwatch.alerts.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.ResultFiles;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.programme.PictureTotals;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.programme.TrackTotals;
import io.bandwatch.detectors.sound.SoundTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final SummarySeed SEED = new SummarySeed(1, Map.of("unreadable", 2L), "Hill 3", "fm.csv", "ab12");

    @TempDir
    Path folder;

    @Test
    void theTableAlignsNumbersAndTellsEverything() throws IOException {
        String table = new TableReport(Messages.english())
                .render(result(
                        ResultRecord.of(Samples.carrier("a", 9_700_000L, Verdict.LICENSED)),
                        ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED)),
                        ResultRecord.of(Samples.carrier("a", 99_000_000L, Verdict.ARTEFACT)),
                        ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.ACTIVE)),
                        ResultRecord.of(Samples.account("a", false))));

        assertThat(table.lines().toList())
                .contains(
                        "Frequency, MHz  Level, dBFS  C/N, dB  Bandwidth, kHz  On air, %  Verdict     Station  Calls itself "
                                + "    Why",
                        "         9.730        -31.3     22.3             181         98  licensed    FM-1     CITY 971"
                                + " (C201)  register row FM-1 (City, class broadcast) is at this frequency",
                        "        98.130        -31.3     22.3                         98  unlicensed                  "
                                + "          no row of the register within 100 kHz of 98.13 MHz",
                        "unlicensed carrier          98.1  2026-03-01T20:00:00Z  still on at the end      1  warning  "
                                + " no row of the register within 100 kHz of 98.13 MHz",
                        "Faults in the input: unreadable 2",
                        "1 artefacts of the receiver are listed, but not counted as carriers.",
                        "the time of the recording is unknown: validity, hours and maintenance were not applied");
    }

    @Test
    void theTableTellsPicturesAndSoundOfServices() throws IOException {
        PictureTotals picture = new PictureTotals(
                256, 1920, 1080, 1.0, 25.0, 0, 250, 247, 2, 10_000_000_000L, 2_500_000_000L, 500_000_000L, 0, 0);
        TrackTotals track = new TrackTotals(257, "chi", 48_000, 2, 480_000, 480_000, 0, 10, 0, SoundTotals.NOTHING);
        ProgrammeRecord programme = new ProgrammeRecord(
                "probe", 101, Instant.EPOCH, 10_000_000_000L, false, false, picture, new TrackTotals[] {track}, 1);
        Result result = result(ResultRecord.of(programme));
        // three of 250 pictures did not come; nothing was heard, so that loudness and silence are unknown
        assertThat(new TableReport(Messages.english()).render(result).lines())
                .contains(
                        "Feed   Service  Length  Picture       Black, %  Still, %  Pictures missing  Sound  Loudness, LUFS  Silent, %",
                        "probe      101    10.0  1920x1080 25        25         5                 3  chi");
        assertThat(result.hasBands()).isFalse();
        assertThat(result.summary().durationS()).isEqualTo(10.0);
        assertThat(result.summary().recordings()).isEqualTo(1);
    }

    @Test
    void theSummaryNamesItsSiteAndTheFaultsInTheReadersLanguage() throws IOException {
        Result result = result(ResultRecord.of(Samples.account("a", true)));
        assertThat(new TableReport(new Messages(Locale.SIMPLIFIED_CHINESE)).render(result))
                .contains("站点: Hill 3", "输入缺陷: 无法读取 2");
    }

    @Test
    void ideographsTakeTwoColumnsSoThatTheTableStaysAligned() {
        TextTable table = new TextTable().text("判定").number("值").text("end");
        table.row(List.of("未许可", "1.0", "x"));
        table.row(List.of("unlicensed", "22.5", "x"));

        assertThat(table.render())
                .isEqualTo("判定          值  end\n" + "-".repeat(21) + "\n未许可       1.0  x\nunlicensed  22.5  x\n");
        assertThat("未许可".length())
                .as("the naive count of characters is half of the columns")
                .isEqualTo(DisplayWidth.of("未许可") / 2);
    }

    @Test
    void namesCannotSteerTheTerminal() throws IOException {
        String table = new TableReport(Messages.english())
                .render(result(
                        ResultRecord.of(Samples.carrier("a\u001b[2J\u202e", 98_100_000L, Verdict.LICENSED)),
                        ResultRecord.of(Samples.carrier("b\nc", 98_100_000L, Verdict.LICENSED))));

        assertThat(table)
                .contains("a?[2J?")
                .contains("b?c")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void theChineseTableSpeaksChineseThroughout() throws IOException {
        String table = new TableReport(new Messages(Locale.SIMPLIFIED_CHINESE))
                .render(result(
                        ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED)),
                        ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.CLOSED))));

        assertThat(table)
                .contains("未许可", "98.13 MHz 附近 100 kHz 内没有登记条目", "未经许可的载波", "警告")
                .doesNotContainPattern("unlicensed|carrier|register|warning|closed");
    }

    @Test
    void theTableTellsSchedulesInTheReadersLanguage() throws IOException {
        Result result = result(ResultRecord.of(Samples.nightly("a", 98_100_000L)));
        assertThat(new TableReport(Messages.english()).render(result))
                .contains("98.130  on 20:31-07:28 on 6 of 7 nights; on 12:00-13:00 on 4 of 4 days, Sa Su only (times of"
                        + " Asia/Shanghai); expected next from 2026-03-02T12:31:15Z to 2026-03-02T23:27:50Z, give or"
                        + " take 2 min\n");
        assertThat(new TableReport(new Messages(Locale.SIMPLIFIED_CHINESE)).render(result))
                .contains("7夜中有6夜在20:31-07:28播出", "4天中有4天在12:00-13:00播出，仅周六 周日", "误差约2分钟");
    }

    @Test
    void comparisonNamesWhatDiffersAndNothingElse() throws IOException {
        Result before = result(
                ResultRecord.of(Samples.carrier("a", 97_000_000L, Verdict.LICENSED)),
                ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED)),
                ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.ACTIVE)));
        Result after = result(
                ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.LICENSED)),
                ResultRecord.of(Samples.carrier("a", 99_000_000L, Verdict.FOREIGN)),
                ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.CLOSED)),
                ResultRecord.of(Samples.incident("a", 99_000_000L, IncidentPhase.CLOSED)));
        ResultComparison comparison = new ResultComparison(Messages.english());

        assertThat(comparison.lines(before, after))
                .containsExactly(
                        "carrier a 97.0 MHz: was licensed, not there now",
                        "carrier a 98.1 MHz: was unlicensed, now licensed",
                        "carrier a 99.0 MHz: now foreign, not there before",
                        "unlicensed carrier a 98.1 MHz since 2026-03-01T20:00:00Z: was warning, open, now warning,"
                                + " closed 2026-03-01T20:00:40Z",
                        "unlicensed carrier a 99.0 MHz since 2026-03-01T20:00:00Z: not there before");
        assertThat(comparison.lines(after, after)).containsExactly("No verdict and no incident differs.");
    }

    @Test
    void whatIsNoWholeResultIsRefusedWithFileAndLine() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.jsonl"), "{\"type\":\"carrier\"");
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"type\":\"later\"}\n{\"a\":1}\n");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");

        assertThatThrownBy(() -> ResultReader.read(cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut.jsonl, line 1");
        assertThatThrownBy(() -> ResultReader.read(other)).hasMessageContaining("line 2: no record of a result");
        assertThatThrownBy(() -> ResultReader.read(empty)).hasMessageContaining("has no summary");
    }

    private Result result(ResultRecord... records) throws IOException {
        return ResultReader.read(ResultFiles.write(folder.resolve("result.jsonl"), SEED, List.of(records)));
    }
}
