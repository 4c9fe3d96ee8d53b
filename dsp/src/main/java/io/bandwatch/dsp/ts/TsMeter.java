package io.bandwatch.dsp.ts;

import io.bandwatch.dsp.ts.check.TsLimits;
import io.bandwatch.dsp.ts.clock.ClockScout;
import io.bandwatch.dsp.ts.packet.PacketReader;
import io.bandwatch.signal.ts.TsClock;
import io.bandwatch.signal.ts.TsObservation;

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
 * for (meter.end(); meter.due(); meter.end()) {
 *     emit(meter.observe());
 * }
 * emit(meter.observe());
 * </pre>
 *
 * <p>A stream without arrival times is kept, up to 4 MiB of it, until the next clock reference tells the time of what came
 * before it. Not thread-safe; one instance per stream.
 */
public final class TsMeter {
    private static final byte[] NOTHING = new byte[0];

    private final StreamAnalysis analysis;
    private final PacketReader reader;
    private final Observer observer;
    private final ClockScout scout;
    private final Backlog backlog = new Backlog();
    private int scouted;
    private boolean begun;

    /** With the limits of the guideline. */
    public TsMeter() {
        this(TsLimits.guideline());
    }

    public TsMeter(TsLimits limits) {
        this(limits, true);
    }

    private TsMeter(TsLimits limits, boolean payloads) {
        analysis = new StreamAnalysis(limits, payloads);
        reader = new PacketReader(analysis.counter());
        observer = new Observer(analysis, reader);
        scout = new ClockScout(analysis.clock());
    }

    /**
     * Measures packets alone: sync, errors, continuity, scrambling, clock references, the rate of every PID. What they carry is
     * left unread, so that no table, service or sound is known.
     */
    public static TsMeter ofPackets(TsLimits limits) {
        return new TsMeter(limits, false);
    }

    /**
     * Takes bytes of a file or a byte stream, up to where an observation is due.
     *
     * @return how many it took; fewer than {@code length} only if {@link #due()}, and the rest is to be given again
     */
    public int accept(byte[] block, int offset, int length) {
        if (length > scouted) {
            scout.accept(block, offset + scouted, length - scouted);
            scouted = length;
        }
        int taken = measure(block, offset, length);
        scouted -= taken;
        return taken;
    }

    /**
     * The same for bytes that arrived together, as a datagram does. A stream is given in one way or the other.
     *
     * @param arrivalNs when, ns from any origin, not before the bytes before
     */
    public int accept(byte[] block, int offset, int length, long arrivalNs) {
        if (!begun) {
            begun = true;
            analysis.clock().startByArrival(arrivalNs);
            analysis.begin();
        }
        analysis.arrived(arrivalNs);
        return reader.accept(block, offset, length);
    }

    /** A second of stream has passed since the last observation, or so many packets where the stream has no clock. */
    public boolean due() {
        return analysis.due();
    }

    /** Nothing follows: takes what waited, up to where an observation is due. */
    public void end() {
        if (!begun || analysis.clock().source() == TsClock.PCR) {
            scout.end();
            analysis.clock().end();
        }
        if (measure(NOTHING, 0, 0) == 0 && !due()) {
            reader.end();
            if (!reader.stopped()) {
                analysis.checks().end();
            }
        }
    }

    /** The stream as it is now. */
    public TsObservation observe() {
        return observer.observe(analysis.observed());
    }

    private int measure(byte[] block, int offset, int length) {
        if (!begun && scout.decided()) {
            begun = true;
            analysis.begin();
        }
        if (begun) {
            analysis.resume();
            if (!backlog.isEmpty() && analysis.ready()) {
                backlog.done(reader.accept(backlog.bytes(), backlog.from(), backlog.size()));
            }
            if (due()) {
                return 0;
            }
        }
        int taken = 0;
        if (begun && backlog.isEmpty() && analysis.ready()) {
            taken = reader.accept(block, offset, length);
            if (due()) {
                return taken;
            }
        }
        backlog.add(block, offset + taken, length - taken);
        return length;
    }
}
