package io.bandwatch.dsp.ts;

import static io.bandwatch.dsp.ts.SteadyMultiplex.AUDIO_PID;
import static io.bandwatch.dsp.ts.SteadyMultiplex.PMT_PID;
import static io.bandwatch.dsp.ts.SteadyMultiplex.VIDEO_PID;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.plain;
import static io.bandwatch.signal.ts.TsIndicator.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of TR 101 290, put into a sound stream of 45 s, shows its indicator and no other. */
class IndicatorsTest {
    private static final int LENGTH_MS = 45_000;

    @Test
    void soundStreamShowsNone() {
        TsObservation end = Recordings.last(new SteadyMultiplex(LENGTH_MS).stream());

        assertThat(counts(end)).isEmpty();
        assertThat(end.indicators()).noneMatch(TsIndicatorCount::running);
        assertThat(Stream.of(end.indicators()).map(TsIndicatorCount::indicator))
                .as("all but the three of the decoder model")
                .hasSize(TsIndicator.values().length - 3)
                .doesNotContain(BUFFER_ERROR, EMPTY_BUFFER_ERROR, DATA_DELAY_ERROR);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faultsOfPackets", "faultsOfClocks", "faultsOfTables", "missingTables"})
    void faultShowsItsIndicatorAndNoOther(
            String name,
            Map<TsIndicator, Long> expected,
            UnaryOperator<SteadyMultiplex> fault,
            Consumer<byte[]> damage) {
        byte[] stream = fault.apply(new SteadyMultiplex(LENGTH_MS)).stream();
        damage.accept(stream);

        assertThat(counts(Recordings.last(stream))).isEqualTo(expected);
    }

    static Stream<Arguments> faultsOfPackets() {
        int pair = new SteadyMultiplex(LENGTH_MS).nullPairFrom(20_000);
        return Stream.of(
                bytes("one wrong sync byte", Map.of(SYNC_BYTE_ERROR, 1L), stream -> stream[pair * 188] = 0),
                bytes("two wrong sync bytes in a row", Map.of(TS_SYNC_LOSS, 1L, SYNC_BYTE_ERROR, 2L), stream -> {
                    stream[pair * 188] = 0;
                    stream[(pair + 1) * 188] = 0;
                }),
                bytes(
                        "a lost packet",
                        Map.of(CONTINUITY_COUNT_ERROR, 1L),
                        stream -> System.arraycopy(stream, pair * 188, stream, 20_007 * 188, 188)),
                bytes(
                        "transport_error_indicator",
                        Map.of(TRANSPORT_ERROR, 1L),
                        stream -> stream[pair * 188 + 1] |= (byte) 0x80),
                fault(
                        "sound gone for 6 s",
                        Map.of(PID_ERROR, 1L, PTS_ERROR, 1L),
                        mux -> mux.without(AUDIO_PID, ms -> ms > 20_000 && ms < 26_000)),
                fault("a PID that no table names", Map.of(UNREFERENCED_PID, 1L), mux -> {
                    for (int ms = 20_004; ms < 21_000; ms += 10) {
                        mux.put(ms, new SteadyMultiplex.Packet(0x500, false, false, -1, false, new byte[184]));
                    }
                    return mux;
                }),
                fault("scrambled packets and no CAT", Map.of(CAT_ERROR, 1L), mux -> mux.without(0x01, ms -> true)
                        .change(AUDIO_PID, ms -> ms == 20_009, SteadyMultiplex.Packet::scrambledNow)));
    }

    static Stream<Arguments> faultsOfClocks() {
        return Stream.of(
                fault(
                        "no clock reference for 180 ms",
                        Map.of(PCR_REPETITION_ERROR, 1L, PCR_DISCONTINUITY_INDICATOR_ERROR, 1L),
                        mux -> mux.change(VIDEO_PID, ms -> ms > 20_000 && ms < 20_150, packet -> packet.withPcr(-1))),
                fault("clock set on by 2 s", Map.of(PCR_DISCONTINUITY_INDICATOR_ERROR, 1L), mux -> shifted(mux, 2_000)),
                fault(
                        "clock set back by 1 s",
                        Map.of(PCR_DISCONTINUITY_INDICATOR_ERROR, 1L),
                        mux -> shifted(mux, -1_000)),
                fault("the same announced", Map.of(), mux -> shifted(mux, -1_000)
                        .change(VIDEO_PID, ms -> ms == 20_012, SteadyMultiplex.Packet::announced)),
                fault("one reference 600 ns late", Map.of(PCR_ACCURACY_ERROR, 1L), mux -> late(mux, 16)),
                fault("one reference 400 ns late", Map.of(), mux -> late(mux, 11)),
                fault(
                        "no presentation time for 0.8 s",
                        Map.of(PTS_ERROR, 1L),
                        mux -> mux.change(
                                VIDEO_PID, ms -> ms > 20_010 && ms < 20_790, SteadyMultiplex.Packet::continued)));
    }

    static Stream<Arguments> faultsOfTables() {
        byte[] foreign = SteadyMultiplex.eventSection(0x60, 0);
        byte[] running = plain(0x71, octets(0, 1, 0, 2, 0, 3, 0, 4, 1));
        return Stream.of(
                put("another table on the PID of the PAT", PAT_ERROR_2, 0x00, foreign),
                put("another table on the PID of the CAT", CAT_ERROR, 0x01, foreign),
                put("another table on the PID of the NIT", NIT_ACTUAL_ERROR, 0x10, foreign),
                put("another table on the PID of the SDT", SDT_ACTUAL_ERROR, 0x11, foreign),
                put("another table on the PID of the EIT", EIT_ACTUAL_ERROR, 0x12, running),
                put("another table on the PID of the RST", RST_ERROR, 0x13, foreign),
                put("another table on the PID of the TDT", TDT_ERROR, 0x14, foreign),
                fault("running status twice in 10 ms", Map.of(RST_ERROR, 1L), mux -> mux.put(
                                20_004, SteadyMultiplex.section(0x13, running))
                        .put(20_014, SteadyMultiplex.section(0x13, running))),
                fault(
                        "description twice in 10 ms",
                        Map.of(SDT_ACTUAL_ERROR, 1L),
                        mux -> mux.put(20_213, mux.at(20_203))),
                fault(
                        "scrambled PAT",
                        Map.of(PAT_ERROR_2, 1L),
                        mux -> mux.change(0x00, ms -> ms == 20_000, SteadyMultiplex.Packet::scrambledNow)),
                fault(
                        "scrambled PMT",
                        Map.of(PMT_ERROR_2, 1L),
                        mux -> mux.change(PMT_PID, ms -> ms == 20_001, SteadyMultiplex.Packet::scrambledNow)),
                bytes("a wrong bit in a description", Map.of(CRC_ERROR, 1L), stream -> stream[20_203 * 188 + 12] ^= 1));
    }

    static Stream<Arguments> missingTables() {
        return Stream.of(
                gone("PAT", PAT_ERROR_2, 0x00, 600),
                gone("PMT", PMT_ERROR_2, PMT_PID, 600),
                table("network", NIT_ACTUAL_ERROR, 0x10, 0, 11_000),
                table("other network", NIT_OTHER_ERROR, 0x10, 1, 11_000),
                table("description", SDT_ACTUAL_ERROR, 0x11, 2, 2_500),
                table("description of another stream", SDT_OTHER_ERROR, 0x11, 3, 11_000),
                table("bouquet", SI_REPETITION_ERROR, 0x11, 4, 11_000),
                table("time", TDT_ERROR, 0x14, 7, 31_000),
                fault(
                        "events of this stream for 2.5 s",
                        Map.of(EIT_ACTUAL_ERROR, 2L),
                        mux -> mux.without(0x12, ms -> ms > 10_000 && ms < 12_500 && ms / 100 % 10 != 6)),
                fault(
                        "following events of another stream",
                        Map.of(EIT_OTHER_ERROR, 1L, EIT_PF_ERROR, 1L),
                        mux -> mux.without(0x12, ms -> ms > 10_000 && ms < 22_000 && ms / 100 % 20 == 16)));
    }

    @Test
    void faultRunsWhileItLastsAndClears() {
        byte[] stream = new SteadyMultiplex(10_000).without(0x00, ms -> ms > 3_000 && ms < 6_000).stream();

        List<TsIndicatorCount> pat = Recordings.observations(stream, 1 << 20).stream()
                .map(observation -> of(observation, PAT_ERROR_2))
                .toList();

        assertThat(pat.stream().map(TsIndicatorCount::running))
                .as("at 1 s, 2 s, ...")
                .startsWith(false, false, false, true, true)
                .endsWith(false, false, false, false);
        assertThat(pat.get(3).count()).as("an interval counts when it ends").isZero();
        assertThat(pat.get(3).sinceNs() * 1e-9).isEqualTo(3.0, within(0.001));
        assertThat(pat.get(9).count()).isOne();
        assertThat(pat.get(9).measured()).isEqualTo(3.0, within(0.001));
    }

    @Test
    void eachStretchOfScramblingWithoutCatCountsAndEndsWithTheScrambling() {
        byte[] stream = new SteadyMultiplex(30_000)
                        .without(0x01, ms -> ms > 2_000)
                        .change(
                                AUDIO_PID,
                                ms -> (ms > 14_000 && ms < 16_000) || (ms > 22_000 && ms < 24_000),
                                SteadyMultiplex.Packet::scrambledNow)
                        .stream();
        List<TsIndicatorCount> cat = Recordings.observations(stream, 1 << 20).stream()
                .map(observation -> of(observation, CAT_ERROR))
                .toList();
        // the CAT of the first two seconds is no excuse for what is scrambled twelve seconds later
        assertThat(cat.get(12).count()).isZero();
        assertThat(cat.get(15).running()).isTrue();
        assertThat(cat.get(19).running()).isFalse();
        assertThat(cat.get(19).count()).isOne();
        assertThat(cat.get(23).running()).isTrue();
        assertThat(cat.get(27).running()).isFalse();
        assertThat(cat.get(27).count()).isEqualTo(2);
    }

    @Test
    void intervalThatTheEndCutsOffIsNoError() {
        byte[] stream = new SteadyMultiplex(10_000).without(0x00, ms -> ms > 9_000).stream();

        TsIndicatorCount pat = of(Recordings.last(stream), PAT_ERROR_2);

        assertThat(pat.count()).isZero();
        assertThat(pat.running()).as("and yet it is missing").isTrue();
    }

    @Test
    void intervalsRunFromTheFirstPacket() {
        byte[] stream = new SteadyMultiplex(10_000).without(0x00, ms -> ms < 700).stream();

        assertThat(of(Recordings.last(stream), PAT_ERROR_2).count()).isOne();
    }

    @Test
    void tableThatNeverCameIsNotMissed() {
        byte[] stream = new SteadyMultiplex(15_000).without(0x10, ms -> true).stream();

        TsObservation end = Recordings.last(stream);

        assertThat(counts(end)).isEmpty();
        assertThat(end.indicators()).noneMatch(TsIndicatorCount::running);
    }

    @Test
    void withoutClockNoIntervalIsMeasured() {
        byte[] stream = new SteadyMultiplex(10_000)
                        .change(VIDEO_PID, ms -> true, packet -> packet.withPcr(-1))
                        .without(0x00, ms -> ms > 3_000 && ms < 6_000)
                        .stream();

        TsObservation end = Recordings.last(stream);

        assertThat(Stream.of(end.indicators()).map(TsIndicatorCount::indicator))
                .contains(TS_SYNC_LOSS, CONTINUITY_COUNT_ERROR, CRC_ERROR, CAT_ERROR)
                .doesNotContain(PAT_ERROR_2, PMT_ERROR_2, PTS_ERROR, TDT_ERROR, PCR_REPETITION_ERROR);
        assertThat(end.bitrateBps()).isNaN();
    }

    /** From 20 s on the clock shows another time. */
    private static SteadyMultiplex shifted(SteadyMultiplex mux, int shiftMs) {
        return mux.change(
                VIDEO_PID,
                ms -> ms > 20_000 && mux.at(ms).pcr() >= 0,
                packet -> packet.withPcr(packet.pcr() + shiftMs * 27_000L));
    }

    private static SteadyMultiplex late(SteadyMultiplex mux, int ticks) {
        return mux.change(VIDEO_PID, ms -> ms == 20_012, packet -> packet.withPcr(packet.pcr() + ticks));
    }

    private static Arguments put(String name, TsIndicator indicator, int pid, byte[] section) {
        return fault(name, Map.of(indicator, 1L), mux -> mux.put(20_004, SteadyMultiplex.section(pid, section)));
    }

    private static Arguments gone(String name, TsIndicator indicator, int pid, int forMs) {
        return fault(
                name + " gone",
                Map.of(indicator, 1L),
                mux -> mux.without(pid, ms -> ms > 10_010 && ms < 10_010 + forMs));
    }

    /** A table of one turn of the schedule is left out. */
    private static Arguments table(String name, TsIndicator indicator, int pid, int turn, int forMs) {
        return fault(
                name + " gone",
                Map.of(indicator, 1L),
                mux -> mux.without(pid, ms -> ms > 10_000 && ms < 10_000 + forMs && ms / 100 % 10 == turn));
    }

    private static Arguments fault(String name, Map<TsIndicator, Long> expected, UnaryOperator<SteadyMultiplex> fault) {
        Consumer<byte[]> none = stream -> {};
        return Arguments.of(name, expected, fault, none);
    }

    private static Arguments bytes(String name, Map<TsIndicator, Long> expected, Consumer<byte[]> damage) {
        return Arguments.of(name, expected, UnaryOperator.<SteadyMultiplex>identity(), damage);
    }

    static Map<TsIndicator, Long> counts(TsObservation observation) {
        Map<TsIndicator, Long> counts = new EnumMap<>(TsIndicator.class);
        for (TsIndicatorCount count : observation.indicators()) {
            if (count.count() > 0) {
                counts.put(count.indicator(), count.count());
            }
        }
        return counts;
    }

    private static TsIndicatorCount of(TsObservation observation, TsIndicator indicator) {
        return Stream.of(observation.indicators())
                .filter(count -> count.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }
}
