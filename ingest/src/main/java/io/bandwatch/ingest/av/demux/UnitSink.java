package io.bandwatch.ingest.av.demux;

import io.bandwatch.signal.ts.TsComponent;
import java.util.List;

/** Who takes what a service consists of. */
public interface UnitSink {
    /** The PMT of the service, or a new one. */
    void components(List<TsComponent> components);

    /** A unit of a component of the last PMT. */
    void unit(int pid, Unit unit);

    /** The payload of a packet of this component is scrambled, and cannot be decoded. */
    void scrambled(int pid);
}
