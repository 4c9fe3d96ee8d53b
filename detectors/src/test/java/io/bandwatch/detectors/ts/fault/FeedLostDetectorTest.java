package io.bandwatch.detectors.ts.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.ts.Streams;
import io.bandwatch.signal.TsFrame;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FeedLostDetectorTest {
    private static List<Finding> findings(List<TsFrame> frames) {
        return new DetectorRun<>(new FeedLostDetector(FeedLostDetector.DEFAULT_TIMES), TsFrame::time)
                .over(frames)
                .findings();
    }

    @Test
    void reportsSilenceOfTheFeedOnceAfterItsHoldTime() {
        List<Finding> findings =
                findings(new Streams().looks(10).silent(20).looks(10).ended());

        assertThat(findings)
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.ESCALATED, Phase.PAUSED, Phase.ENDED);
        Finding raised = findings.get(0);
        assertThat(raised.kind()).isEqualTo(IncidentKind.FEED_LOST);
        assertThat(raised.onset()).isEqualTo(Streams.START.plusSeconds(10));
        assertThat(raised.at()).isEqualTo(Streams.START.plusSeconds(15));
        assertThat(raised.measured()).isEqualTo(5);
        assertThat(findings.get(2).until()).isEqualTo(Streams.START.plusSeconds(30));
    }

    @Test
    void aProbeThatWasDeadFromTheStartIsLostToo() {
        assertThat(findings(new Streams().silent(6).frames()))
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED);
    }

    @Test
    void aPauseOfTheSenderIsNone() {
        assertThat(findings(new Streams()
                        .looks(10)
                        .silent(4)
                        .looks(10)
                        .silent(4)
                        .looks(10)
                        .ended()))
                .isEmpty();
    }

    @Test
    void bytesThatAreNoPacketsAreAFeedWhereThePacketCountAloneWouldCallItLost() {
        List<TsFrame> frames = new Streams().looks(10).noise(30).ended();

        assertThat(findings(frames)).isEmpty();
        // the naive rule looks whether packets came
        assertThat(frames.subList(10, 40)).allSatisfy(frame -> assertThat(
                        Objects.requireNonNull(frame.stream()).counts().packets())
                .isEqualTo(10_000));
    }
}
