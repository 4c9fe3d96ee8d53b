package io.bandwatch.samples.ts.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bandwatch.samples.ts.StreamLooks;
import io.bandwatch.samples.ts.fault.FaultKind;
import io.bandwatch.samples.ts.fault.FaultTargets;
import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of TR 101 290 in streams that others made: its indicator shows it in time, no other does, and it clears. */
@TestInstance(Lifecycle.PER_CLASS)
class RecordedFaultsTest {
    private static final long SECOND_NS = 1_000_000_000;

    /** Tables come back within ten seconds, and a look follows. */
    private static final long AFTER_NS = 12 * SECOND_NS;

    /** Looks are a second apart, and are made at tenths. */
    private static final double LOOK_S = 1.1;

    private final CleanStreams streams = new CleanStreams();

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void faultInAMultiplexOfAnEncoderShowsItsIndicatorsAndNoOthersAndPasses(FaultKind kind) {
        assertThat(put(CleanStreams.ENCODED, kind)).isEmpty();
    }

    static Stream<Arguments> offAir() {
        return CleanStreams.OFF_AIR.stream()
                .flatMap(name -> Stream.of(FaultKind.values()).map(kind -> Arguments.of(name, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("offAir")
    void faultInAStreamOffTheAirShowsItsIndicatorsAndNoOthersAndPasses(String name, FaultKind kind) {
        String obstacle = obstacle(name, kind);
        assumeTrue(obstacle == null, () -> name + " has " + obstacle);
        assertThat(put(name, kind)).isEmpty();
    }

    @Test
    void everyKindOfFaultHasAStreamOffTheAirButThoseThatNoneHasTheTablesFor() {
        Set<FaultKind> without = EnumSet.allOf(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            for (String name : CleanStreams.OFF_AIR) {
                String obstacle = obstacle(name, kind);
                if (obstacle == null) {
                    without.remove(kind);
                } else {
                    System.out.println(kind + " not in " + name + ": it has " + obstacle);
                }
            }
        }
        assertThat(without).containsExactlyInAnyOrder(FaultKind.BAT_MISSING);
    }

    @Test
    void aCleanMultiplexOfAnEncoderShowsNothing() {
        List<TsObservation> looks = streams.untouched(CleanStreams.ENCODED);
        assertThat(looks).hasSizeGreaterThan(59).allSatisfy(look -> assertThat(StreamLooks.shown(look))
                .isEmpty());
    }

    /** Why a stream cannot have a fault. */
    private @Nullable String obstacle(String name, FaultKind kind) {
        Recording recording = streams.recording(name);
        FaultTargets targets = recording.targets();
        if (!recording.carries(kind.befalls(targets))) {
            return "nothing that it could befall";
        }
        TsObservation look = streams.untouched(name).get(30);
        for (TsIndicator indicator : kind.indicators()) {
            if (!StreamLooks.byIndicator(look).containsKey(indicator)) {
                return "no rate or clock to measure " + indicator.key() + " by";
            }
            if (count(streams.untouched(name).get(40), indicator) > 5 + count(look, indicator)) {
                return "that fault all the time: " + indicator.key();
            }
        }
        return null;
    }

    /** What is wrong with how a fault is shown. */
    private List<String> put(String name, FaultKind kind) {
        Recording recording = streams.recording(name);
        FaultTargets targets = recording.targets();
        long startNs = streams.startNs(name);
        long overNs = startNs + kind.durationNs();
        List<TsObservation> looks =
                StreamLooks.of(new PlayedRecording(recording, kind.at(startNs, targets)), overNs + AFTER_NS);
        List<TsObservation> untouched = streams.untouched(name);
        long beganNs = beganNs(recording, kind, startNs);
        List<String> wrong = new ArrayList<>();
        Set<TsIndicator> fired = EnumSet.noneOf(TsIndicator.class);
        int looksToCompare = Math.min(looks.size(), untouched.size());
        for (int place = 0; place < looksToCompare; place++) {
            TsObservation look = looks.get(place);
            for (TsIndicator indicator : news(look, untouched.get(place))) {
                double afterS = (look.timeNs() - beganNs) * 1e-9;
                if (!kind.indicators().contains(indicator)) {
                    wrong.add(indicator.key() + " shows it, " + afterS + " s after it");
                } else if (fired.add(indicator) && !(afterS >= 0 && afterS <= withinS(kind, indicator))) {
                    wrong.add(indicator.key() + " shows it only " + afterS + " s after it");
                }
            }
        }
        kind.indicators().stream()
                .filter(indicator -> !fired.contains(indicator))
                .forEach(indicator -> wrong.add(indicator.key() + " does not show it"));
        TsObservation last = looks.get(looksToCompare - 1);
        TsObservation before = looks.get(looksToCompare - 3);
        kind.indicators().stream()
                .filter(indicator -> more(before, untouched.get(looksToCompare - 3), indicator)
                                != more(last, untouched.get(looksToCompare - 1), indicator)
                        || (runs(last, indicator) && !runs(untouched.get(looksToCompare - 1), indicator)))
                .forEach(indicator -> wrong.add(indicator.key() + " does not clear"));
        return wrong;
    }

    /** When the first packet goes out otherwise: some faults wait for a place where they harm nothing else. */
    private static long beganNs(Recording recording, FaultKind kind, long startNs) {
        PlayedRecording faulty = new PlayedRecording(recording, kind.at(startNs, recording.targets()));
        PlayedRecording sound = new PlayedRecording(recording, List.of());
        byte[] packet = new byte[PacketBytes.LENGTH];
        byte[] expected = new byte[PacketBytes.LENGTH];
        while (faulty.timeNs() < startNs + kind.durationNs() + AFTER_NS) {
            long nowNs = faulty.timeNs();
            faulty.next(packet, 0);
            sound.next(expected, 0);
            if (!Arrays.equals(packet, expected)) {
                return nowNs;
            }
        }
        return startNs;
    }

    /** Indicators that show more than in the untouched stream. */
    private static Set<TsIndicator> news(TsObservation look, TsObservation untouched) {
        Set<TsIndicator> news = EnumSet.noneOf(TsIndicator.class);
        for (TsIndicator indicator : TsIndicator.values()) {
            if (more(look, untouched, indicator) > 0 || (runs(look, indicator) && !runs(untouched, indicator))) {
                news.add(indicator);
            }
        }
        return news;
    }

    private static long more(TsObservation look, TsObservation untouched, TsIndicator indicator) {
        return count(look, indicator) - count(untouched, indicator);
    }

    private static long count(TsObservation look, TsIndicator indicator) {
        TsIndicatorCount count = StreamLooks.byIndicator(look).get(indicator);
        return count == null ? 0 : count.count();
    }

    private static boolean runs(TsObservation look, TsIndicator indicator) {
        TsIndicatorCount count = StreamLooks.byIndicator(look).get(indicator);
        return count != null && count.running();
    }

    /** TR 101 290, tables 5.0a to 5.0c, and a look; what befalls a table waits for the next one, two seconds at most. */
    private static double withinS(FaultKind kind, TsIndicator indicator) {
        Map<TsIndicator, Double> limits = Map.of(
                TsIndicator.PID_ERROR, 5.0,
                TsIndicator.NIT_ACTUAL_ERROR, 10.0,
                TsIndicator.NIT_OTHER_ERROR, 10.0,
                TsIndicator.SDT_OTHER_ERROR, 10.0,
                TsIndicator.EIT_OTHER_ERROR, 10.0,
                TsIndicator.SI_REPETITION_ERROR, 10.0,
                TsIndicator.TDT_ERROR, 30.0,
                TsIndicator.EIT_PF_ERROR, 5.0);
        // BAT and TOT share an indicator: 10 s and 30 s
        double limit = kind == FaultKind.TOT_MISSING ? 30 : limits.getOrDefault(indicator, 2.0);
        return limit + LOOK_S;
    }
}
