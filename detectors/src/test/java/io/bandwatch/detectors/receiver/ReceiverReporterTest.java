package io.bandwatch.detectors.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.rf.tracking.Frames;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverReporterTest {
    private static final Duration EVERY = Duration.ofSeconds(6);

    private static List<ReceiverRecord> records(Frames frames) {
        return new DetectorRun<>(new ReceiverReporter(EVERY), RfFrame::time)
                .over(frames.list())
                .findings();
    }

    @Test
    void tellsIntervalsThatFollowEachOther() {
        List<ReceiverRecord> records = records(Frames.ofSamples().live(0).looks(60, 97.3));
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.durationNs()).isEqualTo(EVERY.toNanos());
            assertThat(record.unheardNs()).isZero();
        });
        assertThat(records.get(1).time()).isEqualTo(records.get(0).time().plus(EVERY));
    }

    @Test
    void whatTheServiceWasNotThereForIsNotHeard() {
        // looks of 200 ms: 2 s, then it is killed and started again 200 s later
        List<ReceiverRecord> records =
                records(Frames.ofSamples().live(0).looks(10, 97.3).blind(200).looks(1, 97.3));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.durationNs()).isEqualTo(Duration.ofMillis(202_200).toNanos());
            assertThat(record.unheardNs()).isEqualTo(Duration.ofSeconds(200).toNanos());
        });
    }

    @Test
    void soIsWhatTheReceiverDidNotBring() {
        assertThat(records(Frames.ofSamples().live(0).looks(10, 97.3).unheard(4)))
                .singleElement()
                .satisfies(record -> assertThat(record.unheardNs())
                        .isEqualTo(Duration.ofSeconds(4).toNanos()));
    }
}
