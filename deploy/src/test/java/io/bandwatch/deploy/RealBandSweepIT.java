package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A real sweep of the whole band, 49 times in 48 s, and its author's list of signals. */
class RealBandSweepIT {
    /** One bin of the recording. */
    private static final double BIN_HZ = 86_805.53;

    private static final double CLEAR_SNR_DB = 10;
    private static final int MOST_CARRIERS = 20;

    @Test
    void findsEverySignalThatItsAuthorFoundClear() throws IOException {
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                Captures.file("rf/rtlpower-fm-band-85-110MHz-karlbode.csv").toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        List<Double> clear = clearSignals();
        List<JsonNode> carriers = replay.records("carrier");
        System.out.println(table(carriers, clear));

        assertThat(clear)
                .hasSize(10)
                .allSatisfy(hz -> assertThat(carriers).as("%.3f MHz", hz / 1e6).anySatisfy(carrier -> assertThat(
                                Math.abs(carrier.path("frequency_hz").asDouble() - hz))
                        .isLessThanOrEqualTo(BIN_HZ)));
        assertThat(carriers).hasSizeLessThanOrEqualTo(MOST_CARRIERS);
    }

    private static List<Double> clearSignals() throws IOException {
        JsonNode summary = new ObjectMapper()
                .readTree(Captures.file("rf/rtlpower-fm-band-85-110MHz-karlbode.summary.json")
                        .toFile());
        List<Double> clear = new ArrayList<>();
        for (JsonNode signal : summary.path("signals")) {
            double mhz = signal.path("freq_mhz").asDouble();
            if (mhz >= 87.0 && mhz <= 108.0 && signal.path("snr_db").asDouble() >= CLEAR_SNR_DB) {
                clear.add(mhz * 1e6);
            }
        }
        return clear;
    }

    private static String table(List<JsonNode> carriers, List<Double> clear) {
        StringBuilder table = new StringBuilder("carrier MHz  C/N dB  on air  author's list\n");
        for (JsonNode carrier : carriers) {
            double hz = carrier.path("frequency_hz").asDouble();
            boolean listed = clear.stream().anyMatch(listedHz -> Math.abs(listedHz - hz) <= BIN_HZ);
            table.append(String.format(
                    Locale.ROOT,
                    "%11.3f  %6.1f  %5.0f%%  %s%n",
                    hz / 1e6,
                    carrier.path("snr_db").asDouble(),
                    100 * carrier.path("presence").asDouble(),
                    listed ? "clear" : "additional"));
        }
        return table.toString();
    }
}
