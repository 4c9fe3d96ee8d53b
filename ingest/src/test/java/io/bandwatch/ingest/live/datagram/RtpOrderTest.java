package io.bandwatch.ingest.live.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.signal.ts.TsTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtpOrderTest {
    private static final long MS = 1_000_000;

    private final TransportCounts counts = new TransportCounts();
    private final List<Integer> out = new ArrayList<>();
    private final RtpOrder order = new RtpOrder(counts, (bytes, offset, length) -> out.add(bytes[offset] & 0xFF));
    private final RtpHeader header = new RtpHeader();
    private long nowNs;

    @Test
    void handsOnWhatComesInOrder() {
        receive(10, 11, 12);

        assertThat(out).containsExactly(10, 11, 12);
        assertThat(counts.now()).isEqualTo(new TransportCounts().now());
    }

    @Test
    void swapsNeighboursBack() {
        receive(10, 12, 11, 13, 16, 15, 14, 17);

        assertThat(out).containsExactly(10, 11, 12, 13, 14, 15, 16, 17);
        assertThat(now().reordered()).as("11, 15 and 14 came after a later one").isEqualTo(3);
        assertThat(now().lost()).isZero();
    }

    @Test
    void leavesOutWhatComesTwice() {
        receive(10, 10, 12, 12, 11, 10, 13);

        assertThat(out).containsExactly(10, 11, 12, 13);
        assertThat(now().duplicates()).isEqualTo(3);
    }

    @Test
    void givesUpWhatDidNotComeWithinTheWindow() {
        receive(0, 1);
        for (int sequence = 5; sequence < 5 + RtpOrder.WINDOW; sequence++) {
            receive(sequence);
        }

        assertThat(now().lost()).as("2, 3, 4").isEqualTo(3);
        assertThat(out).startsWith(0, 1, 5, 6).hasSize(2 + RtpOrder.WINDOW);
    }

    @Test
    void givesUpWhatDidNotComeInTime() {
        receive(10, 12);
        nowNs += (RtpOrder.PATIENCE_MS - 1) * MS;
        order.passed(nowNs);
        assertThat(out).containsExactly(10);

        nowNs += MS;
        order.passed(nowNs);

        assertThat(out).containsExactly(10, 12);
        assertThat(now().lost()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatComesAfterItWasGivenUp() {
        receive(10, 12);
        nowNs += RtpOrder.PATIENCE_MS * MS;
        order.passed(nowNs);

        receive(11, 13);

        assertThat(out).containsExactly(10, 12, 13);
        assertThat(now().late()).isEqualTo(1);
        assertThat(now().lost()).as("it stays lost").isEqualTo(1);
    }

    @Test
    void countsOnAfterTheLastNumber() {
        receive(65_534, 0, 65_535, 1);

        assertThat(out).containsExactly(65_534 & 0xFF, 65_535 & 0xFF, 0, 1);
        assertThat(now().reordered()).isEqualTo(1);
    }

    @Test
    void takesALongJumpForAnotherSequenceAndNotForALoss() {
        receive(10, 11, 30_000, 30_001);

        assertThat(out).containsExactly(10, 11, 30_000 & 0xFF, 30_001 & 0xFF);
        assertThat(now().restarts()).isEqualTo(1);
        assertThat(now().lost()).isZero();
    }

    @Test
    void takesAnotherSenderForAnotherSequence() {
        receive(10);
        send(500, 2);

        assertThat(out).containsExactly(10, 500 & 0xFF);
        assertThat(now().restarts()).isEqualTo(1);
    }

    @Test
    void countsNoLossAfterALossOfOurOwn() {
        receive(10, 11);
        order.forget();
        receive(200, 201);

        assertThat(out).containsExactly(10, 11, 200, 201);
        assertThat(now().lost()).isZero();
        assertThat(now().restarts()).isZero();
    }

    @Test
    void findsThePayloadBehindSourcesAndExtensionAndBeforePadding() {
        byte[] packet = Rtp.packet(7, 1, new byte[] {0x47, 1, 2, 3});
        byte[] grown = new byte[packet.length + 4 + 8 + 3];
        System.arraycopy(packet, 0, grown, 0, 12);
        grown[0] = (byte) (0x80 | 0x20 | 0x10 | 1);
        // one contributing source, an extension of one word
        grown[12 + 4 + 3] = 1;
        System.arraycopy(packet, 12, grown, 12 + 4 + 8, 4);
        grown[grown.length - 1] = 3;

        assertThat(header.read(grown, grown.length)).isTrue();
        assertThat(header.from()).isEqualTo(24);
        assertThat(header.until()).isEqualTo(28);
    }

    @Test
    void refusesWhatPromisesMoreThanItHolds() {
        byte[] packet = Rtp.packet(7, 1, new byte[4]);
        packet[0] = (byte) (0x80 | 15);
        assertThat(header.read(packet, packet.length)).as("15 sources").isFalse();
        packet[0] = (byte) (0x80 | 0x20);
        packet[packet.length - 1] = 100;
        assertThat(header.read(packet, packet.length)).as("padding").isFalse();
        packet[0] = 0x47;
        assertThat(header.read(packet, packet.length)).as("version").isFalse();
        assertThat(header.read(packet, 11)).as("length").isFalse();
    }

    private TsTransport now() {
        return counts.now();
    }

    private void receive(int... sequences) {
        for (int sequence : sequences) {
            send(sequence, 1);
        }
    }

    private void send(int sequence, int source) {
        byte[] packet = Rtp.packet(sequence, source, new byte[] {(byte) sequence});
        assertThat(header.read(packet, packet.length)).isTrue();
        order.accept(header, packet, nowNs);
    }
}
