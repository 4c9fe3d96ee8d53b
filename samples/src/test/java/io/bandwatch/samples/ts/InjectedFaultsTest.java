package io.bandwatch.samples.ts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.samples.ts.fault.FaultKind;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InjectedFaultsTest {
    private static final long SECOND_NS = 1_000_000_000;
    private static final long START_NS = 12 * SECOND_NS + 345_000_000;

    @Test
    void tenCleanMinutesShowNoIndicator() {
        List<TsObservation> looks = StreamLooks.of(new Multiplex(List.of()), 600 * SECOND_NS);
        TsObservation last = looks.get(looks.size() - 1);
        assertThat(looks).hasSizeBetween(597, 600);
        assertThat(looks).allSatisfy(look -> assertThat(StreamLooks.shown(look)).isEmpty());
        // a constant rate of a packet a millisecond
        assertThat(last.bitrateBps()).isBetween(1.503e6, 1.505e6);
        assertThat(last.services()).extracting(TsService::name).containsExactly("样本一套", "Sample Two");
        // everything that can be measured without a decoder is
        assertThat(last.indicators()).hasSize(TsIndicator.values().length - 3);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultShowsItsIndicatorsAndNoOthersAndPasses(FaultKind kind) {
        long overNs = START_NS + kind.durationNs();
        // tables come back within ten seconds
        List<TsObservation> looks =
                StreamLooks.of(new Multiplex(kind.at(START_NS, Multiplex.TARGETS)), overNs + 12 * SECOND_NS);
        TsObservation last = looks.get(looks.size() - 1);

        assertThat(looks.stream().filter(look -> look.timeNs() < START_NS))
                .isNotEmpty()
                .allSatisfy(look -> assertThat(StreamLooks.shown(look)).isEmpty());
        assertThat(StreamLooks.shown(last)).isEqualTo(kind.indicators());
        for (TsIndicatorCount count : last.indicators()) {
            assertThat(count.running()).as(count.indicator().key()).isFalse();
        }
        // it is seen within the longest period of a table and a second, the interval of the looks, of its end
        Stream<TsObservation> bySecond =
                looks.stream().filter(look -> look.timeNs() <= overNs + 11 * SECOND_NS && look.timeNs() > START_NS);
        assertThat(bySecond)
                .anySatisfy(look -> assertThat(StreamLooks.shown(look)).isEqualTo(kind.indicators()));
    }

    @Test
    void aCounterThatLooksAtTheNextPacketAloneTakesEveryReferenceForALoss() {
        // the naive rule: the counter of a PID rises by one with each of its packets (ISO/IEC 13818-1, 2.4.3.3 says:
        // with
        // each that has a payload)
        Multiplex multiplex = new Multiplex(List.of());
        int pid = Multiplex.SERVICES.get(0).videoPid();
        byte[] packet = new byte[Multiplex.PACKET_BYTES];
        int before = -1;
        int breaks = 0;
        while (multiplex.timeNs() < SECOND_NS) {
            multiplex.next(packet, 0);
            if ((((packet[1] & 0x1F) << 8) | (packet[2] & 0xFF)) == pid) {
                breaks += before >= 0 && (packet[3] & 0x0F) != ((before + 1) & 0x0F) ? 1 : 0;
                before = packet[3] & 0x0F;
            }
        }
        assertThat(breaks).isGreaterThan(20);
    }
}
