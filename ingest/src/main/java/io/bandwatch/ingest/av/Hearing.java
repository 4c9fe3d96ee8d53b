package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Notices when something was said, and hands it on. While who takes it has no room, nobody listens, and the process, which
 * cannot say more than its pipe holds, is not silent. Heard by one thread, asked by any.
 */
final class Hearing implements DecodedSink {
    private final DecodedSink sink;
    private final LongSupplier clockMs;
    private volatile long heardMs;
    private volatile boolean handingOn;

    /** @param clockMs that never goes back, ms */
    Hearing(DecodedSink sink, LongSupplier clockMs) {
        this.sink = sink;
        this.clockMs = clockMs;
        this.heardMs = clockMs.getAsLong();
    }

    /** Until when the process was heard, or could not be. */
    long lastMs() {
        // in this order: what is handed on in between was heard just now
        boolean now = handingOn;
        long heard = heardMs;
        return now ? clockMs.getAsLong() : heard;
    }

    /** Something that is not handed on was heard of it. */
    void heard() {
        heardMs = clockMs.getAsLong();
    }

    private interface Handing {
        void on() throws IOException;
    }

    private void hand(Handing handing) throws IOException {
        heard();
        handingOn = true;
        try {
            handing.on();
        } finally {
            heard();
            handingOn = false;
        }
    }

    @Override
    public void track(Track track) throws IOException {
        hand(() -> sink.track(track));
    }

    @Override
    public void picture(Picture picture) throws IOException {
        hand(() -> sink.picture(picture));
    }

    @Override
    public void sound(Sound sound) throws IOException {
        hand(() -> sink.sound(sound));
    }

    @Override
    public void fault(Fault fault) throws IOException {
        hand(() -> sink.fault(fault));
    }
}
