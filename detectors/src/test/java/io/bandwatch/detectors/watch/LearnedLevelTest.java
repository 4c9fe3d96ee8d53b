package io.bandwatch.detectors.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.level.LevelShift;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.rf.tracking.Frames;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import io.bandwatch.detectors.verdict.Assessment;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Looks of 10 s, so that hours are short. */
class LearnedLevelTest {
    private static final LicenceJudge JUDGE =
            Registers.judge("A,One,97.5,broadcast,1000", "B,Two,97.9,broadcast,1000", "C,Three,98.5,broadcast,1000");
    private static final double[] STATIONS = {97.5, 97.9, 98.5};
    private static final int LOOKS_AN_HOUR = 360;

    private static Frames hours(int hours) {
        return Frames.ofSweeps(10_000, 10e3).looks(hours * LOOKS_AN_HOUR, STATIONS);
    }

    private static AttestedLook last(Frames frames, double mhz) {
        FeedWatch watch = new FeedWatch(new CarrierTracker(TrackerSettings.DEFAULT), JUDGE, WatchSettings.DEFAULT);
        List<AttestedLook> looks =
                new DetectorRun<>(watch, RfFrame::time).over(frames.list()).findings();
        return looks.stream()
                .filter(look -> look.look().channelHz() == Math.round(mhz * 1e6))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static @Nullable LevelShift shift(Frames frames, double mhz) {
        return last(frames, mhz).evidence().level();
    }

    @Test
    void aStationThatFallsToATenthOfItsPowerIsOutOfItsParameters() {
        Frames frames = hours(4).level(97.5, -70).looks(12, STATIONS);
        AttestedLook fallen = last(frames, 97.5);
        LevelShift shift = Objects.requireNonNull(fallen.evidence().level());
        // 0.1 dB: levels are smoothed over ten seconds
        assertThat(shift.offDb()).isCloseTo(-10, within(0.1));
        assertThat(shift.allowedDb()).isEqualTo(6);
        assertThat(shift.learnedH()).isEqualTo(4);
        RfObservation look = fallen.look();
        Assessment assessment = Registers.verdicts(JUDGE)
                .judge(new Sighting(97.5e6, 0, look.snrDb(), look.time(), true), fallen.evidence());
        assertThat(assessment.verdict()).isEqualTo(Verdict.LICENSED_OUT_OF_PARAMETERS);
        assertThat(assessment.reasons()).extracting(Reason::code).contains(ReasonCode.LEVEL_OUTSIDE);
        assertThat(shift(frames, 97.9)).isNull();
        assertThat(shift(frames, 98.5)).isNull();
    }

    @Test
    void anErrorOfMeasurementAndAnAeroplaneAreNoFault() {
        assertThat(shift(hours(4).level(97.5, -65).looks(60, STATIONS), 97.5)).isNull();
        assertThat(shift(hours(4).level(97.5, -75).looks(5, STATIONS), 97.5)).isNull();
    }

    @Test
    void aShortRecordingHasNoLevelsOfItsOwn() {
        assertThat(shift(hours(2).level(97.5, -80).looks(60, STATIONS), 97.5)).isNull();
    }

    @Test
    void aStepOfAllIsTheReceivers() {
        Frames frames = hours(4);
        for (double mhz : STATIONS) {
            frames.level(mhz, -75);
        }
        frames.looks(60, STATIONS);
        for (double mhz : STATIONS) {
            // the naive rule, 6 dB off what was learned, takes every station for wrong
            assertThat(last(frames, mhz).look().levelDbfs()).isLessThan(-60 - 6);
            assertThat(shift(frames, mhz)).isNull();
        }
        frames.level(98.5, -95).looks(12, STATIONS);
        assertThat(Objects.requireNonNull(shift(frames, 98.5)).offDb()).isCloseTo(-20, within(0.5));
    }

    @Test
    void aStationThatFadesEveryHourMayFade() {
        Frames frames = Frames.ofSweeps(10_000, 10e3);
        for (int quarter = 0; quarter < 24; quarter++) {
            frames.level(97.5, -60 - 8 * (quarter % 2)).looks(LOOKS_AN_HOUR / 4, STATIONS);
        }
        // 64 is the middle; 4 dB are the median distance from it, of a normal spread of 6 dB
        frames.level(97.5, -80).looks(60, STATIONS);
        assertThat(shift(frames, 97.5)).isNull();
        frames.level(97.5, -90).looks(12, STATIONS);
        assertThat(shift(frames, 97.5)).isNotNull();
    }

    @Test
    void twoStationsDoNotTellWhoseStepItIs() {
        Frames frames = Frames.ofSweeps(10_000, 10e3)
                .looks(4 * LOOKS_AN_HOUR, 97.5, 97.9)
                .level(97.5, -80)
                .looks(60, 97.5, 97.9);
        assertThat(shift(frames, 97.5)).isNull();
    }
}
