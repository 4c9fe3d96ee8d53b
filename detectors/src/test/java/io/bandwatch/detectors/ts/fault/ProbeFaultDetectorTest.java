package io.bandwatch.detectors.ts.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.ts.Streams;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeFaultDetectorTest {
    /** A look a second, of which so many lost something of the stream in the second before. */
    private static List<Finding> findings(int before, int dropping, int after, long blocks, long datagrams) {
        List<TsFrame> looks = new ArrayList<>();
        long sum = 0;
        for (TsFrame look : new Streams().looks(before + dropping + after).ended()) {
            sum += looks.size() >= before && looks.size() < before + dropping ? 1 : 0;
            TsTransport transport =
                    new TsTransport(1, 1, 1000, 0, 0, 0, 0, 0, 0, sum * blocks, sum * blocks * 1316, sum * datagrams);
            looks.add(new TsFrame(
                    look.feed(),
                    look.kind(),
                    look.time(),
                    look.durationNs(),
                    look.timeKnown(),
                    look.stream(),
                    look.input(),
                    transport));
        }
        return new DetectorRun<>(new ProbeFaultDetector(), TsFrame::time)
                .over(looks)
                .findings();
    }

    @Test
    void reportsAMachineThatDoesNotKeepUp() {
        for (long[] lost : new long[][] {{3, 0}, {0, 40}}) {
            List<Finding> findings = findings(10, 20, 30, lost[0], lost[1]);

            assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
            assertThat(findings.get(0).kind()).isEqualTo(IncidentKind.RECEIVER_FAULT);
            assertThat(findings.get(0).onset()).isEqualTo(Streams.START.plusSeconds(10));
            assertThat(findings.get(0).reasons()[0].arguments())
                    .containsExactly(Long.toString(lost[0]), Long.toString(lost[1]));
        }
    }

    @Test
    void saysNothingOfASecondThatWasTooShort() {
        assertThat(findings(10, 5, 30, 3, 0)).isEmpty();
        assertThat(findings(10, 0, 30, 3, 3)).isEmpty();
    }
}
