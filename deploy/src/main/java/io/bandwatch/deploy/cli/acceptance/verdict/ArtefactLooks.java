package io.bandwatch.deploy.cli.acceptance.verdict;

import io.bandwatch.detectors.artefact.ArtefactTotals;
import io.bandwatch.dsp.artefact.ArtefactSearch;
import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.synth.FaultyReceiver;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is heard in the first looks at a scene, each of them searched for artefacts. */
final class ArtefactLooks {
    private static final int LOOKS = 3;
    private static final double SAME_HZ = 70e3;
    private static final long LOOK_NS = 200_000_000L;

    private ArtefactLooks() {}

    /**
     * One carrier or artefact.
     *
     * @param frequencyHz where it was first, Hz
     * @param looks in how many looks it was found
     * @param snrDb mean of the looks, dB
     * @param totals what could explain it
     */
    record Heard(double frequencyHz, int looks, double snrDb, ArtefactTotals totals) {
        private Heard with(CarrierMeasurement carrier) {
            double meanDb = (looks * snrDb + carrier.snrDb()) / (looks + 1);
            return new Heard(frequencyHz, looks + 1, meanDb, totals.with(look(carrier)));
        }

        private double distanceHz(CarrierMeasurement carrier) {
            return Math.abs(frequencyHz - carrier.frequencyHz());
        }
    }

    static List<Heard> of(Scenario scene) {
        BandSettings settings = BandSettings.of(scene.sampleRateHz(), scene.centerHz());
        BandAnalyser analyser = new BandAnalyser(settings);
        ArtefactSearch search = new ArtefactSearch(settings);
        FaultyReceiver receiver = new ScenarioGenerator(scene).open();
        int samples = settings.frameSamples();
        float[] re = new float[samples];
        float[] im = new float[samples];
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            receiver.read(re, im, 0, samples);
            CarrierMeasurement[] carriers = search.explained(analyser.analyse(re, im, 0, samples), re, im, 0, samples)
                    .carriers();
            for (CarrierMeasurement carrier : carriers) {
                add(heard, carrier);
            }
        }
        return heard;
    }

    private static void add(List<Heard> heard, CarrierMeasurement carrier) {
        int nearest = -1;
        for (int i = 0; i < heard.size(); i++) {
            double distanceHz = heard.get(i).distanceHz(carrier);
            if (distanceHz < SAME_HZ
                    && (nearest < 0 || distanceHz < heard.get(nearest).distanceHz(carrier))) {
                nearest = i;
            }
        }
        if (nearest < 0) {
            nearest = heard.size();
            heard.add(new Heard(carrier.frequencyHz(), 0, 0.0, ArtefactTotals.NOTHING));
        }
        heard.set(nearest, heard.get(nearest).with(carrier));
    }

    private static RfObservation look(CarrierMeasurement carrier) {
        return new RfObservation(
                "bench",
                Math.round(carrier.frequencyHz()),
                0,
                FrameKind.MEASURED,
                Instant.EPOCH,
                Instant.EPOCH,
                LOOK_NS,
                false,
                true,
                true,
                carrier.frequencyHz(),
                0.0,
                carrier.levelDbfs(),
                carrier.snrDb(),
                carrier.occupiedBandwidthHz(),
                carrier.levelDbfs(),
                carrier.levelDbfs() - carrier.snrDb(),
                carrier.artefacts(),
                carrier.reception(),
                carrier.flatTopHz());
    }
}
