package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import java.io.IOException;

/** Notices that something was said before it hands it on. */
record Hearing(DecodedSink sink, Runnable heard) implements DecodedSink {
    @Override
    public void track(Track track) throws IOException {
        heard.run();
        sink.track(track);
    }

    @Override
    public void picture(Picture picture) throws IOException {
        heard.run();
        sink.picture(picture);
    }

    @Override
    public void sound(Sound sound) throws IOException {
        heard.run();
        sink.sound(sound);
    }

    @Override
    public void fault(Fault fault) throws IOException {
        heard.run();
        sink.fault(fault);
    }
}
