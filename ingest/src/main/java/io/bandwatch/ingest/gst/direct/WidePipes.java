package io.bandwatch.ingest.gst.direct;

import com.sun.jna.NativeLibrary;

/** Makes the pipes to the job as wide as a message, so that nobody is woken for each part of one. */
public final class WidePipes {
    /** {@code F_SETPIPE_SZ} of fcntl(2), Linux. */
    private static final int SET_SIZE = 1031;

    /** What the kernel allows everybody, unless it was told otherwise. */
    private static final int BYTES = 1 << 20;

    private static final int LINES = 2;

    private WidePipes() {}

    /** Standard input and output; where that is refused, they stay as they are. */
    public static void widen() {
        var fcntl = NativeLibrary.getInstance("c").getFunction("fcntl");
        for (int line = 0; line < LINES; line++) {
            fcntl.invokeInt(new Object[] {line, SET_SIZE, BYTES});
        }
    }
}
