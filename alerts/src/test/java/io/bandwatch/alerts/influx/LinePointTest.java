package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.alerts.series.Resolution;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                .field("id", "say \"a\\b\"")
                .at(TIME);

        assertThat(line)
                .isEqualTo("carrier,feed=hill\\ top,slot=0 id=\"say \\\"a\\\\b\\\"\",snr_db=22.5"
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
        String theirs = org.influxdb.dto.Point.measurement("carrier")
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
    void aPointOfWhichNothingIsKnownIsNoLine() {
        PointBuilder point = new PointBuilder(MetricSchema.FEEDS, TIME, 0).tag("feed", "hill");

        assertThat(PointLines.line(point.build())).isEmpty();
        assertThat(PointLines.line(
                        point.number("heard_s", 1).text("site", "North hill").build()))
                .contains("feed_1s,feed=hill heard_s=1.0,site=\"North hill\" 1772395200123456789");
    }

    @Test
    void whatIsRolledUpHasTheNameOfItsResolution() {
        Point point = new PointBuilder(MetricSchema.INDICATORS, TIME, 0)
                .tag("feed", "hill")
                .tag("indicator", "1.4 continuity_count_error")
                .number("errors", 2)
                .build();
        Point minute = new Point(
                point.measurement(),
                Resolution.MINUTE,
                TIME,
                0,
                point.tags(),
                new double[] {2, Double.NaN, 60, Double.NaN},
                new String[4]);

        assertThat(PointLines.line(minute))
                .contains("tr101290_1m,feed=hill,indicator=1.4\\ continuity_count_error covered_s=60.0,errors=2.0"
                        + " 1772395200123456789");
    }
}
