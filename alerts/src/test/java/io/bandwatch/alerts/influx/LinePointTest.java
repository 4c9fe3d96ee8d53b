package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.detectors.Verdict;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.influxdb.dto.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePointTest {
    private static final Instant TIME = Instant.parse("2026-03-01T20:00:00.123456789Z");

    /** Line protocol reference: a key or tag value, with its escapes; a field that is a number, integer or string. */
    private static final String KEY = "(?:[^ ,=\\\\\\n]|\\\\[ ,=])+";

    private static final String FIELD = KEY + "=(?:-?\\d[\\d.E-]*i?|\"(?:[^\"\\\\]|\\\\[\"\\\\])*\")";
    private static final Pattern LINE =
            Pattern.compile(KEY + "(?:," + KEY + "=" + KEY + ")* " + FIELD + "(?:," + FIELD + ")* -?\\d+");

    @Test
    void writesTagsAndFieldsByNameAndTimeInNanoseconds() {
        String line = new LinePoint("carrier")
                .tag("slot", "0")
                .tag("feed", "hill top")
                .field("snr_db", 22.5)
                .field("level_dbfs", Double.NaN)
                .field("presences", 3L)
                .field("id", "say \"a\\b\"")
                .at(TIME);

        assertThat(line)
                .isEqualTo("carrier,feed=hill\\ top,slot=0 id=\"say \\\"a\\\\b\\\"\",presences=3i,snr_db=22.5"
                        + " 1772395200123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,b", "a=b", "a\\", "\\", "a\nb", "a\r\nb", "\"", "城市,电台", "a\\,b", "a\\ b", "#x"})
    void anyTagAndTextFollowTheGrammar(String hostile) {
        String line = new LinePoint("carrier")
                .tag("feed", hostile)
                .field("id", hostile)
                .at(TIME);

        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
    }

    @Test
    void theFormatterOfTheLibraryLetsABackslashSwallowTheNextTag() {
        String theirs = Point.measurement("carrier")
                .tag("feed", "a\\")
                .tag("slot", "0")
                .addField("snr_db", 1.0)
                .time(1, TimeUnit.NANOSECONDS)
                .build()
                .lineProtocol();

        assertThat(LINE.matcher(theirs).matches()).as(theirs).isFalse();
    }

    @Test
    void anEmptyTagIsRefused() {
        assertThatThrownBy(() -> new LinePoint("carrier").tag("feed", "")).hasMessageContaining("feed");
    }

    @Test
    void whatIsWrittenStandsInTheSchema() {
        String carrier = ResultPoints.line(ResultRecord.of(Samples.carrier("hill", 98_100_000L, Verdict.LICENSED)))
                .orElseThrow();
        String incident = ResultPoints.line(
                        ResultRecord.of(Samples.incident("hill", 98_100_000L, IncidentPhase.CLOSED)))
                .orElseThrow();

        for (String line : new String[] {carrier, incident}) {
            String[] parts = line.replaceAll("\"[^\"]*\"", "\"\"").split(" ", -1);
            String[] head = parts[0].split(",", -1);
            MetricSchema.Measurement measurement = MetricSchema.measurements().stream()
                    .filter(known -> known.name().equals(head[0]))
                    .findFirst()
                    .orElseThrow();
            assertThat(head).hasSize(measurement.tags().size() + 1);
            for (int i = 1; i < head.length; i++) {
                assertThat(measurement.tags()).contains(head[i].split("=", -1)[0]);
            }
            String[] fields = parts[1].split(",", -1);
            assertThat(fields).hasSize(measurement.fields().size());
            for (String field : fields) {
                assertThat(measurement.fields()).containsKey(field.split("=", -1)[0]);
            }
            assertThat(measurement.tags())
                    .as("a tag and a field never share a name")
                    .doesNotContainAnyElementsOf(measurement.fields().keySet());
        }
        assertThat(carrier).startsWith("carrier,channel_mhz=98.1,feed=hill,slot=0,span=recording ");
        assertThat(ResultPoints.line(ResultRecord.of(Samples.account("hill", true))))
                .isEmpty();
    }

    @Test
    void channelsAreWrittenInMegahertz() {
        assertThat(ResultPoints.mhz(98_000_000L)).isEqualTo("98.0");
        assertThat(ResultPoints.mhz(98_100_000L)).isEqualTo("98.1");
        assertThat(ResultPoints.mhz(98_050_000L)).isEqualTo("98.05");
        assertThat(ResultPoints.mhz(100_000_000L)).isEqualTo("100.0");
    }
}
