package io.bandwatch.alerts.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricSchemaTest {
    /** A province: 60 receivers and probes, 30 services in each multiplex. */
    private static final Tags.Extent PROVINCE = new Tags.Extent(60, 30);

    @Test
    void noNameStandsForTwoThings() {
        List<String> names = new ArrayList<>();
        for (Measurement measurement : MetricSchema.measurements()) {
            names.addAll(measurement.names());
            for (Resolution resolution : measurement.resolutions()) {
                Set<String> columns = new HashSet<>(measurement.columns(resolution));
                assertThat(columns).hasSameSizeAs(measurement.columns(resolution));
                assertThat(columns)
                        .as("the strictest store refuses a tag and a field of one name")
                        .doesNotContainAnyElementsOf(measurement.tagNames());
            }
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyNumberHasItsUnitInItsName() {
        Set<String> unitless = Set.of("1", "in unit", "");
        for (Measurement measurement : MetricSchema.measurements()) {
            for (Field field : measurement.fields()) {
                String suffix =
                        switch (field.unit()) {
                            case "s" -> "_s";
                            case "Hz" -> "_hz";
                            case "dB" -> "_db";
                            case "dBFS" -> "_dbfs";
                            case "dBr" -> "_dbr";
                            case "LUFS" -> "_lufs";
                            case "bit/s" -> "_bps";
                            case "ppm" -> "_ppm";
                            case "deg" -> "itude";
                            case "ms since 1970" -> "_ms";
                            default -> {
                                assertThat(unitless).contains(field.unit());
                                yield "";
                            }
                        };
                assertThat(field.name()).as(measurement.base()).endsWith(suffix);
            }
        }
    }

    @Test
    void seriesAreCountedFromTheBoundsOfTags() {
        // in three resolutions: 211 channels of each feed
        assertThat(MetricSchema.CHANNELS.series(PROVINCE)).isEqualTo(3 * 60 * 211);
        assertThat(MetricSchema.INDICATORS.series(PROVINCE)).isEqualTo(3 * 60 * 27);
        assertThat(MetricSchema.PROGRAMMES.series(PROVINCE)).isEqualTo(3 * 60 * 30);
        // every kind of incident at every carrier, service and feed, were all of them to happen
        assertThat(MetricSchema.INCIDENTS.series(PROVINCE))
                .isEqualTo(io.bandwatch.detectors.IncidentKind.values().length * 60L * (211 * 8 + 30 + 1));
    }

    @Test
    void aProvinceStaysBelowAMillionSeriesOfWhatIsMeasured() {
        long measured = MetricSchema.measurements().stream()
                .filter(Measurement::rolledUp)
                .mapToLong(measurement -> measurement.series(PROVINCE))
                .sum();
        assertThat(measured).isLessThan(1_000_000);
        assertThat(MetricSchema.series(PROVINCE)).isGreaterThan(measured);
    }

    @Test
    void binsAsTagsWouldMakeManyTimesAsMany() {
        // 2100 points of a spectrum of 10 kHz, each with the channels' fields, of each feed
        Tags bins = new Tags(List.of("bin"), extent -> 2100);
        Measurement naive =
                new Measurement("spectrum", List.of(MetricSchema.FEEDS.tags().get(0), bins), List.of(), true);
        assertThat(naive.series(PROVINCE)).isGreaterThan(9 * MetricSchema.CHANNELS.series(PROVINCE));
    }

    @Test
    void whatTheSchemaDoesNotHaveCannotBeTold() {
        PointBuilder point = new PointBuilder(MetricSchema.FEEDS, Instant.EPOCH, 0);
        assertThatThrownBy(() -> point.number("level_dbfs", 1)).hasMessageContaining("feed has no level_dbfs");
        assertThatThrownBy(() -> point.tag("bin", "1")).hasMessageContaining("feed has no bin");
        assertThatThrownBy(point::build).hasMessageContaining("tag feed of feed is empty");
    }
}
