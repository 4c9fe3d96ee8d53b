package io.bandwatch.detectors.content.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.licences.csv.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InsertionScheduleTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String HEADER = "station_or_service,from,to,kind,approval,reason\n";

    @Test
    void findsWhatIsScheduledWithinATime() {
        InsertionSchedule schedule =
                Objects.requireNonNull(read("CITY971,2026-05-01 20:00,2026-05-01 20:10,opt-out,O-3,county news\n")
                        .value());
        Subject carrier = Subject.carrier("hill", 97_100_000, 0);
        Instant from = Instant.parse("2026-05-01T12:09:00Z");

        assertThat(schedule.during("CITY971", carrier, from, from.plusSeconds(3600)))
                .singleElement()
                .satisfies(insertion -> {
                    assertThat(insertion.from()).isEqualTo("2026-05-01T12:00:00Z");
                    assertThat(insertion.event()).isEqualTo("O-3");
                    assertThat(insertion.id()).isEqualTo("opt-out-97100000-O-3-1777636800000");
                });
        assertThat(schedule.during("CITY971", carrier, from.plusSeconds(120), from.plusSeconds(3600)))
                .isEmpty();
        assertThat(schedule.during("OTHER", carrier, from, from.plusSeconds(3600)))
                .isEmpty();
    }

    @Test
    void everyProblemIsToldWithItsLineAndNothingIsLoaded() {
        Reading<InsertionSchedule> reading = read(
                """
                1,2026-05-01 20:00,2026-05-01 19:00,opt-out,O-3,
                1,2026-05-01 20:00,2026-05-01 21:00,advert,O-4,
                1,2026-05-01 20:00,2026-05-01 21:00,emergency,,
                """);

        assertThat(reading.value()).isNull();
        assertThat(reading.problems())
                .extracting(problem -> problem.line() + ": " + problem.text())
                .containsExactly(
                        "2: to '2026-05-01 19:00' is not after from '2026-05-01 20:00'",
                        "3: kind 'advert' is none of emergency, opt-out",
                        "4: approval is empty");
    }

    private static Reading<InsertionSchedule> read(String rows) {
        return InsertionSchedule.read((HEADER + rows).getBytes(StandardCharsets.UTF_8), SHANGHAI);
    }
}
