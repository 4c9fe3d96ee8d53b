package io.bandwatch.dsp.ts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bytes that are missing, not replaced by null packets: what follows stands nearer to what came before than it was sent, in a
 * multiplex of a reference every 30 ms and a packet a millisecond.
 */
class PacketLossTest {
    private static final int PACKET_BYTES = 188;
    private static final byte[] SOUND = new SteadyMultiplex(30_000).stream();

    /** Of the picture, as is the one five packets later; the next reference comes ten packets later still. */
    private static final int PICTURE = 20_017;

    @Test
    void aLostPacketIsNoInaccurateClock() {
        assertThat(counts(without(PICTURE * PACKET_BYTES, PACKET_BYTES)))
                .as("references lie a millisecond off the line of those before the loss")
                .isEqualTo(Map.of(TsIndicator.CONTINUITY_COUNT_ERROR, 1L));
    }

    @Test
    void aLostPacketInTheFirstSecondIsNoneEither() {
        // thirteen references lead to it, three more than a line needs
        assertThat(counts(without(377 * PACKET_BYTES, PACKET_BYTES)))
                .isEqualTo(Map.of(TsIndicator.CONTINUITY_COUNT_ERROR, 1L));
    }

    @Test
    void lostBytesAreNoInaccurateClock() {
        assertThat(counts(without(PICTURE * PACKET_BYTES + 90, 5)))
                .isEqualTo(Map.of(TsIndicator.TS_SYNC_LOSS, 1L, TsIndicator.SYNC_BYTE_ERROR, 2L));
    }

    @Test
    void theClockIsJudgedAgainAfterTheLoss() {
        byte[] stream = new SteadyMultiplex(30_000)
                        .change(
                                SteadyMultiplex.VIDEO_PID,
                                ms -> ms == 20_612,
                                packet -> packet.withPcr(packet.pcr() + 16))
                        .stream();
        byte[] lossy = without(stream, PICTURE * PACKET_BYTES, PACKET_BYTES);

        assertThat(counts(lossy))
                .isEqualTo(Map.of(TsIndicator.CONTINUITY_COUNT_ERROR, 1L, TsIndicator.PCR_ACCURACY_ERROR, 1L));
    }

    private static byte[] without(int from, int length) {
        return without(SOUND, from, length);
    }

    private static byte[] without(byte[] stream, int from, int length) {
        byte[] rest = new byte[stream.length - length];
        System.arraycopy(stream, 0, rest, 0, from);
        System.arraycopy(stream, from + length, rest, from, rest.length - from);
        return rest;
    }

    private static Map<TsIndicator, Long> counts(byte[] stream) {
        TsObservation end = Recordings.last(stream);
        return Stream.of(end.indicators())
                .filter(count -> count.count() > 0)
                .collect(Collectors.toMap(TsIndicatorCount::indicator, TsIndicatorCount::count));
    }
}
