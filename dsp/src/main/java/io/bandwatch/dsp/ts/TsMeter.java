package io.bandwatch.dsp.ts;

import io.bandwatch.signal.ts.TsClock;
import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsNetwork;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import io.bandwatch.signal.ts.TsTable;

/**
 * Measures one transport stream. Bytes go in as they come, cut anywhere; the observations do not depend on the cuts.
 *
 * <pre>
 * while (offset &lt; end) {
 *     offset += meter.accept(block, offset, end - offset);
 *     if (meter.due()) {
 *         emit(meter.observe());
 *     }
 * }
 * meter.end();
 * emit(meter.observe());
 * </pre>
 *
 * <p>Not thread-safe; one instance per stream.
 */
public final class TsMeter {
    private long bytes;

    /**
     * Takes bytes of a file or a byte stream, up to where an observation is due.
     *
     * @return how many it took; fewer than {@code length} only if {@link #due()}
     */
    public int accept(byte[] block, int offset, int length) {
        bytes += length;
        return length;
    }

    /**
     * The same for bytes that arrived together, as a datagram does.
     *
     * @param arrivalNs when, ns from any origin
     */
    public int accept(byte[] block, int offset, int length, long arrivalNs) {
        return accept(block, offset, length);
    }

    /** A second of stream has passed since the last observation, or so many packets where the stream has no clock. */
    public boolean due() {
        return false;
    }

    /** Nothing follows: takes what waited for more bytes. */
    public void end() {}

    /** The stream as it is now. */
    public TsObservation observe() {
        return new TsObservation(
                0,
                TsClock.NONE,
                false,
                0,
                Double.NaN,
                Double.NaN,
                new TsCounts(0, bytes, 0, 0, 0, 0, 0, 0, 0, 0),
                new TsPid[0],
                new TsIndicatorCount[0],
                new TsPcr[0],
                new TsNetwork(TsService.UNKNOWN, TsService.UNKNOWN, TsService.UNKNOWN, null, new int[0], null, false),
                new TsService[0],
                new TsTable[0],
                new TsSplice[0]);
    }
}
