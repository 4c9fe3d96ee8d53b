package io.bandwatch.deploy.cli.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.service.ReceiverAccount;
import io.bandwatch.deploy.cli.acceptance.service.StreamAccount;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts and growth of a live run, on figures that are known. */
class LiveAccountsTest {
    @Test
    void aSingleSampleThatIsMissingOrCountedTwiceIsSeen() {
        assertThat(receiver(1_000_000, 1_000_000, 900_000, 0).isExact()).isTrue();
        assertThat(receiver(1_000_001, 1_000_000, 900_000, 0).isExact())
                .as("one never came")
                .isFalse();
        assertThat(receiver(1_000_000, 1_000_000, 900_001, 0).isExact())
                .as("one is in two counts")
                .isFalse();
        assertThat(receiver(1_000_000, 1_000_000, 899_999, 1).isExact())
                .as("one waits still, so that what became of it is not known")
                .isFalse();
        assertThat(new ReceiverAccount("roof", 1_000_000, told(1_000_000, 900_000, 0), 999_999).isExact())
                .as("the time series know of one less")
                .isFalse();
        assertThat(receiver(0, 0, -100_000, 0).isExact()).as("nothing was sent").isFalse();
    }

    @Test
    void datagramsThatTheSystemDroppedAndBlocksThatWeDroppedAreAccountedFor() {
        assertThat(multiplex(1000, 1000, 0, 7000, 0).isExact()).isTrue();
        assertThat(multiplex(1000, 990, 10, 6930, 0).isExact()).isTrue();
        assertThat(multiplex(1000, 990, 10, 6916, 2 * 7 * 188).isExact()).isTrue();
        assertThat(multiplex(1000, 990, 9, 6930, 0).isExact())
                .as("one datagram went nobody knows where")
                .isFalse();
        assertThat(multiplex(1000, 1000, 0, 6999, 0).isExact())
                .as("a packet came and was neither measured nor dropped")
                .isFalse();
        assertThat(new StreamAccount("mux", 1000, Map.of()).isExact())
                .as("nothing is stored")
                .isFalse();
    }

    @Test
    void aLeakIsSeenThroughTheScatterAndScatterIsNone() {
        Random random = new Random(7);
        double[] scatter = IntStream.range(0, 30)
                .mapToDouble(i -> 4 * random.nextGaussian())
                .toArray();
        Growth steady = Growth.of(readings(i -> 300 + scatter[i], i -> 170 + i % 3));
        assertThat(steady.heapMibPerMinute()).as("MiB a minute").isCloseTo(0, within(Growth.MOST_HEAP_MIB / 2));
        assertThat(steady.isNone()).isTrue();
        assertThat(Growth.of(readings(i -> 300 + scatter[i] + 2 * i, i -> 170)).isNone())
                .as("2 MiB a minute")
                .isFalse();
        assertThat(Growth.of(readings(i -> 300, i -> 170 + i / 2)).isNone())
                .as("a handle in two minutes")
                .isFalse();
    }

    @Test
    void theDifferenceOfTheLastAndTheFirstTakesACollectionForALeak() {
        // one reading in the middle of something big
        IntToDoubleFunction heap = i -> i == 29 ? 360 : 300;
        List<Reading> readings = readings(heap, i -> 170);
        double naive = (readings.get(29).heapMib() - readings.get(15).heapMib()) / 14;
        assertThat(naive).as("MiB a minute").isGreaterThan(4 * Growth.MOST_HEAP_MIB);
        assertThat(Growth.of(readings).heapMibPerMinute()).isZero();
    }

    @Test
    void ofAFewMinutesNothingIsSaid() {
        List<Reading> readings = readings(i -> 300, i -> 170);
        assertThat(Growth.canBeTold(readings)).isTrue();
        assertThat(Growth.canBeTold(readings.subList(0, 9))).isFalse();
    }

    @Test
    void thePlotHasEveryReadingInEveryPanel() {
        ArrayNode readings = JsonNodeFactory.instance.arrayNode();
        readings(i -> 300, i -> 170).forEach(reading -> readings.add(reading.figures()));
        String svg = LivePlot.draw(readings);
        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").doesNotContain("NaN", "Infinity");
        assertThat(svg.lines().filter(line -> line.contains("#1f4e8c")))
                .hasSize(5)
                .allSatisfy(path -> assertThat(path.split("[ML]", -1)).hasSize(31));
    }

    private static ReceiverAccount receiver(long sent, long received, long measured, long pending) {
        return new ReceiverAccount("roof", sent, told(received, measured, pending), received);
    }

    private static ObjectNode told(long received, long measured, long pending) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("received_samples", received)
                .put("measured_samples", measured)
                .put("settling_samples", 60_000)
                .put("dropped_samples", 30_000)
                .put("unmeasured_samples", 10_000)
                .put("pending_samples", pending);
    }

    private static StreamAccount multiplex(long sent, long datagrams, long drops, long packets, long droppedBytes) {
        return new StreamAccount(
                "mux",
                sent,
                Map.of(
                        "datagrams", datagrams,
                        "socket_drops", drops,
                        "measured_packets", packets,
                        "dropped_bytes", droppedBytes));
    }

    private static List<Reading> readings(IntToDoubleFunction heapMib, IntToDoubleFunction handles) {
        return IntStream.range(0, 30)
                .mapToObj(i -> new Reading(
                        i + 1,
                        Math.round(heapMib.applyAsDouble(i) * Reading.MIB),
                        280,
                        Math.round(handles.applyAsDouble(i)),
                        900_000,
                        10,
                        0))
                .toList();
    }
}
