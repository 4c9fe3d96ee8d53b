package io.bandwatch.ingest.gst.direct;

import com.sun.jna.Pointer;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Structure;
import org.freedesktop.gstreamer.glib.Natives;
import org.jspecify.annotations.Nullable;

/** Notices when the format of what comes changes. Holds the last one, so that its address is no other's. One thread only. */
public final class KnownCaps {
    private @Nullable Caps caps;

    /** Whether these are the same as last time. */
    public boolean are(Pointer now) {
        Caps known = caps;
        return known != null && Natives.getRawPointer(known).equals(now);
    }

    /** Takes others. */
    @SuppressWarnings(
            "ReferenceEquality") // the bindings know natively equal caps by one object, which is still needed then
    public Structure learn(Pointer now) {
        Caps before = caps;
        Caps learnt = Natives.objectFor(now, Caps.class, true, true);
        if (before != null && before != learnt) {
            before.dispose();
        }
        caps = learnt;
        return learnt.getStructure(0);
    }
}
