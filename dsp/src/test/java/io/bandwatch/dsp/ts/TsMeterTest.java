package io.bandwatch.dsp.ts;

import static io.bandwatch.dsp.ts.SteadyMultiplex.VIDEO_PID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsClock;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsMeterTest {
    @Test
    void observesEverySecondOfTheStream() {
        List<TsObservation> observations = Recordings.observations(new SteadyMultiplex(5_000).stream(), 1 << 20);

        assertThat(observations.stream().map(observation -> Math.round(observation.timeNs() / 1e6)))
                .containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L, 5_000L);
        assertThat(observations.get(2).counts().packets()).isEqualTo(3_000);
        assertThat(observations.get(2).clock()).isEqualTo(TsClock.PCR);
    }

    @Test
    void saysWhatTheStreamIsMadeOf() {
        TsObservation end = Recordings.last(new SteadyMultiplex(5_000).stream());

        // 1000 packets of 188 bytes a second by the construction of the stream.
        assertThat(end.bitrateBps()).isEqualTo(1_504_000, within(1.0));
        assertThat(pid(end, VIDEO_PID).role()).isEqualTo(PidRole.VIDEO);
        assertThat(pid(end, VIDEO_PID).bitrateBps()).isEqualTo(200 * 1504.0, within(1.0));
        assertThat(end.services()).hasSize(1);
        assertThat(end.services()[0].components()[0].codec()).isEqualTo(Codec.H264);
        assertThat(end.services()[0].scrambled()).isFalse();
        // Picture, sound and PMT: 200 + 50 + 10 packets a second, less the times when a table takes the place.
        assertThat(end.services()[0].bitrateBps()).isEqualTo(260 * 1504.0, within(1504.0));
    }

    @Test
    void knowsAServiceIsScrambledByItsPackets() {
        byte[] stream = new SteadyMultiplex(5_000)
                .change(VIDEO_PID, ms -> ms > 2_000 && ms < 4_000, SteadyMultiplex.Packet::scrambledNow).stream();

        assertThat(Recordings.observations(stream, 1 << 20).stream()
                        .map(observation -> observation.services()[0].scrambled()))
                .containsExactly(false, false, true, true, false, false);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void observationsDoNotDependOnHowTheBytesAreCut(long seed) {
        SteadyMultiplex mux = new SteadyMultiplex(8_000)
                .without(0x00, ms -> ms > 2_000 && ms < 3_000)
                .change(VIDEO_PID, ms -> ms > 5_000 && ms < 6_500, packet -> packet.withPcr(-1));
        byte[] stream = mux.stream();
        Random random = new Random(seed);
        for (int fault = 0; fault < 200; fault++) {
            stream[random.nextInt(stream.length)] ^= (byte) (1 << random.nextInt(8));
        }

        List<TsObservation> whole = Recordings.observations(stream, stream.length);

        assertThat(Recordings.observations(stream, 1 + random.nextInt(3_000)))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(whole);
        assertThat(Recordings.observations(stream, 1 + random.nextInt(100_000)))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(whole);
    }

    @Test
    void timeLiesBetweenReferencesWhereTheRateIsNotSteady() {
        SteadyMultiplex mux = new SteadyMultiplex(20_000);
        // Every other second has ten times the packets: only one packet in ten of the rest was recorded.
        byte[] whole = mux.stream();
        byte[] stream = new byte[whole.length];
        int length = 0;
        for (int ms = 0; ms < 20_000; ms++) {
            boolean kept =
                    ms / 1000 % 2 == 0 || mux.at(ms).pid() < 0x100 || mux.at(ms).pcr() >= 0;
            if (kept) {
                System.arraycopy(whole, ms * 188, stream, length, 188);
                length += 188;
            }
        }
        byte[] recorded = Arrays.copyOf(stream, length);

        TsObservation end = Recordings.last(recorded);

        assertThat(end.timeNs() * 1e-9).isEqualTo(20, within(0.03));
        assertThat(Stream.of(end.indicators())
                        .filter(count -> count.indicator() == TsIndicator.PAT_ERROR_2
                                || count.indicator() == TsIndicator.PMT_ERROR_2
                                || count.indicator() == TsIndicator.PCR_REPETITION_ERROR))
                .as("by the mean rate of the recording the sparse seconds would be short and the dense ones long")
                .hasSize(3)
                .allMatch(count -> count.count() == 0);
    }

    @Test
    void referenceThatLeapsDoesNotMoveTheTime() {
        byte[] stream = new SteadyMultiplex(10_000)
                        .change(
                                VIDEO_PID,
                                ms -> ms > 5_000 && ms % 30 == 2,
                                packet -> packet.withPcr(packet.pcr() + 40_000_000_000L))
                        .stream();

        assertThat(Recordings.last(stream).timeNs() * 1e-9)
                .as("not half an hour")
                .isEqualTo(10, within(0.04));
    }

    @Test
    void endOfARecordingIsNoMissingReference() {
        byte[] stream =
                new SteadyMultiplex(5_000).change(VIDEO_PID, ms -> ms > 4_700, packet -> packet.withPcr(-1)).stream();

        TsObservation end = Recordings.last(stream);

        assertThat(end.timeNs() * 1e-9).isEqualTo(5, within(1e-6));
        assertThat(Stream.of(end.indicators()).filter(TsIndicatorCount::running))
                .as("how much time passed after the last reference is a guess")
                .isEmpty();
    }

    @Test
    void arrivalTimesAreTheClockWhereTheTransportHasThem() {
        byte[] stream = new SteadyMultiplex(3_000).stream();
        TsMeter meter = new TsMeter();
        List<TsObservation> observations = new ArrayList<>();
        for (int datagram = 0; (datagram + 1) * 7 * 188 <= stream.length; datagram++) {
            // The network is twice as slow as the stream says.
            int taken = meter.accept(stream, datagram * 7 * 188, 7 * 188, 5_000_000_000L + datagram * 14_000_000L);
            if (meter.due()) {
                observations.add(meter.observe());
                meter.accept(stream, datagram * 7 * 188 + taken, 7 * 188 - taken, 5_000_000_000L);
            }
        }

        TsObservation end = meter.observe();
        assertThat(end.clock()).isEqualTo(TsClock.ARRIVAL);
        assertThat(end.timeNs() * 1e-9).isEqualTo(6, within(0.03));
        assertThat(observations).hasSize(5);
        assertThat(end.counts().packets())
                .as("none is lost where an observation came due")
                .isEqualTo(428 * 7);
        assertThat(end.pcrs()[0].offsetPpm()).as("half the frequency").isEqualTo(-500_000, within(20_000.0));
    }

    @Test
    void observesWithoutPacketsWhereTimePasses() {
        TsMeter meter = new TsMeter();
        byte[] stream = new SteadyMultiplex(200).stream();
        meter.accept(stream, 0, stream.length, 0);
        byte[] noise = new byte[1316];
        int due = 0;
        for (int datagram = 1; datagram <= 500; datagram++) {
            meter.accept(noise, 0, noise.length, datagram * 10_000_000L);
            if (meter.due()) {
                due++;
                assertThat(meter.observe().synchronised()).isFalse();
            }
        }

        assertThat(due).as("5 s of nothing").isEqualTo(5);
        assertThat(Stream.of(meter.observe().indicators()).filter(TsIndicatorCount::running))
                .extracting(TsIndicatorCount::indicator)
                .contains(TsIndicator.TS_SYNC_LOSS, TsIndicator.PAT_ERROR_2);
    }

    @Test
    void stampsBeforePacketsAreArrivalTimesToo() {
        byte[] stream = new SteadyMultiplex(3_000).stream();
        byte[] stamped = new byte[3_000 * 192];
        for (int ms = 0; ms < 3_000; ms++) {
            int ticks = ms * 27_000 * 2 & 0x3FFF_FFFF;
            for (int place = 0; place < 4; place++) {
                stamped[ms * 192 + place] = (byte) (ticks >> (24 - 8 * place));
            }
            System.arraycopy(stream, ms * 188, stamped, ms * 192 + 4, 188);
        }

        TsObservation end = Recordings.last(stamped);

        assertThat(end.packetBytes()).isEqualTo(192);
        assertThat(end.clock()).isEqualTo(TsClock.ARRIVAL);
        assertThat(end.timeNs() * 1e-9).isEqualTo(6, within(0.01));
    }

    @Test
    void stampsThatNeverMoveAreNoTimes() {
        byte[] stream = new SteadyMultiplex(3_000).stream();
        byte[] stamped = new byte[3_000 * 192];
        for (int ms = 0; ms < 3_000; ms++) {
            System.arraycopy(stream, ms * 188, stamped, ms * 192 + 4, 188);
        }

        TsObservation end = Recordings.last(stamped);

        assertThat(end.clock()).isEqualTo(TsClock.PCR);
        assertThat(end.timeNs() * 1e-9).isEqualTo(3, within(0.04));
    }

    @Test
    void anotherPidLeadsWhenTheReferencesOfOneEnd() {
        SteadyMultiplex mux =
                new SteadyMultiplex(12_000).change(VIDEO_PID, ms -> ms > 4_000, packet -> packet.withPcr(-1));
        for (int ms = 7; ms < 12_000; ms += 40) {
            mux.put(ms, new SteadyMultiplex.Packet(0x300, false, false, ms * 54_000L, false, new byte[184]));
        }

        TsObservation end = Recordings.last(mux.stream());

        // 6 s by the first, at most 2.1 s more at its rate, and the rest at the doubled rate of the second.
        assertThat(end.timeNs() * 1e-9).isBetween(17.0, 19.0);
    }

    @Test
    void bytesWithoutAnyPacketAreAnObservationToo() {
        byte[] noise = new byte[300_000];
        new Random(2).nextBytes(noise);

        TsObservation end = Recordings.last(noise);

        assertThat(end.synchronised()).isFalse();
        assertThat(end.packetBytes()).isZero();
        assertThat(end.counts().lostBytes()).isEqualTo(noise.length);
        assertThat(Stream.of(end.indicators()).filter(TsIndicatorCount::running))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void damageOfAnyKindIsMeasuredAndNeverThrown(long seed) throws IOException {
        byte[] stream = TsCaptures.bytes("dvbt-italy-rai-full-mux.ts");
        Random random = new Random(seed);
        for (int fault = 0; fault < 20_000; fault++) {
            int at = random.nextInt(stream.length);
            // Headers and the beginnings of payloads more often than the rest.
            int place = random.nextBoolean() ? at : at - at % 188 + random.nextInt(16);
            stream[Math.min(place, stream.length - 1)] = (byte) random.nextInt(256);
        }

        TsObservation end = Recordings.last(stream);

        assertThat(end.counts().packets() * 188L + end.counts().lostBytes())
                .as("every byte is accounted for")
                .isEqualTo(stream.length);
    }

    private static TsPid pid(TsObservation observation, int pid) {
        return Stream.of(observation.pids())
                .filter(candidate -> candidate.pid() == pid)
                .findFirst()
                .orElseThrow();
    }
}
