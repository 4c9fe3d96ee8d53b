package io.bandwatch.ingest.av.wire;

import io.bandwatch.ingest.av.wire.Message.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** What the job hears of a decoder process. */
public final class ReportReader {
    private final DataInputStream in;

    public ReportReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /**
     * Hears until the process has said everything.
     *
     * @param taken told the bytes of the stream that the process is done with
     */
    public void listen(DecodedSink sink, LongConsumer taken) throws IOException {
        Message message = Message.read(in);
        if (message.kind() != Kind.HELLO || message.i32() != Message.MAGIC) {
            throw new MalformedMessageException("no greeting of a decoder comes first");
        }
        int version = message.i32();
        if (version != Message.VERSION) {
            throw new MalformedMessageException("a decoder of version " + version + ", not " + Message.VERSION);
        }
        message.end();
        for (message = Message.read(in); message.kind() != Kind.ENDED; message = Message.read(in)) {
            switch (message.kind()) {
                case TRACK -> sink.track(track(message));
                case PICTURE -> sink.picture(picture(message));
                case SOUND -> sink.sound(sound(message));
                case FAULT -> sink.fault(new Fault(message.i32(), message.text()));
                case TAKEN -> taken.accept(message.i64());
                default -> throw new MalformedMessageException("a decoder does not say " + message.kind());
            }
            message.end();
        }
    }

    private static Track track(Message message) throws IOException {
        int number = message.i32();
        int kind = message.u8();
        if (kind > 1) {
            throw new MalformedMessageException("unknown kind of track " + kind);
        }
        return new Track(
                number,
                kind == 0 ? TrackKind.PICTURE : TrackKind.SOUND,
                message.i32(),
                message.text(),
                message.text(),
                message.text());
    }

    private static Picture picture(Message message) throws IOException {
        int track = message.i32();
        long ptsNs = message.i64();
        PictureFormat format = new PictureFormat(
                positive(message.i32()),
                positive(message.i32()),
                message.i32(),
                message.i32(),
                message.i32(),
                message.i32(),
                message.u8() != 0,
                message.u8() != 0);
        int width = positive(message.i32());
        int height = positive(message.i32());
        Picture picture = new Picture(
                track,
                ptsNs,
                format,
                width,
                height,
                message.array(),
                message.array(),
                message.array(),
                message.array(),
                Float.intBitsToFloat(message.i32()),
                Math.max(0, message.i64()));
        long chroma = (long) (width / 2) * (height / 2);
        long full = (long) format.width() * format.height();
        boolean whole = picture.luma().length == (long) width * height
                && picture.blueDifference().length == chroma
                && picture.redDifference().length == chroma
                && (picture.fullLuma().length == 0 || picture.fullLuma().length == full);
        if (!whole) {
            throw new MalformedMessageException("planes that do not fit a picture of " + width + "x" + height);
        }
        return picture;
    }

    private static Sound sound(Message message) throws IOException {
        Sound sound = new Sound(
                message.i32(),
                message.i64(),
                positive(message.i32()),
                positive(message.i32()),
                message.i32(),
                message.floats(),
                message.u8() != 0);
        if (sound.samples().length % sound.channels() != 0) {
            throw new MalformedMessageException("sound that ends within a sample");
        }
        return sound;
    }

    private static int positive(int value) throws IOException {
        if (value <= 0) {
            throw new MalformedMessageException("a size of " + value);
        }
        return value;
    }
}
