package io.bandwatch.detectors.licences;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.licences.csv.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MaintenancePlanTest {
    private static final Instant WITHIN = Instant.parse("2026-03-01T18:30:00Z");

    @Test
    void excusesTheStationWithinItsLocalTimesOnly() {
        MaintenancePlan plan = Registers.plan("A,2026-03-02 02:00,2026-03-02 05:00,GD-7,antenna");
        assertThat(plan.excuses("A", WITHIN)).isTrue();
        assertThat(plan.excuses("B", WITHIN)).isFalse();
        assertThat(plan.excuses("A", Instant.parse("2026-03-01T17:59:59Z"))).isFalse();
        assertThat(plan.excuses("A", Instant.parse("2026-03-01T21:00:00Z"))).isFalse();
    }

    @Test
    void excusesNothingWithoutApproval() {
        MaintenancePlan plan = Registers.plan("A,2026-03-02T02:00,2026-03-02T05:00,,antenna");
        assertThat(plan.excuses("A", WITHIN)).isFalse();
        assertThat(plan.concerns("A")).isFalse();
    }

    @Test
    void heedsAZoneThatIsNamedAndTakesADateToItsEnd() {
        MaintenancePlan plan =
                Registers.plan("A,2026-03-01T18:00Z,2026-03-01T19:00Z,GD-7,", "B,2026-03-02,2026-03-02,GD-8,");
        assertThat(plan.excuses("A", WITHIN)).isTrue();
        assertThat(plan.excuses("B", Instant.parse("2026-03-02T15:59:59Z"))).isTrue();
        assertThat(plan.excuses("B", Instant.parse("2026-03-02T16:00:00Z"))).isFalse();
    }

    @Test
    void listsEveryProblem() {
        String csv =
                """
                station_or_service,from,to,approval,reason
                ,2026-03-02,2026-03-03,x,
                A,soon,,x,
                B,2026-03-03T02:00,2026-03-03T01:00,x,
                """;
        Reading<MaintenancePlan> reading =
                MaintenancePlan.read(csv.getBytes(StandardCharsets.UTF_8), Registers.SHANGHAI);
        assertThat(reading.value()).isNull();
        assertThat(reading.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "line 2: station_or_service is empty",
                        "line 3: to is empty",
                        "line 3: from 'soon' is not a date such as 2026-01-31 or 2026-01-31T05:30",
                        "line 4: to '2026-03-03T01:00' is not after from '2026-03-03T02:00'");
    }
}
