package io.bandwatch.deploy.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.cli.acceptance.agreement.AgreementCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of the agreement with FFmpeg that every run of the tests holds: short recordings of each kind. */
class AgreementIT {
    @TempDir
    Path folder;

    @Test
    void ourDetectorsAgreeWithFfmpegOnShortRecordings() throws Exception {
        Count count = counted(AgreementCheck.of(
                "ts/scte35-short.ts",
                "ts/dvbt-france2-hd-eac3.ts",
                "ts/si-nit.bin",
                "video/bikes-street-640x272-10s.mp4",
                "audio/speech-zh-wenet-mid.wav"));
        assertThat(count.holds()).as(count.figures().toPrettyString()).isTrue();
        assertThat(count.figures().path("comparisons").asInt()).isGreaterThan(10);
        // tables without pictures and sound are no agreement
        assertThat(count.figures().toString()).contains("\"clip\":\"ts/si-nit.bin\",\"not_compared\"");
    }

    private Count counted(AgreementCheck check) throws IOException, InterruptedException {
        SceneBench bench = new SceneBench(
                folder,
                Path.of(System.getProperty("bandwatch.root", "..")),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        try {
            return check.count(bench);
        } catch (CheckImpossibleException missing) {
            return Assumptions.abort(missing.getMessage());
        }
    }
}
