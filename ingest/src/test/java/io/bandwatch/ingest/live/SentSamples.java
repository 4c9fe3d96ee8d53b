package io.bandwatch.ingest.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.Workers;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.time.Instant;

/** A receiver of 1 MS/s that hears four tones, and what it sends to looks, by a clock that goes as fast as samples come. */
final class SentSamples {
    static final double RATE_HZ = 1e6;
    static final long CENTER_HZ = 98_050_000;
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** No whole number of anything. */
    static final int CHUNK = 10_007;

    private final TransportCounts counts = new TransportCounts();
    private final BlockRing ring = new BlockRing(64);
    private final Tones air = new Tones(RATE_HZ, 97.8e6, 98.2e6, 98.7e6, 99.4e6);
    private final BlockWriter writer;
    private long nowNs;
    private long sent;

    SentSamples(long centerHz) {
        this.writer = BlockWriter.at(centerHz, ring, counts, false);
    }

    BandLooks looking(HopPlan plan, RawTap tap, Looks.Destination out) {
        ReceiverSettings settings =
                new ReceiverSettings(SampleFormat.CU8, RATE_HZ, plan, FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
        return new BandLooks("roof", settings, counts, out, Workers.ALONE, tap, () -> START.plusNanos(nowNs), nowNs);
    }

    /** The connection was opened. */
    void open() throws InterruptedException {
        writer.opened();
    }

    void tune(long centerHz) throws InterruptedException {
        writer.tuned(centerHz);
    }

    /** Samples that came so far. */
    long sent() {
        return sent;
    }

    long nowNs() {
        return nowNs;
    }

    /** Time passes in which nothing comes, ns. */
    void pass(long ns) {
        nowNs += ns;
    }

    /** What is heard there. */
    byte[] heard(long centerHz, long from, int count) {
        return air.cu8(centerHz, from, count);
    }

    /** So many milliseconds. */
    void send(BandLooks bands, long centerHz, int ms) throws InterruptedException {
        long left = Math.round(ms * 1e-3 * RATE_HZ);
        while (left > 0) {
            int count = (int) Math.min(CHUNK, left);
            put(air.cu8(centerHz, sent, count));
            left -= count;
            drain(bands);
        }
        flush(bands);
    }

    /** The same, all of which comes at one time, ns. */
    void sendAt(BandLooks bands, long centerHz, int ms, long atNs) throws InterruptedException {
        for (long left = Math.round(ms * 1e-3 * RATE_HZ); left > 0; left -= CHUNK) {
            put(centerHz);
            nowNs = atNs;
            drain(bands);
        }
    }

    /** A chunk that nobody measures yet. */
    void put(long centerHz) throws InterruptedException {
        put(air.cu8(centerHz, sent, CHUNK));
    }

    /** These samples. */
    void put(byte[] samples) throws InterruptedException {
        pass(Math.round(samples.length / (2 * RATE_HZ) * 1e9));
        sent += samples.length / 2;
        // in two parts, the first of which ends within a sample
        int part = samples.length / 4 * 2 + 1;
        writer.add(samples, 0, part);
        writer.add(samples, part, samples.length - part);
        writer.stamp(nowNs, nowNs);
    }

    /** Bytes as they come, of which samples are not counted. */
    void bytes(byte[] bytes, int from, int length) throws InterruptedException {
        writer.add(bytes, from, length);
        writer.stamp(nowNs, nowNs);
    }

    void flush(BandLooks bands) throws InterruptedException {
        writer.flush();
        drain(bands);
    }

    void drain(BandLooks bands) throws InterruptedException {
        for (Block block = ring.take(0); block != null; block = ring.take(0)) {
            bands.take(block, nowNs);
            ring.release(block);
        }
    }
}
