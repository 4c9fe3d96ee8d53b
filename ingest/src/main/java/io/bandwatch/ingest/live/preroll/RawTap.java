package io.bandwatch.ingest.live.preroll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the bytes of frames until a look tells their time; bytes that no look is made of are left out. Belongs to the thread that
 * measures.
 */
public final class RawTap {
    /** Gathers nothing. */
    public static final RawTap NONE = new RawTap(null);

    private static final int FIRST_BYTES = 1 << 16;

    private final @Nullable Consumer<RawLook> out;
    private final List<Frame> waiting = new ArrayList<>();
    private byte[] bytes = new byte[0];
    private int size;
    private boolean continues;
    private long number;

    /** A frame whose time is not told yet; times in ns by the clock that nobody sets. */
    private record Frame(boolean continues, long centerHz, long fromNs, long endNs, byte[] bytes) {}

    RawTap(@Nullable Consumer<RawLook> out) {
        this.out = out;
    }

    /** Bytes of the frame under way. */
    public void add(byte[] from, int offset, int length) {
        if (out == null) {
            return;
        }
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(FIRST_BYTES, Math.max(size + length, 2 * bytes.length)));
        }
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** What was added since the last frame belongs to none, and what follows does not go on there. */
    public void breakOff() {
        if (out != null) {
            size = 0;
            continues = false;
        }
    }

    /**
     * What was added since the last frame is one.
     *
     * @param centerHz frequency that the receiver was tuned to, Hz
     * @param fromNs time of its first byte, ns by the clock that nobody sets
     * @param endNs time behind its last
     */
    public void frame(long centerHz, long fromNs, long endNs) {
        if (out == null || size == 0 || endNs <= fromNs) {
            return;
        }
        waiting.add(new Frame(continues, centerHz, fromNs, endNs, Arrays.copyOf(bytes, size)));
        size = 0;
        continues = true;
    }

    /**
     * A look was made of the frames since the last one.
     *
     * @param end its end
     * @param endNs the same by the clock that nobody sets
     */
    public void look(Instant end, long endNs) {
        Consumer<RawLook> to = out;
        if (to == null) {
            return;
        }
        for (Frame frame : waiting) {
            Instant frameEnd = end.minusNanos(endNs - frame.endNs());
            Instant from = frameEnd.minus(Duration.ofNanos(frame.endNs() - frame.fromNs()));
            to.accept(new RawLook(number++, frame.continues(), frame.centerHz(), from, frameEnd, frame.bytes()));
        }
        waiting.clear();
    }

    /** No look is made of the frames since the last one. */
    public void leave() {
        if (!waiting.isEmpty()) {
            waiting.clear();
            continues = false;
        }
    }
}
