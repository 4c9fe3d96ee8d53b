package io.bandwatch.detectors.content.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.licences.csv.Problem;
import io.bandwatch.detectors.licences.csv.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapReaderTest {
    @Test
    void readsWhoMayBroadcastWhatAndWhen() {
        CapAlert alert = read(Alerts.alert("E-7", "Alert", "", Alerts.flood("CITY971")));

        assertThat(alert.identifier()).isEqualTo("E-7");
        assertThat(alert.sent()).isEqualTo("2026-05-01T12:00:00Z");
        assertThat(alert.broadcast()).isTrue();
        assertThat(alert.infos()).singleElement().satisfies(info -> {
            assertThat(info.event()).isEqualTo("flood");
            assertThat(info.headline()).isEqualTo("洪水预警");
            assertThat(info.effective()).isEqualTo("2026-05-01T12:01:00Z");
            assertThat(info.expires()).isEqualTo("2026-05-01T12:11:00Z");
            assertThat(info.stations()).containsExactly("CITY971");
            assertThat(info.areas()).hasSize(2);
        });
    }

    /** Only what puts something on air: not a test of the way, nor an acknowledgement. */
    @ParameterizedTest
    @CsvSource({
        "Actual,Alert,true",
        "Exercise,Alert,true",
        "Actual,Update,true",
        "Actual,Cancel,true",
        "Test,Alert,false",
        "System,Alert,false",
        "Draft,Alert,false",
        "Actual,Ack,false",
        "Actual,Error,false"
    })
    void tellsWhatIsBroadcast(String status, String type, boolean broadcast) {
        String xml =
                Alerts.alert("E-7", type, "", Alerts.flood("CITY971")).replace("<status>Actual", "<status>" + status);

        assertThat(read(xml).broadcast()).isEqualTo(broadcast);
    }

    @Test
    void readsWhatAnUpdateTakesThePlaceOf() {
        String references = "<references>office,E-6,2026-05-01T19:00:00+08:00 office,E-5,2026-05-01T18:00:00+08:00"
                + "</references>";

        assertThat(read(Alerts.alert("E-7", "Update", references, Alerts.flood("CITY971")))
                        .ends())
                .containsExactly("E-6", "E-5");
    }

    @ParameterizedTest
    @CsvSource({
        "12:01:00Z,noon,9,effective '2026-05-01Tnoon' is no time like 2026-05-01T20:00:00+08:00",
        "12:11:00Z,11:00:00Z,7,expires is not after effective",
        "'31.2,121.4 25','31.2,121.4',17,'circle ''31.2,121.4'' is not latitude,longitude km'",
        "'31.2,121.4 25','91.2,121.4 25',17,'''91.2,121.4'' is no place on earth'",
        "'31.2,121.4 25','31.2,121.4 NaN',17,'''NaN'' is no number'",
        "' 30.0,121.0</polygon>',</polygon>,16,'a polygon has at least four points, and its last is its first'",
        "<event>flood</event>,'',7,<info> has no <event>",
        "<identifier>E-7</identifier>,'',2,<alert> has no <identifier>",
        "emergency:cap:1.2,emergency:cap:9,2,no alert of CAP 1.2 (alert is outermost)",
        "</info>,'',21,no well-formed XML",
    })
    void tellsWhatIsWrongAndWhere(String what, String instead, int line, String problem) {
        String good = Alerts.alert("E-7", "Alert", "", Alerts.flood("CITY971"));
        assertThat(good).contains(what);

        assertThat(reading(good.replace(what, instead)).problems()).containsExactly(new Problem(line, problem));
    }

    /** A file that would read another, and one that would grow to gigabytes. */
    @Test
    void neverLooksOutsideOfTheText() {
        String type = "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n";
        String xml = Alerts.alert("E-7", "Alert", "", Alerts.flood("&x;")).replace("<alert", type + "<alert");

        assertThat(reading(xml).problems()).containsExactly(new Problem(2, "a document type is not accepted"));
        assertThat(reading("<alert>".repeat(5000)).problems())
                .containsExactly(new Problem(1, "elements are nested more than 20 deep"));
    }

    private static CapAlert read(String xml) {
        Reading<CapAlert> reading = reading(xml);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.value());
    }

    private static Reading<CapAlert> reading(String xml) {
        return CapReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
