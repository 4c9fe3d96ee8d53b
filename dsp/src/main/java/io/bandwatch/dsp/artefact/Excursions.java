package io.bandwatch.dsp.artefact;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a carrier is what a much stronger neighbour spreads: that comes when the neighbour's modulation swings towards
 * it, and is gone when it swings away, or is that one's waveform all the time. What is left in the moments of the swings
 * away, and is no copy, is the carrier's own.
 *
 * <p>Not thread-safe; allocates nothing per snippet.
 */
final class Excursions {
    private static final double REACH_HZ = 400e3;

    /** 6 dB. */
    private static final double STRONGER = 4.0;

    /** Steps of the swing. */
    private static final int STEPS = 64;

    private static final double WIDEST_SWING_HZ = 160e3;

    /** How long a channel of 200 kHz rings, and then some. */
    private static final double RINGING_S = 10e-6;

    /** Share of the time that counts as away. */
    private static final double AWAY = 0.25;

    /** Below this share of its mean power the neighbour has left its own channel, nobody knows where to. */
    private static final double PRESENT = 0.3;

    /** A channel narrowed for a neighbour's sake holds half of a carrier at least. */
    private static final double LEAST_CAUGHT = 0.5;

    private static final double WHOLE = 0.95;
    private static final double LOWEST_RESIDUAL_DB = -30.0;

    private final Snippets snippets;
    private final Copies copies;
    private final int reach;
    private final double[] swing;
    private final double[] power = new double[STEPS];
    private final long[] count = new long[STEPS];

    Excursions(Snippets snippets) {
        this.snippets = snippets;
        this.copies = new Copies(snippets);
        this.reach = (int) Math.ceil(RINGING_S * snippets.rateHz());
        this.swing = new double[snippets.length()];
    }

    /** The strongest neighbour that may splatter on a carrier; -1 for none. */
    static int neighbour(CarrierMeasurement[] carriers, int suspect) {
        int strongest = -1;
        for (int i = 0; i < carriers.length; i++) {
            double distanceHz = Math.abs(carriers[i].frequencyHz() - carriers[suspect].frequencyHz());
            double ratioDb = carriers[i].levelDbfs() - carriers[suspect].levelDbfs();
            boolean near = i != suspect && distanceHz < REACH_HZ && Decibels.toPower(ratioDb) > STRONGER;
            if (near && (strongest < 0 || carriers[i].levelDbfs() > carriers[strongest].levelDbfs())) {
                strongest = i;
            }
        }
        return strongest;
    }

    Optional<ArtefactEvidence> of(Suspect suspect) {
        Suspect.Source neighbour = suspect.neighbour();
        if (neighbour == null) {
            return Optional.empty();
        }
        Arrays.fill(power, 0.0);
        Arrays.fill(count, 0);
        double towards = Math.signum(suspect.zeroHz() - neighbour.channel().zeroHz());
        double mean = meanPower(snippets.run(neighbour.run()));
        for (int b = 0; b < snippets.blocks(); b++) {
            measureSwing(snippets.run(neighbour.run()), b, towards, PRESENT * mean);
            sort(snippets.run(suspect.run()), b);
        }
        return Optional.of(evidence(suspect, neighbour));
    }

    private double meanPower(float[] run) {
        double sum = 0.0;
        int values = 2 * snippets.blocks() * snippets.length();
        for (int i = 0; i < values; i++) {
            sum += (double) run[i] * run[i];
        }
        return 2.0 * sum / values;
    }

    /** Instantaneous frequency towards the suspect, Hz; infinite where the neighbour has left its channel. */
    private void measureSwing(float[] run, int block, double towards, double least) {
        int from = 2 * block * snippets.length();
        double hzPerRadian = towards * snippets.rateHz() / (2.0 * Math.PI);
        for (int n = 1; n < swing.length; n++) {
            int at = from + 2 * n;
            double re = (double) run[at] * run[at - 2] + (double) run[at + 1] * run[at - 1];
            double im = (double) run[at + 1] * run[at - 2] - (double) run[at] * run[at - 1];
            boolean present = (double) run[at] * run[at] + (double) run[at + 1] * run[at + 1] > least;
            swing[n] = present ? hzPerRadian * Math.atan2(im, re) : Double.POSITIVE_INFINITY;
        }
        swing[0] = swing[1];
    }

    /** Adds each sample's power to that of the largest swing around it. */
    private void sort(float[] run, int block) {
        int from = 2 * block * snippets.length();
        for (int n = reach; n < swing.length - reach; n++) {
            double largest = swing[n - reach];
            for (int m = n - reach + 1; m <= n + reach; m++) {
                largest = Math.max(largest, swing[m]);
            }
            double step = 0.5 * STEPS * (1.0 + largest / WIDEST_SWING_HZ);
            int index = (int) Math.max(0.0, Math.min(STEPS - 1.0, step));
            int at = from + 2 * n;
            power[index] += (double) run[at] * run[at] + (double) run[at + 1] * run[at + 1];
            count[index]++;
        }
    }

    private ArtefactEvidence evidence(Suspect suspect, Suspect.Source neighbour) {
        double allPower = Arrays.stream(power).sum();
        long all = Arrays.stream(count).sum();
        double awayPower = 0.0;
        long away = 0;
        for (int i = 0; away < AWAY * all; i++) {
            awayPower += power[i];
            away += count[i];
        }
        double noise = suspect.noiseDensity() * snippets.noiseBandwidthHz(suspect.halfHz());
        double mean = allPower / all;
        // bursts are rare, and all may have missed the snippets; the level is that of the whole frame
        double level = Decibels.toPower(suspect.measured().levelDbfs());
        double signal = Math.max(LEAST_CAUGHT * level, mean - noise);
        double copied = copies.share(snippets.run(suspect.run()), snippets.run(neighbour.run())) * mean;
        double left = Math.max(0.0, Math.min(signal, awayPower / away - noise) - copied);
        return new ArtefactEvidence(
                ArtefactEvidence.Kind.SPLATTER,
                new double[] {neighbour.measured().frequencyHz()},
                1.0 - left / signal,
                WHOLE,
                Math.max(LOWEST_RESIDUAL_DB, Decibels.ofPower(left / (suspect.noiseDensity() * 200e3))));
    }
}
