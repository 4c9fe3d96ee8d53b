package io.bandwatch.dsp.band;

import io.bandwatch.signal.CarrierMeasurement;

/** Who stands beside a carrier. */
final class Neighbours {
    /** What a neighbour farther away sends does not reach into the channel. */
    private static final double NEAR_HZ = 300e3;

    private Neighbours() {}

    /** Level of the strongest neighbour within {@value #NEAR_HZ} Hz over the carrier's own, dB; below all if there is none. */
    static double strongestDb(int carrier, CarrierMeasurement[] all) {
        CarrierMeasurement own = all[carrier];
        double strongest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < all.length; c++) {
            if (c != carrier && Math.abs(all[c].frequencyHz() - own.frequencyHz()) <= NEAR_HZ) {
                strongest = Math.max(strongest, all[c].levelDbfs() - own.levelDbfs());
            }
        }
        return strongest;
    }
}
