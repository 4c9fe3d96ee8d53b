package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;

/**
 * Tunes a receiver from visit to visit, by counting its samples: what comes after the command until the receiver has settled is
 * left out, what comes then for the time of the dwell is handed over. Half of that time is for the receiver, half for samples that it
 * took before the command and that were still on the way; where this machine had a pause, all of them are left out, however many they are, or
 * what was heard at one frequency would be taken for another's. Not thread-safe; belongs to the receiver's thread.
 */
public final class Visits {
    private final HopPlan plan;
    private final Tuner tuner;
    private final BlockWriter writer;
    private final long settleBytes;
    private final long dwellBytes;
    private final int sampleBytes;
    private final OnTheWay onTheWay;
    private long cameBytes;
    private long readBytes;
    private int visit;
    private long settlingBytes;
    private long dwellingBytes;

    /** Tunes a receiver. */
    @FunctionalInterface
    public interface Tuner {
        /**
         * Tunes it.
         *
         * @param centerHz where to, Hz
         */
        void tune(long centerHz) throws IOException;
    }

    /** @param writer takes what is heard between one tuning and the next */
    public Visits(ReceiverSettings settings, Tuner tuner, BlockWriter writer) {
        this.plan = settings.plan();
        this.tuner = tuner;
        this.writer = writer;
        this.sampleBytes = settings.format().sampleBytes();
        this.onTheWay = new OnTheWay(settings.rateHz());
        this.settleBytes = settings.samples(plan.settle().toNanos() / 1e9) * sampleBytes;
        this.dwellBytes = settings.samples(plan.dwell().toNanos() / 1e9) * sampleBytes;
    }

    /** The first visit. */
    public void begin() throws IOException, InterruptedException {
        tune(0, 0);
    }

    /**
     * Samples have come.
     *
     * @param nowNs by the clock that nobody sets
     */
    public void take(byte[] bytes, int length, long nowNs) throws IOException, InterruptedException {
        int at = 0;
        cameBytes += length;
        onTheWay.arrived(cameBytes / sampleBytes, nowNs);
        while (at < length) {
            if (settlingBytes > 0) {
                int left = (int) Math.min(settlingBytes, length - at);
                settlingBytes -= left;
                readBytes += left;
                writer.skip(left);
                at += left;
                continue;
            }
            int count = plan.hops() ? (int) Math.min(dwellingBytes, length - at) : length - at;
            writer.add(bytes, at, count);
            writer.stamp(nowNs, nowNs);
            at += count;
            readBytes += count;
            dwellingBytes -= count;
            if (plan.hops() && dwellingBytes == 0) {
                tune((visit + 1) % plan.centersHz().size(), nowNs);
            }
        }
    }

    private void tune(int next, long nowNs) throws IOException, InterruptedException {
        visit = next;
        long lateBytes = sampleBytes * onTheWay.count(readBytes / sampleBytes, nowNs);
        settlingBytes = Math.max(settleBytes, settleBytes / 2 / sampleBytes * sampleBytes + lateBytes);
        dwellingBytes = dwellBytes;
        long centerHz = plan.centersHz().get(visit);
        tuner.tune(centerHz);
        writer.tuned(centerHz);
    }
}
