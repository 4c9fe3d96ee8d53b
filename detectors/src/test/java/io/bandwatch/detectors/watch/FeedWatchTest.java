package io.bandwatch.detectors.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rf.PropagationDetector;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.rf.tracking.Frames;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import io.bandwatch.signal.RfFrame;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FeedWatchTest {
    private static final LicenceJudge JUDGE = Registers.judge("A,One,98.0,broadcast,1000");

    private static List<AttestedLook> watched(Frames frames) {
        FeedWatch watch = new FeedWatch(new CarrierTracker(TrackerSettings.DEFAULT), JUDGE, WatchSettings.DEFAULT);
        return new DetectorRun<>(watch, RfFrame::time).over(frames.list()).findings();
    }

    private static List<AttestedLook> at(List<AttestedLook> looks, long channelHz) {
        return looks.stream()
                .filter(look -> look.look().channelHz() == channelHz)
                .toList();
    }

    private static AttestedLook last(List<AttestedLook> looks, long channelHz) {
        List<AttestedLook> all = at(looks, channelHz);
        return all.get(all.size() - 1);
    }

    /** Six seconds of one licensed station and one pirate, then one distant station more every two seconds. */
    private static Frames opening(int distant) {
        double[] distantMhz = {97.2, 97.6, 98.4, 98.6, 98.9, 97.4};
        double[] all = {98.0, 98.2};
        Frames frames = Frames.ofSamples().looks(30, all);
        for (int i = 0; i < distant; i++) {
            double[] more = new double[all.length + 1];
            System.arraycopy(all, 0, more, 0, all.length);
            more[all.length] = distantMhz[i];
            all = more;
            frames.looks(10, all);
        }
        return frames.looks(20, all);
    }

    @Test
    void fiveUnknownCarriersWithinAMinuteAreAnOpening() {
        List<AttestedLook> looks = watched(opening(5));
        Opening opening =
                Objects.requireNonNull(last(looks, 97_200_000).evidence().opening());
        assertThat(opening.since()).isEqualTo(Frames.START.plusSeconds(6));
        assertThat(opening.carriers()).isEqualTo(5);
        assertThat(last(looks, 98_900_000).evidence().opening()).isNotNull();
        // there before it came up, and licensed: neither belongs to it
        assertThat(last(looks, 98_200_000).evidence().opening()).isNull();
        assertThat(last(looks, 98_000_000).evidence().opening()).isNull();
    }

    @Test
    void fourAreNot() {
        assertThat(watched(opening(4)))
                .allSatisfy(look -> assertThat(look.opening()).isNull());
    }

    @Test
    void aBandFullOfPiratesFromTheStartIsNoOpeningThoughCountingCarriersSaysSo() {
        List<AttestedLook> looks = watched(Frames.ofSamples().looks(100, 97.2, 97.4, 97.6, 98.4, 98.6, 98.9));
        long unexplained = looks.subList(looks.size() - 21, looks.size()).stream()
                .filter(look -> look.look().onAir())
                .count();
        assertThat(unexplained).isGreaterThanOrEqualTo(5);
        assertThat(looks).allSatisfy(look -> assertThat(look.opening()).isNull());
    }

    @Test
    void carriersThatWereOutOfSightAreNotNew() {
        List<AttestedLook> looks =
                watched(Frames.ofSamples().looks(5).blind(3600).looks(50, 97.2, 97.4, 97.6, 98.4, 98.6, 98.9));
        assertThat(looks).allSatisfy(look -> assertThat(look.opening()).isNull());
    }

    @Test
    void anOpeningIsReportedOnceAndEndsWithTheLastOfItsCarriers() {
        Frames frames = opening(5);
        long lastOnS = frames.list().size() / 5;
        frames.looks(320, 98.0, 98.2).ended();
        List<Finding> findings = new DetectorRun<>(new PropagationDetector(5), AttestedLook::time)
                .over(watched(frames))
                .findings();
        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ENDED);
        assertThat(findings.get(0).onset()).isEqualTo(Frames.START.plusSeconds(6));
        assertThat(findings.get(1).until()).isEqualTo(Frames.START.plusSeconds(lastOnS));
        assertThat(findings.get(0).subject().isWholeFeed()).isTrue();
    }
}
