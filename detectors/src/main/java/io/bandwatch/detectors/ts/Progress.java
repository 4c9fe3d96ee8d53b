package io.bandwatch.detectors.ts;

import io.bandwatch.signal.ts.TsObservation;
import org.jspecify.annotations.Nullable;

/**
 * How much a feed has brought.
 *
 * @param packets packets since the start
 * @param lostBytes bytes since the start that were no packets: a feed that brings nothing else is alive
 */
public record Progress(long packets, long lostBytes) {
    public static final Progress NOTHING = new Progress(0, 0);

    public static Progress of(TsObservation stream) {
        return new Progress(stream.counts().packets(), stream.counts().lostBytes());
    }

    /** Whether a look counts less: the measurement of the stream began anew, as that of a live feed does after every gap. */
    public boolean isBeyond(TsObservation stream) {
        return stream.counts().packets() < packets || stream.counts().lostBytes() < lostBytes;
    }

    /** Whether a look has brought nothing since. */
    public boolean isAll(@Nullable TsObservation stream) {
        return stream == null || equals(of(stream));
    }
}
