package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.List;

/**
 * A carrier that something could explain, and where its samples and those of its possible sources are.
 *
 * @param carrier its index
 * @param measured what was measured of it
 * @param run number of its channel
 * @param halfHz half of the flat width of that channel, Hz
 * @param zeroHz where the zero of its channel stands, from the centre of the feed, Hz
 * @param likely recipes, none where no frequency fits
 * @param sources channels of each recipe's factors
 * @param neighbour channel of a much stronger neighbour that may splatter; null for none
 */
record Suspect(
        int carrier,
        CarrierMeasurement measured,
        int run,
        double halfHz,
        double zeroHz,
        List<Recipe> likely,
        List<Source[]> sources,
        @org.jspecify.annotations.Nullable Source neighbour) {

    /**
     * A carrier that something else could come from.
     *
     * @param run number of its channel
     * @param channel where it lies
     * @param measured what was measured of it
     */
    record Source(int run, ChannelBank.Channel channel, CarrierMeasurement measured) {}

    /** Density of the noise where it stands, 1/Hz. */
    double noiseDensity() {
        return Decibels.toPower(measured.levelDbfs() - measured.snrDb()) / 200e3;
    }
}
