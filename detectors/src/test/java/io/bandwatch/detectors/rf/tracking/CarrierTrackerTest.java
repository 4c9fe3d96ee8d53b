package io.bandwatch.detectors.rf.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CarrierTrackerTest {

    private static List<RfObservation> track(Frames frames) {
        return new DetectorRun<>(new CarrierTracker(TrackerSettings.DEFAULT), RfFrame::time)
                .over(frames.list())
                .findings();
    }

    private static List<RfObservation> onAir(Frames frames) {
        return track(frames).stream().filter(RfObservation::onAir).toList();
    }

    /** Places on air in each look, such as {@code 98.0/0}, in the order of looks. */
    private static List<String> places(Frames frames) {
        return onAir(frames).stream()
                .map(o -> o.channelHz() / 1e6 + "/" + o.slot())
                .toList();
    }

    @Test
    void tellsOfEveryObservedChannelOncePerLookAndOfNoOther() {
        List<RfObservation> told = track(Frames.ofSamples().looks(2, 98.0));
        assertThat(told).hasSize(2 * 21);
        assertThat(told).extracting(RfObservation::channelHz).startsWith(97_000_000L, 97_100_000L);
        assertThat(told.stream().mapToLong(RfObservation::channelHz).max()).hasValue(99_000_000L);
        assertThat(told)
                .filteredOn(RfObservation::onAir)
                .extracting(RfObservation::place, RfObservation::snrDb)
                .containsExactly(tuple("roof|98000000|0", 20.0), tuple("roof|98000000|0", 20.0));
        assertThat(told).filteredOn(o -> !o.onAir()).allSatisfy(o -> assertThat(o.frequencyHz())
                .isNaN());
    }

    @Test
    void ignoresCarriersOutsideTheRaster() {
        assertThat(onAir(Frames.ofSamples().looks(2, 86.8, 108.3))).isEmpty();
    }

    @Test
    void confirmsWhatTwoOfThreeRoundsFound() {
        assertThat(onAir(Frames.ofSweeps(3600, 10e3)
                        .live(12)
                        .looks(1, 98.0)
                        .looks(2)
                        .looks(1, 98.0)
                        .looks(1)
                        .looks(1, 98.0)))
                .as("a round that hears it alone is an accident; so are two with two empty ones between")
                .extracting(RfObservation::confirmed)
                .containsExactly(false, false, true);
        assertThat(onAir(Frames.ofSweeps(3600, 10e3).looks(1, 98.0)))
                .as("a sweep of a recording, as before, by itself")
                .extracting(RfObservation::confirmed)
                .containsExactly(true);
    }

    @Test
    void confirmsWhatThreeOfFiveLooksFound() {
        assertThat(onAir(Frames.ofSamples().looks(4, 98.0)))
                .extracting(RfObservation::confirmed)
                .containsExactly(false, false, true, true);
        Frames flicker = Frames.ofSamples();
        for (int i = 0; i < 10; i++) {
            flicker.looks(1, 98.0).looks(2);
        }
        assertThat(track(flicker)).noneMatch(RfObservation::confirmed);
    }

    @Test
    void forgivesThatLooksAreWholeSamples() {
        // 200 ms at 250.001 kS/s are 199.9992 ms
        assertThat(Tracking.isConfirmed(
                        0b111, new long[] {199_999_200, 199_999_200, 199_999_200}, TrackerSettings.DEFAULT))
                .isTrue();
        assertThat(Tracking.isConfirmed(
                        0b011, new long[] {200_000_000, 200_000_000, 200_000_000}, TrackerSettings.DEFAULT))
                .isFalse();
    }

    @Test
    void oneSweepOfASecondConfirms() {
        assertThat(onAir(Frames.ofSweeps(1000, 20e3).looks(1, 98.0)))
                .extracting(RfObservation::confirmed, RfObservation::frequencyUncertaintyHz)
                .containsExactly(tuple(true, 20e3));
    }

    @Test
    void aRecordingShorterThanTheWindowIsJudgedByAllItsLooks() {
        assertThat(track(Frames.ofSamples().looks(1, 98.0).ended()))
                .filteredOn(o -> o.kind() == FrameKind.ENDED && o.confirmed())
                .extracting(RfObservation::place)
                .containsExactly("roof|98000000|0");
        assertThat(track(Frames.ofSamples().looks(1, 98.0).looks(4).ended())).noneMatch(RfObservation::confirmed);
    }

    @Test
    void keepsTheChannelFirstGivenUntilTheCarrierIsSeventyKilohertzAway() {
        Frames frames = Frames.ofSamples().looks(10, 98.0);
        for (int i = 1; i <= 100; i++) {
            frames.looks(5, 98.0 + i * 0.001);
        }
        List<String> places = places(frames);
        assertThat(places.stream().distinct()).containsExactly("98.0/0", "98.1/0");
        // the drift passes 60 kHz after 310 looks; the average lags behind the carrier
        assertThat(places.indexOf("98.1/0")).isBetween(10 + 70 * 5, 10 + 100 * 5);
    }

    @Test
    void aWeakVoiceCarrierThatJittersStaysOneTrackWhereTheNearestChannelFallsApart() {
        Random random = new Random(5);
        Frames frames = Frames.ofSamples();
        List<Long> nearest = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double mhz = 98.045 + 0.006 * random.nextGaussian();
            nearest.add(Math.round(mhz * 10));
            frames.looks(1, mhz);
        }
        // the naive rule: a carrier belongs to the channel nearest to it
        assertThat(nearest.stream().distinct().count()).isEqualTo(2);
        assertThat(places(frames).stream().distinct()).hasSize(1);
    }

    @Test
    void twoCarriersShareAChannelInSlots() {
        List<RfObservation> told =
                track(Frames.ofSamples().looks(10, 98.0, 98.045).looks(1));
        assertThat(told.stream()
                        .filter(RfObservation::onAir)
                        .map(RfObservation::slot)
                        .distinct())
                .containsExactly(0, 1);
        // the slot once used is told of in every look, also when it is empty
        assertThat(told.stream().filter(o -> o.channelHz() == 98_000_000L)).hasSize(22);
    }

    @Test
    void twoCarriersThatStepTogetherKeepTheirTracks() {
        Frames frames = Frames.ofSamples().looks(20, 98.0, 98.05);
        // a step of 30 kHz: the first carrier is now nearer to where the second one was
        frames.looks(1, 98.03, 98.08);
        List<String> last = places(frames).subList(40, 42);
        assertThat(last).containsExactlyElementsOf(places(frames).subList(0, 2));
    }

    @Test
    void isTheSameCarrierAfterAnAbsenceWithinTwentyKilohertzAndTwelveHours() {
        int slotsNear = slotsAfter(98.018, 3600);
        int slotsFar = slotsAfter(98.025, 3600);
        assertThat(slotsNear).isEqualTo(1);
        assertThat(slotsFar).isEqualTo(2);
        // forgotten: its slot is free again for whatever comes
        assertThat(slotsAfter(98.025, 12 * 3600 + 10)).isEqualTo(1);
    }

    private static int slotsAfter(double frequencyMhz, long absentSeconds) {
        Frames frames = Frames.ofSamples()
                .looks(10, 98.0)
                .looks(1)
                .blind(absentSeconds)
                .looks(1)
                .looks(10, frequencyMhz);
        return (int)
                onAir(frames).stream().mapToInt(RfObservation::slot).distinct().count();
    }

    @Test
    void anAccidentOfNoiseNeitherTakesTheCarrierNorKeepsItsSlot() {
        Frames frames = Frames.ofSamples().looks(10, 98.0).looks(1, 98.0, 98.045);
        frames.looks(5, 98.025).looks(30, 98.0).looks(10, 98.0, 97.955);
        List<RfObservation> told = onAir(frames);
        assertThat(told.stream()
                        .filter(o -> Math.abs(o.frequencyHz() - 98.025e6) < 1 || o.frequencyHz() == 98.0e6)
                        .map(RfObservation::slot)
                        .distinct())
                .containsExactly(0);
        assertThat(told.stream().mapToInt(RfObservation::slot).max()).hasValue(1);
    }

    @Test
    void coarseBinsWidenTheReach() {
        assertThat(places(Frames.ofSweeps(10_000, 86.8e3)
                                .looks(1, 98.0)
                                .looks(1, 98.08)
                                .looks(1, 98.0))
                        .stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void tellsEveryPlaceOfTheEnd() {
        List<RfObservation> ended = track(
                        Frames.ofSamples().looks(5, 98.0, 98.045).ended())
                .stream()
                .filter(o -> o.kind() == FrameKind.ENDED)
                .toList();
        assertThat(ended).hasSize(22);
        assertThat(ended.stream().filter(RfObservation::confirmed).map(RfObservation::place))
                .containsExactly("roof|98000000|0", "roof|98000000|1");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.bandwatch.detectors.Seeds#hundred")
    void neverPutsTwoCarriersOfOneLookInOnePlaceAndIsDeterministic(long seed) {
        List<RfObservation> told = track(anything(seed));
        assertThat(told.stream().collect(Collectors.groupingBy(o -> o.place() + o.time(), Collectors.counting())))
                .allSatisfy((place, count) -> assertThat(count).isEqualTo(1));
        assertThat(track(anything(seed))).isEqualTo(told);
    }

    private static Frames anything(long seed) {
        Random random = new Random(seed);
        Frames frames = Frames.ofSamples();
        for (int i = 0; i < 40; i++) {
            double[] mhz = random.doubles(random.nextInt(12), 97.0, 99.0).toArray();
            frames.looks(1 + random.nextInt(3), mhz);
            frames.blind(random.nextInt(10) == 0 ? 20_000 : 0);
        }
        return frames.ended();
    }
}
