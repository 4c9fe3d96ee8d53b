package io.bandwatch.detectors.rf.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three channels of the raster from 98.0 MHz on, looked at five times a second. */
class BandReporterTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final long LOOK_NS = 200_000_000L;
    private static final int FIRST = 110;

    private final List<RfFrame> frames = new ArrayList<>();

    @Test
    void occupancyIsTheShareOfLooksInWhichACarrierWasFoundNearest() {
        look(-50, 98.0e6);
        look(-50, 98.04e6);
        look(-50, 98.06e6);
        look(-50);
        look(-50);
        BandRecord record = reported(1).get(0);
        assertThat(record.occupancy()[FIRST]).isEqualTo(0.4);
        assertThat(record.occupancy()[FIRST + 1]).isEqualTo(0.2);
        assertThat(record.occupancy()[FIRST + 2]).isZero();
        assertThat(record.time()).isEqualTo(START);
        assertThat(record.durationNs()).isEqualTo(5 * LOOK_NS);
    }

    @Test
    void aChannelThatIsNotObservedIsUnknownAndNotEmpty() {
        look(-50);
        BandRecord record = reported(1).get(0);
        assertThat(record.occupancy()[FIRST + 3]).isNaN();
        assertThat(record.levelDbfs()[0]).isNaN();
        assertThat(record.occupancy()[FIRST]).isZero();
    }

    @Test
    void levelsAreAveragedAsPowers() {
        look(-40);
        look(-60);
        // 10 log10((1e-4 + 1e-6) / 2)
        assertThat(reported(1).get(0).levelDbfs()[FIRST]).isCloseTo(-42.967, within(0.001));
    }

    @Test
    void timeInWhichNothingCameIsToldAndWeighsNothing() {
        look(-40, 98.0e6);
        frames.add(frame(null));
        look(-40, 98.0e6);
        BandRecord record = reported(1).get(0);
        assertThat(record.unheardNs()).isEqualTo(LOOK_NS);
        assertThat(record.occupancy()[FIRST]).isEqualTo(1.0);
    }

    @Test
    void timeBetweenLooksIsUnheardInAnIntervalAndFromOneToTheNext() {
        for (int i = 0; i < 5; i++) {
            look(-40);
        }
        Instant away = now().plusSeconds(3);
        frames.add(new RfFrame("roof", FrameKind.UNHEARD, away, LOOK_NS, true, null, InputAccount.EMPTY));
        List<BandRecord> records = reported(2);
        assertThat(records.get(0).unheardNs()).isZero();
        assertThat(records.get(1).time()).isEqualTo(START.plusSeconds(1));
        assertThat(records.get(1).durationNs())
                .as("nobody looked for three seconds")
                .isEqualTo(3_000_000_000L + LOOK_NS)
                .isEqualTo(records.get(1).unheardNs());
    }

    @Test
    void tellsAnIntervalASecondAndTheRestAtTheEnd() {
        for (int i = 0; i < 12; i++) {
            look(-40);
        }
        List<BandRecord> records = reported(3);
        assertThat(records.get(1).time()).isEqualTo(START.plusSeconds(1));
        assertThat(records.get(2).durationNs()).isEqualTo(2 * LOOK_NS);
    }

    private List<BandRecord> reported(int intervals) {
        frames.add(new RfFrame("roof", FrameKind.ENDED, now(), 0, true, null, InputAccount.EMPTY));
        List<BandRecord> records = new DetectorRun<>(new BandReporter(Duration.ofSeconds(1)), RfFrame::time)
                .over(frames)
                .findings();
        assertThat(records).hasSize(intervals);
        return records;
    }

    private void look(double levelDbfs, double... carriersHz) {
        CarrierMeasurement[] carriers = new CarrierMeasurement[carriersHz.length];
        for (int i = 0; i < carriers.length; i++) {
            carriers[i] =
                    new CarrierMeasurement(carriersHz[i], carriersHz[i], -40, 20, 1e5, ArtefactEvidence.NONE, null, 0);
        }
        double[] levels = {levelDbfs, levelDbfs, levelDbfs};
        frames.add(frame(new BandMeasurement(
                97.95e6, 98.25e6, carriers, FIRST, levels, new double[] {-70, -70, -70}, 0, 0, new float[0], -50, 0)));
    }

    private RfFrame frame(@Nullable BandMeasurement band) {
        FrameKind kind = band == null ? FrameKind.UNHEARD : FrameKind.MEASURED;
        return new RfFrame("roof", kind, now(), LOOK_NS, true, band, InputAccount.EMPTY);
    }

    private Instant now() {
        return START.plusNanos(LOOK_NS * frames.size());
    }
}
