package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tests of every carrier of a frame whether the receiver made it of the others: the waveform of each likely product and of
 * the mirror image is synthesised from the channels that it would come from, and projected on; and whether what a much
 * stronger neighbour spreads comes and goes with that one's modulation.
 *
 * <p>What a product explains is honest in both directions: a carrier on the very frequency of a product keeps what the
 * product does not explain. A carrier without any modulation on the exact frequency, to the hertz, of a product of carriers
 * without modulation cannot be told from it by any means.
 *
 * <p>Not thread-safe; one instance per feed; a frame is tested by its own samples alone.
 */
public final class ArtefactSearch {
    /** Half of the width in which a parent's waveform is taken. */
    static final double HALF_WIDTH_HZ = 120e3;

    /** {@value} snippets of about 0.6 ms: three thousand independent values of a channel. */
    private static final int MOST_BLOCKS = 24;

    private static final int MOST_PRODUCTS = 10;

    /** Of what recipes explain by half, a product is the larger part. */
    static final double BENT = 0.5;

    /** So many carriers are named as driving the receiver. */
    private static final int FOREMOST = 3;

    /** What a receiver makes is weaker than what drives it by more. */
    private static final double WEAKER_DB = 10.0;

    /** What recipes explain so far needs no further explanation. */
    private static final double EXPLAINED = 0.95;

    /** A second has five frames, and conditions that are judged by artefacts last for seconds. */
    private static final int FRAMES_A_TEST = 5;

    /** As fine as the spectrum in which carriers are found. */
    private static final double WIDEST_BIN_HZ = 2000.0;

    private final double centerHz;
    private final double sampleRateHz;
    private final Snippets snippets;
    private final Interrogation interrogation;
    private final Distortion distortion;
    private final Excursions excursions;

    /** A search in the frames of a feed. */
    public ArtefactSearch(BandSettings settings) {
        int needed = (int) Math.ceil(settings.sampleRateHz() / WIDEST_BIN_HZ);
        int blockSize = Integer.highestOneBit(needed - 1) << 1;
        this.sampleRateHz = settings.sampleRateHz();
        this.centerHz = settings.centerHz();
        this.snippets = new Snippets(settings.sampleRateHz(), blockSize, MOST_BLOCKS);
        this.interrogation = new Interrogation(snippets, MOST_PRODUCTS + 1, MOST_BLOCKS);
        this.distortion = new Distortion(settings.sampleRateHz(), 2 * blockSize);
        this.excursions = new Excursions(snippets);
    }

    /** Whether a frame is one of those that are tested: one a second, beginning with the first of a recording. */
    public static boolean tests(long frame) {
        return frame % FRAMES_A_TEST == 0;
    }

    /**
     * What was measured of a frame, each carrier with what could explain it.
     *
     * @param band the measurement
     * @param re in-phase samples that were measured
     * @param im quadrature samples, same length
     * @param from first sample of the frame
     * @param count samples of the frame
     */
    public BandMeasurement explained(BandMeasurement band, float[] re, float[] im, int from, int count) {
        return band.with(explained(band.carriers(), re, im, from, count));
    }

    private CarrierMeasurement[] explained(CarrierMeasurement[] carriers, float[] re, float[] im, int from, int count) {
        Recipes recipes = new Recipes(carriers, centerHz, sampleRateHz);
        ChannelPlan plan = new ChannelPlan(carriers, centerHz, snippets);
        List<Suspect> suspects = new ArrayList<>();
        CarrierMeasurement[] tested = carriers.clone();
        for (int c = 0; c < carriers.length; c++) {
            List<Recipe> likely = recipes.of(c, MOST_PRODUCTS);
            int neighbour = Excursions.neighbour(carriers, c);
            if (!likely.isEmpty() || neighbour >= 0) {
                suspects.add(plan.suspect(c, likely, neighbour));
            } else {
                tested[c] = carriers[c].explained(ArtefactEvidence.nothingCould());
            }
        }
        if (suspects.isEmpty()) {
            return tested;
        }
        snippets.cut(plan.channels(), re, im, from, count);
        for (Suspect suspect : suspects) {
            tested[suspect.carrier()] = carriers[suspect.carrier()].explained(
                    interrogation.of(suspect).toArray(ArtefactEvidence.NONE));
        }
        addDistortion(plan, tested, re, im, from, count);
        for (Suspect suspect : suspects) {
            excursions.of(suspect).ifPresent(one -> add(tested, suspect.carrier(), one));
        }
        return tested;
    }

    /** Where recipes show that the receiver is bent, all that it makes is asked about of whatever they do not explain. */
    private void addDistortion(
            ChannelPlan plan, CarrierMeasurement[] tested, float[] re, float[] im, int from, int count) {
        if (Arrays.stream(tested).noneMatch(carrier -> productShare(carrier) >= BENT)) {
            return;
        }
        CarrierMeasurement[] strongest = tested.clone();
        Arrays.sort(strongest, Comparator.comparingDouble(carrier -> -carrier.levelDbfs()));
        double[] foremostHz = Arrays.stream(strongest)
                .limit(FOREMOST)
                .mapToDouble(CarrierMeasurement::frequencyHz)
                .sorted()
                .toArray();
        distortion.begin(re, im, from, count, foremostHz);
        for (int c = 0; c < tested.length; c++) {
            if (tested[c].levelDbfs() < strongest[0].levelDbfs() - WEAKER_DB) {
                double offsetHz = tested[c].frequencyHz() - centerHz;
                distortion.add(c, tested[c], productShare(tested[c]), offsetHz, plan.halfWidthHz(c));
            }
        }
        distortion.evidence((carrier, one) -> {
            if (productShare(tested[carrier]) < EXPLAINED) {
                add(tested, carrier, one);
            }
        });
    }

    private static double productShare(CarrierMeasurement carrier) {
        double share = 0.0;
        for (ArtefactEvidence one : carrier.artefacts()) {
            share += one.kind() == ArtefactEvidence.Kind.PRODUCT ? one.explainedShare() : 0.0;
        }
        return share;
    }

    /** Adds evidence, the most explaining first. */
    private static void add(CarrierMeasurement[] tested, int carrier, ArtefactEvidence one) {
        List<ArtefactEvidence> evidence = new ArrayList<>(List.of(tested[carrier].artefacts()));
        evidence.add(one);
        evidence.sort((a, b) -> Double.compare(b.explainedShare(), a.explainedShare()));
        tested[carrier] = tested[carrier].explained(evidence.toArray(ArtefactEvidence.NONE));
    }
}
