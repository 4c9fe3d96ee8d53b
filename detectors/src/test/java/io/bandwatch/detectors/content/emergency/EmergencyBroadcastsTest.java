package io.bandwatch.detectors.content.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.content.ledger.InsertionSchedule.Row;
import io.bandwatch.detectors.licences.LicenceRegister;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EmergencyBroadcastsTest {
    private static final String REGISTER =
            """
            id,name,frequency_mhz,class,latitude,longitude
            IN-SQUARE,a,97.1,broadcast,30.5,121.5
            IN-CIRCLE,b,98.1,broadcast,31.42,121.4
            BESIDE,c,99.1,broadcast,31.43,121.4
            FAR,d,100.1,broadcast,32.0,121.5
            NOWHERE,e,101.1,broadcast,,
            """;

    /** 0.22 degrees of latitude are 24.5 km, 0.23 are 25.6 km. */
    @Test
    void allowsStationsThatAreNamedAndThoseThatStandInTheArea() {
        assertThat(allowed(Alerts.alert("E-7", "Alert", "", Alerts.flood("257"))))
                .extracting(Row::station)
                .containsExactly("257", "IN-CIRCLE", "IN-SQUARE");
    }

    @Test
    void allowsFromWhenItIsEffectiveUntilItExpires() {
        assertThat(allowed(Alerts.alert("E-7", "Alert", "", Alerts.flood("257")))
                        .get(0))
                .satisfies(row -> {
                    assertThat(row.from()).isEqualTo("2026-05-01T12:01:00Z");
                    assertThat(row.to()).isEqualTo("2026-05-01T12:11:00Z");
                    assertThat(row.approval()).isEqualTo("E-7");
                    assertThat(row.reason()).isEqualTo("洪水预警");
                });
    }

    @Test
    void anAlertWithoutEndAllowsHalfAnHourFromWhenItWasSent() {
        String info = Alerts.flood("257").replaceAll("<(effective|expires)>.*</\\1>\n", "");

        assertThat(allowed(Alerts.alert("E-7", "Alert", "", info)).get(0)).satisfies(row -> {
            assertThat(row.from()).isEqualTo("2026-05-01T12:00:00Z");
            assertThat(row.to()).isEqualTo("2026-05-01T12:30:00Z");
        });
    }

    @Test
    void aCancellationEndsIt() {
        assertThat(allowed(
                        Alerts.alert("E-7", "Alert", "", Alerts.flood("257")),
                        Alerts.alert("E-8", "Cancel", referring("E-7"), "").replace("20:00:00+08", "20:05:00+08")))
                .extracting(Row::to)
                .containsOnly(Instant.parse("2026-05-01T12:05:00Z"));
    }

    @Test
    void whatIsCalledOffBeforeItBeginsIsNotAllowed() {
        assertThat(allowed(
                        Alerts.alert("E-7", "Alert", "", Alerts.flood("257")),
                        Alerts.alert("E-8", "Cancel", referring("E-7"), "")))
                .isEmpty();
    }

    @Test
    void anUpdateTakesItsPlace() {
        String later = Alerts.flood("258").replace("12:01:00Z", "12:05:00Z").replace("12:11:00Z", "12:20:00Z");

        assertThat(allowed(
                        Alerts.alert("E-7", "Alert", "", Alerts.flood("257")),
                        Alerts.alert("E-8", "Update", referring("E-7"), later).replace("20:00:00+08", "20:05:00+08")))
                .filteredOn(row -> row.station().startsWith("25"))
                .extracting(row -> row.approval() + " " + row.station() + " " + row.from() + " " + row.to())
                .containsExactly(
                        "E-7 257 2026-05-01T12:01:00Z 2026-05-01T12:05:00Z",
                        "E-8 258 2026-05-01T12:05:00Z 2026-05-01T12:20:00Z");
    }

    /** Else whoever can send a test of the way could put anything on air. */
    @Test
    void aTestOfTheWayAllowsAndEndsNothing() {
        String cancel = Alerts.alert("E-8", "Cancel", referring("E-7"), "").replace("Actual", "Test");
        String test = Alerts.alert("E-9", "Alert", "", Alerts.flood("259")).replace("Actual", "Test");

        assertThat(allowed(Alerts.alert("E-7", "Alert", "", Alerts.flood("257")), cancel, test))
                .extracting(Row::approval, Row::to)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("E-7", Instant.parse("2026-05-01T12:11:00Z")));
    }

    private static String referring(String identifier) {
        return "<references>office," + identifier + ",2026-05-01T20:00:00+08:00</references>";
    }

    private static List<Row> allowed(String... alerts) {
        LicenceRegister register = Objects.requireNonNull(
                LicenceRegister.read(REGISTER.getBytes(StandardCharsets.UTF_8), ZoneId.of("Asia/Shanghai"))
                        .value());
        List<CapAlert> read = new ArrayList<>();
        for (String alert : alerts) {
            read.add(Objects.requireNonNull(
                    CapReader.read(alert.getBytes(StandardCharsets.UTF_8)).value()));
        }
        return new EmergencyBroadcasts(register).allowedBy(read).rows();
    }
}
