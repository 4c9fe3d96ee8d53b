package io.bandwatch.detectors.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.dsp.artefact.ArtefactSearch;
import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.synth.FaultyReceiver;
import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.dsp.synth.fm.BroadcastMultiplex;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A gain control that goes astray from 6 to 9 s, so that three strong stations clip the converter; a pirate that comes on with
 * it and stays when it ends, and one that was there before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadedReceiverTest {
    private static final double RATE_HZ = 2.4e6;
    private static final double CENTER_HZ = 98.0e6;
    private static final double NOISE_DBFS = -75;
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final LicenceJudge LICENCES =
            Registers.judge("A,One,97.5,broadcast,1000", "B,Two,97.9,broadcast,1000", "C,Three,98.5,broadcast,1000");
    private static final VerdictJudge VERDICTS = Registers.verdicts(LICENCES);

    private final List<List<AttestedLook>> looks = new ArrayList<>();
    private final List<Double> clippedShares = new ArrayList<>();

    @BeforeAll
    void listen() {
        BandSettings settings = BandSettings.of(RATE_HZ, CENTER_HZ);
        FaultyReceiver receiver = new FaultyReceiver(air(), faults(), RATE_HZ, 7);
        BandAnalyser analyser = new BandAnalyser(settings);
        ArtefactSearch search = new ArtefactSearch(settings);
        FeedWatch watch = new FeedWatch(new CarrierTracker(TrackerSettings.DEFAULT), LICENCES, WatchSettings.DEFAULT);
        WatchState state = watch.initial();
        float[] re = new float[settings.frameSamples()];
        float[] im = new float[settings.frameSamples()];
        for (int f = 0; f < 60; f++) {
            receiver.read(re, im, 0, re.length);
            BandMeasurement band = search.explained(analyser.analyse(re, im, 0, re.length), re, im, 0, re.length);
            clippedShares.add(band.clippedShare());
            Instant now = START.plusMillis(200L * f);
            var step = watch.onObservation(
                    state, new RfFrame("roof", FrameKind.MEASURED, now, 200_000_000, true, band, InputAccount.EMPTY));
            state = step.next();
            looks.add(step.findings());
        }
    }

    private static WidebandStream air() {
        List<Transmission> emissions = List.of(
                Transmission.steady(97.5e6, 46, station(1)),
                Transmission.steady(97.9e6, 50, station(2)),
                Transmission.steady(98.5e6, 48, station(3)),
                Transmission.steady(97.2e6, 12, station(4)),
                Transmission.steady(98.8e6, 14, station(5)).onAirFrom(6.0, 60.0));
        return new WidebandStream(RATE_HZ, CENTER_HZ, FloorShape.flat(NOISE_DBFS), emissions, 7);
    }

    private static ReceiverFaults faults() {
        ReceiverFaults none = ReceiverFaults.NONE;
        return new ReceiverFaults(
                0,
                0,
                none.interceptDbfs(),
                List.of(new ReceiverFaults.GainStep(6.0, 20), new ReceiverFaults.GainStep(9.0, 0)),
                0,
                0,
                none.dcDbfs(),
                List.of(),
                0,
                List.of());
    }

    private static Multiplex.Source station(long seed) {
        return BroadcastMultiplex.of(MultiplexSettings.MONO, sound(seed));
    }

    private static AudioStream sound(long seed) {
        SeededRandom random = SeededRandom.forPurpose(seed, "sound");
        return (left, right, count) -> {
            for (int i = 0; i < count; i++) {
                left[i] = (float) (0.3 * (2 * random.nextUniform() - 1));
                right[i] = left[i];
            }
        };
    }

    @Test
    void whatIsThereOnlyWithTheClippingIsAnArtefactThoughNoProductOfThirdOrderExplainsIt() {
        assertThat(clippedShares.subList(0, 30)).allMatch(share -> share == 0);
        assertThat(clippedShares.subList(30, 45)).allMatch(share -> share > 0.01);
        List<AttestedLook> made = unlisted(30, 45);
        assertThat(made).isNotEmpty().allSatisfy(look -> assertThat(judged(look, look.evidence()))
                .isEqualTo(Verdict.ARTEFACT));
        // the naive rule, waveforms of the third order alone, sends a car out for what is of the fifth and beyond
        assertThat(made).anySatisfy(look -> assertThat(judged(look, withoutOverload(look.evidence())))
                .isEqualTo(Verdict.UNLICENSED));
        assertThat(unlisted(45, 60)).isEmpty();
    }

    @Test
    void productsThatComeTogetherAreNoOpeningOfPropagation() {
        long fresh = unlisted(44, 45).stream()
                .filter(look -> look.evidence().keyed())
                .count();
        assertThat(fresh).isGreaterThanOrEqualTo(WatchSettings.DEFAULT.carriers());
        assertThat(onAir(0, 60)).allSatisfy(look -> assertThat(look.opening()).isNull());
    }

    @Test
    void whoStaysWhenTheClippingEndsIsUnlicensed() {
        for (double hz : new double[] {97.2e6, 98.8e6}) {
            List<AttestedLook> after = near(hz, 47, 60);
            assertThat(after).hasSize(13).allSatisfy(look -> assertThat(judged(look, look.evidence()))
                    .isEqualTo(Verdict.UNLICENSED));
        }
    }

    @Test
    void whoWasThereBeforeIsUnlicensedThroughout() {
        assertThat(near(97.2e6, 0, 60))
                .allSatisfy(look -> assertThat(judged(look, look.evidence())).isEqualTo(Verdict.UNLICENSED));
    }

    private static Verdict judged(AttestedLook attested, Evidence evidence) {
        RfObservation look = attested.look();
        Sighting sighting = new Sighting(look.frequencyHz(), 0, look.snrDb(), look.time(), true);
        return VERDICTS.judge(sighting, evidence).verdict();
    }

    private static Evidence withoutOverload(Evidence known) {
        return new Evidence(
                known.onAirS(),
                known.explained(),
                known.keyed(),
                known.opening(),
                known.modulation(),
                known.kinds(),
                known.host(),
                known.nearest(),
                known.partner(),
                known.artefacts(),
                OverloadTotals.NOTHING,
                null,
                known.change());
    }

    private List<AttestedLook> near(double hz, int from, int to) {
        return onAir(from, to).stream()
                .filter(look -> Math.abs(look.look().frequencyHz() - hz) < 20e3)
                .toList();
    }

    /** Carriers that are no transmitter's. */
    private List<AttestedLook> unlisted(int from, int to) {
        double[] transmitters = {97.2e6, 97.5e6, 97.9e6, 98.5e6, 98.8e6};
        return onAir(from, to).stream()
                .filter(look -> Arrays.stream(transmitters)
                        .allMatch(hz -> Math.abs(look.look().frequencyHz() - hz) > 20e3))
                .toList();
    }

    private List<AttestedLook> onAir(int from, int to) {
        return looks.subList(from, to).stream()
                .flatMap(List::stream)
                .filter(look -> look.look().onAir())
                .toList();
    }
}
