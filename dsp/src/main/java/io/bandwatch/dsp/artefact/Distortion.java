package io.bandwatch.dsp.artefact;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a bent receiver makes of all it receives at once. A suspect is cut out of the band; the rest {@code w} is bent to the
 * third, fifth, seventh and ninth order, {@code w|w|^2} to {@code w|w|^8} (the odd terms of a memoryless curve around
 * its own frequency; D. R. Morgan et al., "A generalized memory polynomial model for digital predistortion of RF power
 * amplifiers", IEEE Transactions on Signal Processing 54, 2006, equation 2 without memory); and with the gains of this
 * receiver's curve that is what falls into the suspect's channel.
 *
 * <p>Recipes of single products take the stations' channels for their sources. Where a receiver is driven far, other
 * products lie in these channels, too, and products of products beside them: recipes then explain half. What is bent here is
 * the band as it was received, whatever it consists of.
 *
 * <p>The gains are the receiver's, the same in every channel, and are learned from carriers that recipes show to be products.
 * Gains of its own for each channel explained every carrier: the receiver bends the suspect as well and leaves traces of it in
 * others' channels, of which a free gain finds, where nothing else falls, as much as there is of the suspect. A channel may
 * differ from the others by {@value #FREEDOM} in amplitude, for filters behind the bend.
 *
 * <p>Not thread-safe; what it allocates it uses again.
 */
final class Distortion {
    private static final int MOST_BLOCKS = 16;

    /** Third, fifth, seventh, ninth. */
    private static final int ORDERS = 4;

    /** Channels from which gains are learned, at most. */
    private static final int MOST_TEACHERS = 8;

    /** Of two stations of constant amplitude all orders make the same, and none of them is to have a large gain. */
    private static final double RIDGE = 0.01;

    private static final int ROUNDS = 2;

    private static final double FREEDOM = 0.3;

    private final WholeBand band;
    private final Projection projection;
    private final float[] rest;
    private final float[] bent;
    private final List<Channel> channels = new ArrayList<>();
    private int taken;
    private double[] sourceHz = {};

    /**
     * @param rateHz rate of the feed, Hz
     * @param size samples of a stretch, a power of two
     */
    Distortion(double rateHz, int size) {
        this.band = new WholeBand(rateHz, size, MOST_BLOCKS);
        this.projection = new Projection(ORDERS, MOST_TEACHERS * MOST_BLOCKS, RIDGE);
        this.rest = new float[2 * size];
        this.bent = new float[2 * size];
    }

    /** A suspect's channel, as received and as each order makes it of the rest, by stretches. */
    private static final class Channel {
        private final float[][] own;
        private final float[][][] made;
        private int carrier;
        private double noiseDensity;
        private double share;
        private int bins;
        private double power;

        private Channel(int most) {
            this.own = new float[MOST_BLOCKS][most];
            this.made = new float[MOST_BLOCKS][ORDERS][most];
        }
    }

    /**
     * The frame that is looked at until the next call.
     *
     * @param foremostHz carriers that drive the receiver, to be named as the sources, Hz
     */
    void begin(float[] re, float[] im, int from, int count, double[] foremostHz) {
        band.begin(re, im, from, count);
        sourceHz = foremostHz;
        taken = 0;
    }

    /**
     * Adds a suspect: cuts it out of the band and bends the rest.
     *
     * @param carrier its index
     * @param measured what was measured of it
     * @param share what products by themselves explain of it, 0..1
     * @param offsetHz where it is, from the centre of the band, Hz
     * @param halfHz half of the width in which it is compared, Hz
     */
    void add(int carrier, CarrierMeasurement measured, double share, double offsetHz, double halfHz) {
        if (taken == channels.size()) {
            channels.add(new Channel(2 * (2 * band.halfBins(ArtefactSearch.HALF_WIDTH_HZ) + 1)));
        }
        Channel channel = channels.get(taken++);
        int half = band.halfBins(halfHz);
        channel.carrier = carrier;
        channel.noiseDensity = Decibels.toPower(measured.levelDbfs() - measured.snrDb()) / 200e3;
        channel.share = share;
        channel.bins = 2 * half + 1;
        channel.power = 0.0;
        for (int b = 0; b < band.blocks(); b++) {
            band.own(b, offsetHz, half, channel.own[b]);
            channel.power += power(channel.own[b], channel.bins);
            band.without(b, offsetHz, rest);
            for (int order = 0; order < ORDERS; order++) {
                bend(order);
                band.spectrum(bent, offsetHz, half, channel.made[b][order]);
            }
        }
    }

    /** What is done with what the bend explains of a carrier. */
    interface Found {
        void is(int carrier, ArtefactEvidence evidence);
    }

    /**
     * What the bend explains of each suspect added. The gains are learned from those that products explain by half or more,
     * each of the same weight; then again from those that the bend with these gains does.
     */
    void evidence(Found found) {
        for (int round = 0; round < ROUNDS; round++) {
            double[] gains = gains();
            for (Channel suspect : channels.subList(0, taken)) {
                double signal = signal(suspect);
                double explained = Math.max(0.0, Math.min(signal, explained(suspect, gains)));
                suspect.share = signal > 0.0 ? explained / signal : 0.0;
            }
        }
        for (Channel suspect : channels.subList(0, taken)) {
            double left = (1.0 - suspect.share) * signal(suspect);
            double noiseIn200Khz = noise(suspect) * 200e3 / (suspect.bins * band.stepHz());
            double residualDb = Math.max(Interrogation.LOWEST_RESIDUAL_DB, Decibels.ofPower(left / noiseIn200Khz));
            found.is(
                    suspect.carrier,
                    new ArtefactEvidence(ArtefactEvidence.Kind.DISTORTION, sourceHz, suspect.share, 1.0, residualDb));
        }
    }

    private double[] gains() {
        List<Channel> teachers = channels.subList(0, taken).stream()
                .filter(channel -> channel.share >= ArtefactSearch.BENT)
                .sorted(Comparator.comparingDouble(channel -> -channel.share))
                .limit(MOST_TEACHERS)
                .toList();
        projection.reset(ORDERS);
        for (Channel teacher : teachers) {
            double weight = 1.0 / Math.sqrt(teacher.power);
            for (int b = 0; b < band.blocks(); b++) {
                projection.add(teacher.own[b], teacher.made[b], teacher.bins, weight);
            }
        }
        return projection.gains();
    }

    private double noise(Channel channel) {
        return band.blocks() * channel.bins * band.binPower(channel.noiseDensity);
    }

    private double signal(Channel channel) {
        return Math.max(Interrogation.LEAST_SIGNAL * channel.power, channel.power - noise(channel));
    }

    /** Power that goes when what the receiver makes here is taken away; negative if there is more without it. */
    private double explained(Channel suspect, double[] gains) {
        double crossRe = 0.0;
        double crossIm = 0.0;
        double power = 0.0;
        for (int b = 0; b < band.blocks(); b++) {
            float[] own = suspect.own[b];
            for (int i = 0; i < 2 * suspect.bins; i += 2) {
                double re = 0.0;
                double im = 0.0;
                for (int order = 0; order < ORDERS; order++) {
                    float[] made = suspect.made[b][order];
                    re += gains[2 * order] * made[i] - gains[2 * order + 1] * made[i + 1];
                    im += gains[2 * order] * made[i + 1] + gains[2 * order + 1] * made[i];
                }
                crossRe += own[i] * re + own[i + 1] * im;
                crossIm += own[i + 1] * re - own[i] * im;
                power += re * re + im * im;
            }
        }
        if (power <= 0.0) {
            return 0.0;
        }
        // the best gain is cross/power; the nearest to it within the freedom about 1 is taken
        double offRe = crossRe / power - 1.0;
        double offIm = crossIm / power;
        double held = Math.min(1.0, FREEDOM / Math.max(FREEDOM, Math.hypot(offRe, offIm)));
        double gainRe = 1.0 + held * offRe;
        double gainIm = held * offIm;
        return 2.0 * (gainRe * crossRe + gainIm * crossIm) - (gainRe * gainRe + gainIm * gainIm) * power;
    }

    /** {@code w|w|^(2 order + 2)} */
    private void bend(int order) {
        for (int i = 0; i < rest.length; i += 2) {
            float power = rest[i] * rest[i] + rest[i + 1] * rest[i + 1];
            float gain = power;
            for (int n = 0; n < order; n++) {
                gain *= power;
            }
            bent[i] = gain * rest[i];
            bent[i + 1] = gain * rest[i + 1];
        }
    }

    private static double power(float[] bins, int count) {
        double sum = 0.0;
        for (int i = 0; i < 2 * count; i++) {
            sum += (double) bins[i] * bins[i];
        }
        return sum;
    }
}
