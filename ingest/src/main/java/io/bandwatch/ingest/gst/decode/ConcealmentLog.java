package io.bandwatch.ingest.gst.decode;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.gstreamer.lowlevel.GstNative;
import org.jspecify.annotations.Nullable;

/**
 * Macroblocks that the decoders of this process made up because their data were damaged. Those of libav say how many in their
 * log and nowhere else: pictures come out as if nothing had happened. Of other decoders nothing is known.
 */
final class ConcealmentLog implements AutoCloseable {
    private static final String CATEGORY = "libav";
    private static final String BEGIN = "concealing ";

    /** GST_LEVEL_INFO. */
    private static final int LEVEL = 4;

    private final Debugging gstreamer = GstNative.load(Debugging.class);
    private final AtomicInteger macroblocks = new AtomicInteger();
    private final Listener listener = this::logged;

    /** The part of GStreamer's debugging that the bindings leave out. */
    private interface Debugging extends Library {
        void gst_debug_set_threshold_for_name(String category, int level);

        void gst_debug_add_log_function(Listener listener, Pointer data, Pointer destroy);

        int gst_debug_remove_log_function(@Nullable Listener listener);

        String gst_debug_message_get(Pointer message);
    }

    /** GstLogFunction; strong references keep it alive. */
    @SuppressWarnings("UnusedMethod") // called by GStreamer
    private interface Listener extends Callback {
        void callback(
                Pointer category,
                int level,
                Pointer file,
                Pointer function,
                int line,
                Pointer object,
                Pointer message,
                Pointer data);
    }

    /** Listens from now on; GStreamer must have been initialised. */
    void listen() {
        // else each line would be printed as well
        gstreamer.gst_debug_remove_log_function(null);
        gstreamer.gst_debug_add_log_function(listener, Pointer.NULL, Pointer.NULL);
        gstreamer.gst_debug_set_threshold_for_name(CATEGORY, LEVEL);
    }

    /** Macroblocks since the last call. */
    int take() {
        return macroblocks.getAndSet(0);
    }

    private void logged(
            Pointer category,
            int level,
            Pointer file,
            Pointer function,
            int line,
            Pointer object,
            Pointer message,
            Pointer data) {
        macroblocks.addAndGet(concealed(gstreamer.gst_debug_message_get(message)));
    }

    /** Number in a line such as {@code concealing 12 DC, 12 AC, 12 MV errors in P frame}. */
    static int concealed(String line) {
        if (!line.startsWith(BEGIN)) {
            return 0;
        }
        int count = 0;
        for (int at = BEGIN.length(); at < line.length() && Character.isDigit(line.charAt(at)); at++) {
            count = 10 * count + Character.digit(line.charAt(at), 10);
        }
        return count;
    }

    @Override
    public void close() {
        gstreamer.gst_debug_remove_log_function(listener);
    }
}
