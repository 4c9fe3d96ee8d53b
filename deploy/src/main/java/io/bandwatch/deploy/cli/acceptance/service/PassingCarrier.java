package io.bandwatch.deploy.cli.acceptance.service;

import io.bandwatch.samples.receiver.ReceiverAir;
import io.bandwatch.samples.receiver.TunedReceiver;

/** A band in which a carrier is on air for half of each minute; it comes and goes between two tunings. Not thread-safe. */
final class PassingCarrier implements ReceiverAir {
    private static final double PERIOD_S = 60;
    private static final double FROM_S = 15;
    private static final double UNTIL_S = 45;

    private final TunedReceiver without;
    private final TunedReceiver with;
    private final double rateHz;
    private TunedReceiver now;
    private long samples;

    PassingCarrier(TunedReceiver without, TunedReceiver with, double rateHz) {
        this.without = without;
        this.with = with;
        this.rateHz = rateHz;
        this.now = without;
    }

    @Override
    public void tune(long centerHz) {
        double atS = samples / rateHz;
        double inPeriodS = atS % PERIOD_S;
        now = inPeriodS >= FROM_S && inPeriodS < UNTIL_S ? with : without;
        now.tune(centerHz, atS);
    }

    @Override
    public void read(byte[] into, int count) {
        now.read(into, count);
        samples += count;
    }
}
