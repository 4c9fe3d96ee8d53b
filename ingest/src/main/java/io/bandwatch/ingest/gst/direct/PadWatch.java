package io.bandwatch.ingest.gst.direct;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * What comes to the pad of a sink for pictures: each picture is told to a listener, in the thread of the decoder, and the
 * decoder may lay out its pictures as it likes. Strong references keep this alive.
 */
public final class PadWatch {
    /** {@code GST_PAD_PROBE_TYPE_BUFFER}, and of queries that go downstream. */
    private static final int BUFFER = 1 << 4;

    private static final int QUERY_DOWNSTREAM = 1 << 9;

    /** {@code GST_PAD_PROBE_OK}: go on. */
    private static final int OK = 1;

    /** {@code GST_PAD_PROBE_HANDLED}: answered. */
    private static final int HANDLED = 4;

    /** {@code offsetof (GstPadProbeInfo, data)}. */
    private static final int INFO_DATA = 16;

    /** {@code offsetof (GstQuery, type)}. */
    private static final int QUERY_TYPE = 64;

    /** {@code GST_QUERY_ALLOCATION}. */
    private static final int ALLOCATION = 140 << 8 | 6;

    private final Probe probe = this::probed;
    private final Runnable onPicture;

    /** GstPadProbeCallback. */
    @SuppressWarnings("UnusedMethod") // called by GStreamer
    private interface Probe extends Callback {
        int callback(Pointer pad, Pointer info, Pointer data);
    }

    public PadWatch(Runnable onPicture) {
        this.onPicture = onPicture;
        Native.setCallbackThreadInitializer(probe, new CallbackThreadInitializer(true, false, "pictures"));
    }

    public void watch(Pad pad) {
        GstCalls.padAddProbe(Natives.getRawPointer(pad), BUFFER | QUERY_DOWNSTREAM, probe, null, null);
    }

    private int probed(Pointer pad, Pointer info, Pointer data) {
        if ((info.getInt(0) & BUFFER) != 0) {
            onPicture.run();
            return OK;
        }
        Pointer query = info.getPointer(INFO_DATA);
        if (query.getInt(QUERY_TYPE) != ALLOCATION) {
            return OK;
        }
        VideoMeta.allowIn(query);
        return HANDLED;
    }
}
