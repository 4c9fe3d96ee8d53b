package io.bandwatch.ingest.gst.direct;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a buffer the planes of a picture are ({@code GstVideoMeta}). A sink that understands it is given the pictures of the
 * decoder as they lie in its memory; for one that does not, each is copied into the layout that goes without saying.
 */
public final class VideoMeta {
    /** {@code offsetof (GstVideoMeta, offset)}, and of the strides. */
    private static final int OFFSETS = 48;

    private static final int STRIDES = 80;

    private VideoMeta() {}

    /** Tells a decoder that asks how its pictures are to lie ({@code GST_QUERY_ALLOCATION}) that any layout will do. */
    public static void allowIn(Pointer query) {
        GstCalls.queryAddAllocationMeta(query, Video.videoMetaApiGetType(), null);
    }

    /** That of a buffer; none where the planes lie as goes without saying. */
    public static @Nullable Pointer of(Pointer buffer) {
        return GstCalls.bufferGetMeta(buffer, Video.videoMetaApiGetType());
    }

    /** Where a plane begins. */
    public static int offset(Pointer meta, int plane) {
        return (int) meta.getLong(OFFSETS + (long) Long.BYTES * plane);
    }

    /** Bytes from row to row. */
    public static int stride(Pointer meta, int plane) {
        return meta.getInt(STRIDES + (long) Integer.BYTES * plane);
    }

    /** The one call that is in another library. */
    private static final class Video {
        static {
            FunctionMapper names = (library, method) -> "gst_video_meta_api_get_type";
            Native.register(
                    Video.class,
                    NativeLibrary.getInstance("gstvideo-1.0", Map.of(Library.OPTION_FUNCTION_MAPPER, names)));
        }

        static native long videoMetaApiGetType();
    }
}
