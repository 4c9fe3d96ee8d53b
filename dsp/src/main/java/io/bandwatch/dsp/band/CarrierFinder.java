package io.bandwatch.dsp.band;

import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.dsp.spectrum.Smoothing;
import io.bandwatch.dsp.spectrum.Spectrum;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds carriers: hills of the density of excess over noise, smoothed to 44 kHz, whose integrated power passes the
 * threshold. Nothing is bound to a raster.
 *
 * <p>The threshold is {@value #LOWEST_SNR} (-3.5 dB) in 200 kHz. It is set by the floor, not by chance: with 230 looks
 * the power in 200 kHz deviates by 0.6 %, but a floor wrong by 0.7 dB is 17 % of it everywhere (the signal-to-noise wall
 * of R. Tandra and A. Sahai, "SNR walls for signal detection", IEEE J. Sel. Topics Signal Process. 2, 2008), so the
 * threshold stands at two and a half times that. With fewer looks chance takes over: a hill must stand
 * {@value #CHANCE_DEVIATIONS} deviations high, one in 10^9 for normal noise, which at 211 channels and five frames a
 * second is less than one a week in single frames and never three times in five.
 *
 * <p>One station's spectrum has many shapes. Within a frame of 200 ms a bass note makes two humps at its extremes, so
 * humps are joined when a neighbour is too weak for its distance and lies in the {@link Skirt} of the strong one, or when {@link Unity}
 * says that they are one.
 */
final class CarrierFinder {
    static final double LOWEST_SNR = 0.45;
    static final double CHANCE_DEVIATIONS = 6.0;

    private static final double SURELY_CARRIER_SNR = 4.0;
    private static final double WIDEST_STATION_HZ = 270e3;
    private static final double SIDE_HZ = 120e3;
    private static final int FEWEST_SIDE_BINS = 4;

    /** 1 dB. */
    private static final double FALL = 1.26;

    /** 2 dB. */
    private static final double FALL_AT_THE_EDGE = 1.58;

    private static final double KERNEL_HZ = 22e3;
    private static final double LOWEST_DENSITY = 0.25;
    private static final double NEAR_HZ = 150e3;
    private static final double NEAR_SHARE = 0.05;
    private static final double NEXT_HZ = 230e3;
    private static final double NEXT_SHARE = 1e-3;
    private static final double FAR_HZ = 400e3;
    private static final double FAR_SHARE = 1e-5;
    private static final double WIDEST_HALF_HZ = 250e3;
    private static final double CHANNEL_HALF_HZ = 100e3;
    private static final double END_DENSITY = 0.02;
    private static final double END_DEVIATIONS = 2.0;

    /** Tells one carrier with two humps from two carriers. */
    interface Unity {
        boolean one(Emission lower, Emission upper, NoiseFloor floor);
    }

    private final NoiseFloor floor;
    private final Spectrum spectrum;
    private final Unity unity;
    private final double[] density;
    private final double deviation;
    private final Skirt skirt;

    CarrierFinder(NoiseFloor floor, Unity unity) {
        this.floor = floor;
        this.spectrum = floor.spectrum();
        this.unity = unity;
        double[] ratio = new double[spectrum.bins()];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = floor.excess(i) / floor.power()[i];
        }
        int width = Smoothing.oddBins(KERNEL_HZ, spectrum.stepHz());
        double[] once = Smoothing.boxcar(ratio, width);
        Smoothing.boxcar(once, width, ratio);
        this.density = ratio;
        this.deviation = Smoothing.deviation(spectrum.looks(), (3 * width) / 2);
        this.skirt = new Skirt(density, spectrum.stepHz());
    }

    /** The carriers, by rising frequency. */
    List<Emission> find() {
        Hills hills = new Hills(density, Math.max(LOWEST_DENSITY, CHANCE_DEVIATIONS * deviation), deviation);
        List<Emission> emissions = new ArrayList<>();
        for (int h = 0; h < hills.count(); h++) {
            emissions.add(around(hills.start(h), hills.start(h + 1), hills.summit(h)));
        }
        joinStationsOfManyHumps(emissions);
        while (joinNearest(emissions)) {
            // each round joins one pair
        }
        emissions.removeIf(emission -> !(emission.snr(floor) >= LOWEST_SNR) || isSwellOfTheFloor(emission));
        return emissions;
    }

    /**
     * A weak rise that is wider than any station (RR appendix 1: 300 kHz with stereo and subcarriers) is the floor's own:
     * a ripple steeper than the envelope follows. A strong one may be a transmitter that keeps to no limit.
     */
    private boolean isSwellOfTheFloor(Emission emission) {
        return emission.snr(floor) < SURELY_CARRIER_SNR
                && (emission.occupiedHz(floor) > WIDEST_STATION_HZ || !standsOut(emission.peak()));
    }

    /**
     * Whether the level falls off on both sides as a station's does, by a decibel at least within half a station. Towards
     * the crest of a ripple the floor climbs more slowly: that of 2 dB from crest to trough in 550 kHz by 0.8 dB in as many
     * hertz. Where the band ends before that, only the other side can tell, and must tell more.
     */
    private boolean standsOut(int peak) {
        int reach = (int) Math.round(SIDE_HZ / spectrum.stepHz());
        if (reach < FEWEST_SIDE_BINS) {
            return true;
        }
        double below = lowest(Math.max(0, peak - reach), peak);
        double above = lowest(peak + 1, Math.min(density.length, peak + reach + 1));
        if (peak < reach) {
            return level(peak) > FALL_AT_THE_EDGE * above;
        }
        if (peak + reach >= density.length) {
            return level(peak) > FALL_AT_THE_EDGE * below;
        }
        return level(peak) > FALL * Math.max(below, above);
    }

    private double lowest(int from, int to) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, level(i));
        }
        return lowest;
    }

    /** Smoothed power of a bin, noise and all. */
    private double level(int bin) {
        return (1.0 + density[bin]) * floor.power()[bin];
    }

    private Emission around(int start, int end, int summit) {
        int most = (int) (WIDEST_HALF_HZ / spectrum.stepHz());
        int channel = (int) Math.round(CHANNEL_HALF_HZ / spectrum.stepHz());
        double ending = Math.max(END_DEVIATIONS * deviation, END_DENSITY);
        int from = summit;
        while (from > Math.max(start, summit - most) && density[from - 1] > ending) {
            from--;
        }
        int to = summit + 1;
        while (to < Math.min(end, summit + most) && density[to] > ending) {
            to++;
        }
        from = Math.max(start, Math.min(from, summit - channel));
        to = Math.min(end, Math.max(to, summit + channel + 1));
        return Emission.between(from, to, summit, floor);
    }

    /**
     * A tone of high pitch makes three humps and more. Two of them alone do not have the constant envelope that all have
     * together, so that the widest groups are weighed first, parted where they balance best.
     */
    private void joinStationsOfManyHumps(List<Emission> emissions) {
        for (int from = 0; from + 2 < emissions.size(); from++) {
            int to = emissions.size();
            while (to > from + 2 && !isGroup(emissions.subList(from, to))) {
                to--;
            }
            if (to > from + 2) {
                Emission whole = joined(emissions.subList(from, to));
                emissions.subList(from, to).clear();
                emissions.add(from, whole);
            }
        }
    }

    private boolean isGroup(List<Emission> humps) {
        return distanceHz(humps.get(0), humps.get(humps.size() - 1)) < NEXT_HZ && oneInBalance(humps);
    }

    private boolean oneInBalance(List<Emission> humps) {
        int middle = 1;
        double best = 0.0;
        for (int m = 1; m < humps.size(); m++) {
            double lower = joined(humps.subList(0, m)).power();
            double upper = joined(humps.subList(m, humps.size())).power();
            if (Math.min(lower, upper) > best) {
                best = Math.min(lower, upper);
                middle = m;
            }
        }
        return unity.one(joined(humps.subList(0, middle)), joined(humps.subList(middle, humps.size())), floor);
    }

    private double distanceHz(Emission lower, Emission upper) {
        return (upper.peak() - lower.peak()) * spectrum.stepHz();
    }

    private boolean joinNearest(List<Emission> emissions) {
        int nearest = -1;
        double nearestHz = FAR_HZ;
        for (int i = 0; i + 1 < emissions.size(); i++) {
            double distanceHz = distanceHz(emissions.get(i), emissions.get(i + 1));
            if (distanceHz < nearestHz && one(emissions.get(i), emissions.get(i + 1), distanceHz)) {
                nearest = i;
                nearestHz = distanceHz;
            }
        }
        if (nearest >= 0) {
            Emission upper = emissions.remove(nearest + 1);
            emissions.set(nearest, joined(List.of(emissions.get(nearest), upper)));
        }
        return nearest >= 0;
    }

    private Emission joined(List<Emission> humps) {
        int peak = humps.get(0).peak();
        for (Emission hump : humps) {
            peak = density[hump.peak()] > density[peak] ? hump.peak() : peak;
        }
        return Emission.between(humps.get(0).from(), humps.get(humps.size() - 1).to(), peak, floor);
    }

    private boolean one(Emission lower, Emission upper, double distanceHz) {
        double share = Math.min(lower.power(), upper.power()) / Math.max(lower.power(), upper.power());
        if (isBlockBesideAStation(lower, upper)) {
            return false;
        }
        if (share < weakestShare(distanceHz)) {
            boolean lowerIsWeaker = lower.power() < upper.power();
            return lowerIsWeaker ? !skirt.endsBefore(lower, upper) : !skirt.endsBefore(upper, lower);
        }
        return distanceHz < NEXT_HZ && share >= NEAR_SHARE && unity.one(lower, upper, floor);
    }

    /** Digital radio beside its host is far weaker than it and near, but no skirt: skirts slope. */
    private boolean isBlockBesideAStation(Emission lower, Emission upper) {
        boolean lowerIsWeaker = lower.power() < upper.power();
        return FlatTop.widthHz(lowerIsWeaker ? lower : upper, floor) > 0;
    }

    private static double weakestShare(double distanceHz) {
        if (distanceHz < NEAR_HZ) {
            return NEAR_SHARE;
        }
        return distanceHz < NEXT_HZ ? NEXT_SHARE : FAR_SHARE;
    }
}
