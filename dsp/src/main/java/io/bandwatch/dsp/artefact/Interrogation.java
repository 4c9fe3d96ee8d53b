package io.bandwatch.dsp.artefact;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Projects a suspect's channel on the waveforms of its recipes: each by itself on a few snippets, then those that show any
 * likeness together on all of them.
 */
final class Interrogation {
    private static final int SCREENING_BLOCKS = 12;

    /** A sum of twelve snippets' correlations is on average as large as by chance; this often, a likeness. */
    private static final double LIKENESS = 1.5;

    /** Taken as the power of a carrier at least, of all power in its channel: the noise is known to 0.7 dB only. */
    static final double LEAST_SIGNAL = 0.1;

    static final double LOWEST_RESIDUAL_DB = -30.0;

    /** Two recipes may make the same. */
    private static final double RIDGE = 1e-6;

    private final Snippets snippets;
    private final Waveforms waveforms;
    private final Projection projection;
    private final float[] own;
    private final float[][] made;

    Interrogation(Snippets snippets, int most, int mostBlocks) {
        this.snippets = snippets;
        this.waveforms = new Waveforms(snippets);
        this.projection = new Projection(most, mostBlocks, RIDGE);
        this.own = new float[2 * snippets.channelSize()];
        this.made = new float[most][2 * snippets.channelSize()];
    }

    /** One recipe under test, and what it explained by itself. */
    private record Trial(Recipe recipe, Suspect.Source[] sources, double explained, boolean alike) {}

    /** What the recipes explain of a suspect, whether little or much; nothing where there is no recipe. */
    List<ArtefactEvidence> of(Suspect suspect) {
        List<Trial> trials = new ArrayList<>();
        for (int r = 0; r < suspect.likely().size(); r++) {
            trials.add(
                    screened(suspect, suspect.likely().get(r), suspect.sources().get(r)));
        }
        trials.sort(Comparator.comparingDouble(trial -> -trial.explained()));
        List<Trial> alike = trials.stream().filter(Trial::alike).toList();
        if (alike.isEmpty()) {
            return trials.isEmpty()
                    ? List.of()
                    : List.of(evidence(suspect, trials.subList(0, 1)).get(0));
        }
        return evidence(suspect, alike);
    }

    private Trial screened(Suspect suspect, Recipe recipe, Suspect.Source[] sources) {
        Trial trial = new Trial(recipe, sources, 0.0, false);
        project(suspect, List.of(trial), Math.min(SCREENING_BLOCKS, snippets.blocks()));
        double explained = projection.explained(0);
        return new Trial(recipe, sources, explained, explained > (LIKENESS - 1.0) * projection.chance(0));
    }

    private int project(Suspect suspect, List<Trial> trials, int blocks) {
        int half = waveforms.halfBins(suspect.halfHz());
        projection.reset(trials.size());
        for (int b = 0; b < blocks; b++) {
            waveforms.own(suspect.run(), b, half, own);
            for (int t = 0; t < trials.size(); t++) {
                Trial trial = trials.get(t);
                waveforms.made(trial.recipe(), trial.sources(), suspect.zeroHz(), b, half, made[t]);
            }
            projection.add(own, made, 2 * half + 1);
        }
        projection.solve();
        return 2 * half + 1;
    }

    private List<ArtefactEvidence> evidence(Suspect suspect, List<Trial> trials) {
        int bins = project(suspect, trials, snippets.blocks());
        double noise = snippets.blocks() * bins * waveforms.binPower(suspect.noiseDensity());
        double total = projection.total();
        double signal = Math.max(LEAST_SIGNAL * total, total - noise);
        double noiseIn200Khz = noise * 200e3 / (bins * snippets.stepHz());
        List<ArtefactEvidence> all = new ArrayList<>();
        double left = signal;
        for (int t = 0; t < trials.size(); t++) {
            double explained = Math.max(0.0, Math.min(left, projection.explained(t)));
            left -= explained;
            Trial trial = trials.get(t);
            all.add(new ArtefactEvidence(
                    trial.recipe().kind(),
                    sourceHz(trial),
                    explained / signal,
                    wholeShare(trial),
                    Math.max(LOWEST_RESIDUAL_DB, Decibels.ofPower(left / noiseIn200Khz))));
        }
        all.sort(Comparator.comparingDouble(evidence -> -evidence.explainedShare()));
        return all;
    }

    private static double[] sourceHz(Trial trial) {
        int[] factors = trial.recipe().factors();
        boolean squared = factors.length == 3 && factors[0] == factors[1];
        double[] hz = new double[squared ? 2 : factors.length];
        for (int i = 0; i < hz.length; i++) {
            hz[i] = trial.sources()[squared ? 2 * i : i].measured().frequencyHz();
        }
        return hz;
    }

    /**
     * What noise on the sources leaves of the likeness: a squared source's noise comes in twice, as {@code 2 a n}, with
     * four times the power.
     */
    private static double wholeShare(Trial trial) {
        int[] factors = trial.recipe().factors();
        double noise = 0.0;
        for (int f = 0; f < factors.length; f++) {
            boolean squared = factors.length == 3 && factors[0] == factors[1] && f < 2;
            noise += (squared ? 2.0 : 1.0)
                    / Decibels.toPower(trial.sources()[f].measured().snrDb());
        }
        return 1.0 / (1.0 + noise);
    }
}
