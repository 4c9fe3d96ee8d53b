package io.bandwatch.ingest.live;

import io.bandwatch.dsp.artefact.ArtefactSearch;
import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.Workers;
import io.bandwatch.signal.BandMeasurement;

/** What measures the band at one frequency of the plan. Not thread-safe. */
final class Tuned {
    private final BandAnalyser analyser;
    private final ArtefactSearch artefacts;
    private long frames;

    Tuned(BandSettings settings, Workers workers) {
        analyser = new BandAnalyser(settings, workers);
        artefacts = new ArtefactSearch(settings);
    }

    /**
     * One frame.
     *
     * @param re in-phase: the lead-in, then the frame
     * @param im quadrature
     * @param lead samples of the lead-in
     * @param count samples of the frame
     */
    BandMeasurement measured(float[] re, float[] im, int lead, int count) {
        BandMeasurement band = analyser.analyse(re, im, lead, count);
        return ArtefactSearch.tests(frames++) ? artefacts.explained(band, re, im, lead, count) : band;
    }
}
