package io.bandwatch.dsp.ts;

import io.bandwatch.signal.ts.TsObservation;
import java.util.ArrayList;
import java.util.List;

/** What the meter says of whole streams. */
public final class Recordings {
    private Recordings() {}

    /** All observations of a stream that comes in blocks of a size. */
    public static List<TsObservation> observations(byte[] stream, int blockBytes) {
        TsMeter meter = new TsMeter();
        List<TsObservation> observations = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            at += meter.accept(stream, at, Math.min(blockBytes, stream.length - at));
            if (meter.due()) {
                observations.add(meter.observe());
            }
        }
        for (meter.end(); meter.due(); meter.end()) {
            observations.add(meter.observe());
        }
        observations.add(meter.observe());
        return observations;
    }

    /** What is known of a stream at its end. */
    public static TsObservation last(byte[] stream) {
        List<TsObservation> all = observations(stream, 1 << 20);
        return all.get(all.size() - 1);
    }
}
