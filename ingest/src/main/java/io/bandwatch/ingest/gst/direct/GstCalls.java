package io.bandwatch.ingest.gst.direct;

import com.sun.jna.Callback;
import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calls that every picture and every piece of sound takes, bound directly to GStreamer: through its bindings they cost as
 * much as decoding standard definition does. Names are GStreamer's without the underlines. Sizes and layouts are those of
 * 64-bit systems, which GStreamer keeps through all of 1.x.
 */
public final class GstCalls {
    /** Where in a {@code GstBuffer}. */
    public static final int BUFFER_FLAGS = 16;

    public static final int BUFFER_PTS = 72;
    public static final int BUFFER_DTS = 80;

    /** {@code GST_BUFFER_FLAG_DISCONT}. */
    public static final int FLAG_DISCONT = 1 << 6;

    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    static {
        FunctionMapper names = (library, method) ->
                "gst_" + CAPITAL.matcher(method.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
        Native.register(
                GstCalls.class, NativeLibrary.getInstance("gstapp-1.0", Map.of(Library.OPTION_FUNCTION_MAPPER, names)));
    }

    private GstCalls() {}

    /** Waits for the next sample; none at the end. The caller owns it. */
    public static native @Nullable Pointer appSinkPullSample(Pointer sink);

    public static native Pointer sampleGetBuffer(Pointer sample);

    public static native Pointer sampleGetCaps(Pointer sample);

    public static native int bufferMap(Pointer buffer, Pointer info, int flags);

    public static native void bufferUnmap(Pointer buffer, Pointer info);

    public static native @Nullable Pointer bufferGetMeta(Pointer buffer, long api);

    /** Without a callback for its end. */
    public static native long padAddProbe(
            Pointer pad, int mask, Callback probe, @Nullable Pointer data, @Nullable Pointer destroy);

    public static native void queryAddAllocationMeta(Pointer query, long api, @Nullable Pointer parameters);

    public static native void miniObjectUnref(Pointer object);

    public static native Pointer bufferNewAllocate(
            @Nullable Pointer allocator, long size, @Nullable Pointer parameters);

    public static native long bufferFill(Pointer buffer, long offset, byte[] bytes, long size);

    /** Takes the buffer over. */
    public static native int appSrcPushBuffer(Pointer source, Pointer buffer);

    public static native long appSrcGetCurrentLevelBytes(Pointer source);
}
