package io.bandwatch.dsp.artefact;

import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From which carriers each carrier could have been made, by arithmetic: what is worth a test of the waveform. A cubic
 * amplifier {@code y = x - x|x|^2 / p} makes {@code a^2 conj(b) / p} and {@code 2 a b conj(c) / p}, so that the powers of
 * all products are known but for one factor, and all but the strongest at a place can be left out.
 */
final class Recipes {
    /** 6 dB: a product of parents 3 dB below the intercept is this far below the weakest of them. */
    private static final double WEAKEST_PARENT = 4.0;

    /** The mirror image of the poorest receiver is 15 dB down, of the carrier's own power. */
    private static final double WEAKEST_MIRRORED = 10.0;

    /** A product is up to three times as wide as a station, and what the finder takes for its middle may be off by this. */
    private static final double REACH_HZ = 250e3;

    private static final double WIDTH_HZ = 120e3;

    /** Carriers near the centre frequency lie on their own images. */
    private static final double NEAREST_MIRROR_HZ = 60e3;

    /** Products weaker than the strongest at the same place by more add nothing that could be seen, 20 dB. */
    private static final double WEAKEST_SHARE = 0.01;

    /** Parents beyond this number, from the strongest on, make nothing that the others do not drown. */
    private static final int MOST_PARENTS = 32;

    private final CarrierMeasurement[] carriers;
    private final double centerHz;
    private final double rateHz;
    private final double[] power;
    private final int[] parents;
    private final List<List<Recipe>> found = new ArrayList<>();

    Recipes(CarrierMeasurement[] carriers, double centerHz, double rateHz) {
        this.carriers = carriers;
        this.centerHz = centerHz;
        this.rateHz = rateHz;
        this.power = new double[carriers.length];
        List<Integer> byPower = new ArrayList<>();
        for (int i = 0; i < carriers.length; i++) {
            power[i] = Decibels.toPower(carriers[i].levelDbfs());
            byPower.add(i);
            found.add(new ArrayList<>());
        }
        byPower.sort(Comparator.comparingDouble(i -> -power[i]));
        this.parents = byPower.stream().limit(MOST_PARENTS).mapToInt(i -> i).toArray();
        addProducts();
        addImages();
    }

    /**
     * The recipes worth a test.
     *
     * @param suspect index of a carrier
     * @param most how many products at most
     * @return the image first, then products, the strongest first
     */
    List<Recipe> of(int suspect, int most) {
        List<Recipe> all = new ArrayList<>(found.get(suspect));
        all.sort(Comparator.comparing(Recipe::kind).thenComparingDouble(recipe -> -recipe.power()));
        return shortened(all, most);
    }

    private static List<Recipe> shortened(List<Recipe> sorted, int most) {
        List<Recipe> chosen = new ArrayList<>();
        int products = 0;
        double strongest = 0.0;
        for (Recipe recipe : sorted) {
            if (recipe.factors().length == 1) {
                chosen.add(0, recipe);
                continue;
            }
            strongest = Math.max(strongest, recipe.power());
            if (products < most && recipe.power() >= WEAKEST_SHARE * strongest) {
                chosen.add(recipe);
                products++;
            }
        }
        return chosen;
    }

    private void addProducts() {
        for (int i = 0; i < parents.length; i++) {
            for (int j = i; j < parents.length; j++) {
                for (int k = 0; k < parents.length; k++) {
                    if (k != i && k != j) {
                        addProduct(parents[i], parents[j], parents[k]);
                    }
                }
            }
        }
    }

    /** A converter that bends folds what falls beyond half the sample rate back into the band. */
    private void addProduct(int first, int second, int conjugated) {
        double hz = carriers[first].frequencyHz() + carriers[second].frequencyHz() - carriers[conjugated].frequencyHz();
        hz -= rateHz * Math.rint((hz - centerHz) / rateHz);
        double weakest = Math.min(power[conjugated], Math.min(power[first], power[second]));
        double strength = (first == second ? 1.0 : 4.0) * power[first] * power[second] * power[conjugated];
        for (int s = firstAbove(hz - REACH_HZ); s < carriers.length; s++) {
            double offHz = carriers[s].frequencyHz() - hz;
            if (offHz > REACH_HZ) {
                break;
            }
            if (weakest >= WEAKEST_PARENT * power[s]) {
                double share = Math.exp(-offHz * offHz / (WIDTH_HZ * WIDTH_HZ));
                found.get(s).add(Recipe.product(first, second, conjugated, strength * share));
            }
        }
    }

    /** Index of the first carrier above a frequency; they come by rising frequency. */
    private int firstAbove(double hz) {
        int low = 0;
        int high = carriers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (carriers[middle].frequencyHz() < hz) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void addImages() {
        for (int s = 0; s < carriers.length; s++) {
            double offsetHz = carriers[s].frequencyHz() - centerHz;
            int best = -1;
            for (int m = 0; m < carriers.length; m++) {
                double missHz = carriers[m].frequencyHz() - centerHz + offsetHz;
                boolean strong = power[m] >= WEAKEST_MIRRORED * power[s];
                if (strong && Math.abs(missHz) < REACH_HZ && (best < 0 || power[m] > power[best])) {
                    best = m;
                }
            }
            if (best >= 0 && Math.abs(offsetHz) > NEAREST_MIRROR_HZ) {
                found.get(s).add(Recipe.image(best, power[best]));
            }
        }
    }
}
