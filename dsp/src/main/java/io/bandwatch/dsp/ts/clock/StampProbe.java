package io.bandwatch.dsp.ts.clock;

/** Whether the stamps of a stream are arrival times: some recorders write zeros. */
final class StampProbe {
    /** Stamps looked at before they are believed. */
    private static final int ENOUGH = 500;

    private int stamps;
    private int movedOn;
    private int last;

    /** Takes a stamp; true once enough of them are later than the one before. Those of one burst may be alike. */
    boolean usable(int stamp) {
        int forward = stamp - last & 0x3FFF_FFFF;
        movedOn += stamps > 0 && forward > 0 && forward < 0x2000_0000 ? 1 : 0;
        last = stamp;
        stamps++;
        return stamps >= ENOUGH && movedOn > stamps / 10;
    }

    /** No stamps, or none to be believed. */
    boolean hopeless() {
        return stamps == 0 || (stamps >= ENOUGH && movedOn <= stamps / 10);
    }
}
