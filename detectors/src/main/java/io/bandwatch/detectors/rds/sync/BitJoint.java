package io.bandwatch.detectors.rds.sync;

/**
 * How the bits of a frame follow those before.
 *
 * @param restart whether nothing before counts
 * @param skipped first bits of the frame that were had before
 * @param erasures bits to be put in as unknown
 * @param jumpBits bits to be counted without being put in
 */
record BitJoint(boolean restart, int skipped, int erasures, int jumpBits) {
    /** Bits that two frames may share; more means that time went back. */
    private static final int MOST_SHARED = 26;

    static BitJoint of(SyncState state, BitFrame frame, SyncSettings settings) {
        if (state.bit() == 0) {
            return new BitJoint(false, 0, 0, 0);
        }
        long missing = Math.round((frame.firstBitNs() - state.nextBitNs()) / frame.bitPeriodNs());
        if (missing > settings.flywheelBits() || missing < -MOST_SHARED) {
            return new BitJoint(true, 0, 0, 0);
        }
        if (missing > settings.erasureBits()) {
            return new BitJoint(false, 0, 0, (int) missing);
        }
        return missing >= 0 ? new BitJoint(false, 0, (int) missing, 0) : new BitJoint(false, (int) -missing, 0, 0);
    }
}
