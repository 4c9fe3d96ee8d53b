package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five days of a narrow sweep a minute, in which one transmitter of two follows a timer. */
class TimerNightsIT {
    private static final int DAYS = 5;
    private static final int BINS = 60;
    private static final int BIN_HZ = 50_000;
    private static final int LOW_HZ = 97_000_000;
    /** In UTC; the site's clocks are eight hours ahead, so that the window is 20:31 to 04:28. */
    private static final LocalTime ON = LocalTime.of(12, 31);

    private static final LocalTime OFF = LocalTime.of(20, 28);
    /** A look a minute tells a switching to the minute. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void tellsTheNightsOfATimerAndForecastsTheNext() throws IOException {
        Replay replay = Replay.of("replay", "--format", "jsonl", sweeps().toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        JsonNode pirate = carrier(replay, 98_300_000);
        JsonNode window = pirate.path("schedule").path("windows").path(0);

        assertThat(pirate.path("on_air")).hasSize(DAYS);
        assertThat(pirate.path("schedule").path("timezone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(pirate.path("schedule").path("windows")).hasSize(1);
        assertThat(minuteOfDay(window.path("from").asText())).isCloseTo(20 * 60 + 31, within(1));
        assertThat(minuteOfDay(window.path("to").asText())).isCloseTo(4 * 60 + 28, within(1));
        assertThat(window.path("days_on").asInt()).isEqualTo(DAYS);
        assertThat(window.path("days_observed").asInt()).isEqualTo(DAYS);
        assertThat(Instant.parse(pirate.path("next_window").path("from").asText()))
                .isCloseTo(Instant.parse("2026-03-07T12:31:00Z"), within(TOLERANCE));
        assertThat(Instant.parse(pirate.path("next_window").path("to").asText()))
                .isCloseTo(Instant.parse("2026-03-07T20:28:00Z"), within(TOLERANCE));

        JsonNode steady = carrier(replay, 99_100_000);
        assertThat(steady.path("on_air")).hasSize(1);
        assertThat(steady.has("schedule")).isFalse();
        assertThat(steady.has("next_window")).isFalse();
    }

    private static JsonNode carrier(Replay replay, int hz) {
        return replay.records("carrier").stream()
                .filter(carrier -> Math.abs(carrier.path("frequency_hz").asInt() - hz) <= BIN_HZ)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no carrier at " + hz + " Hz: " + replay.out()));
    }

    private static int minuteOfDay(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private Path sweeps() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd, HH:mm:ss", Locale.ROOT);
        StringBuilder rows = new StringBuilder();
        LocalDateTime start = LocalDateTime.of(2026, 3, 2, 0, 0);
        for (LocalDateTime now = start; now.isBefore(start.plusDays(DAYS)); now = now.plusMinutes(1)) {
            boolean night = !now.toLocalTime().isBefore(ON) && now.toLocalTime().isBefore(OFF);
            rows.append(time.format(now)).append(", ").append(LOW_HZ).append(", ");
            rows.append(LOW_HZ + BINS * BIN_HZ).append(", ").append(BIN_HZ).append(", 1000");
            for (int bin = 0; bin < BINS; bin++) {
                int hz = LOW_HZ + bin * BIN_HZ;
                double db = -60 + random.nextDouble();
                db = near(hz, 99_100_000) || (night && near(hz, 98_300_000)) ? -30 + random.nextDouble() : db;
                rows.append(String.format(Locale.ROOT, ", %.2f", db));
            }
            rows.append('\n');
        }
        assertThat(start.toInstant(ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        return Files.writeString(folder.resolve("nights.csv"), rows);
    }

    private static boolean near(int hz, int carrierHz) {
        return Math.abs(hz - carrierHz) <= BIN_HZ;
    }
}
