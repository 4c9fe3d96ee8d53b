package io.bandwatch.ingest.av.wire;

import io.bandwatch.ingest.av.wire.Message.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a decoder process says. Its threads may speak at the same time. */
public final class ReportWriter implements DecodedSink {
    private static final int MOST_TEXT = 2000;

    private static final int MOST_WAITING = 5;

    private final OutputStream out;
    private int waiting;

    public ReportWriter(OutputStream out) {
        this.out = out;
    }

    /** Comes first. */
    public void hello() throws IOException {
        say(Message.of(Kind.HELLO, 8).i32(Message.MAGIC).i32(Message.VERSION));
    }

    @Override
    public void track(Track track) throws IOException {
        byte[] codec = utf8(track.codec());
        byte[] language = utf8(track.language());
        byte[] reason = utf8(track.undecodable());
        say(Message.of(Kind.TRACK, 21 + codec.length + language.length + reason.length)
                .i32(track.number())
                .u8(track.kind() == TrackKind.PICTURE ? 0 : 1)
                .i32(track.pid())
                .bytes(codec, 0, codec.length)
                .bytes(language, 0, language.length)
                .bytes(reason, 0, reason.length));
    }

    @Override
    public void picture(Picture picture) throws IOException {
        PictureFormat format = picture.format();
        int planes = picture.luma().length + 2 * picture.blueDifference().length + picture.fullLuma().length;
        Message message = Message.of(Kind.PICTURE, 74 + planes)
                .i32(picture.track())
                .i64(picture.ptsNs())
                .i32(format.width())
                .i32(format.height())
                .i32(format.aspectNumerator())
                .i32(format.aspectDenominator())
                .i32(format.rateNumerator())
                .i32(format.rateDenominator())
                .u8(format.interlaced() ? 1 : 0)
                .u8(format.fullRange() ? 1 : 0)
                .i32(picture.width())
                .i32(picture.height());
        for (byte[] plane :
                new byte[][] {picture.luma(), picture.blueDifference(), picture.redDifference(), picture.fullLuma()}) {
            message.bytes(plane, 0, plane.length);
        }
        message.i32(Float.floatToIntBits(picture.concealedShare())).i64(picture.leftOutNs());
        write(message, 1);
    }

    @Override
    public void sound(Sound sound) throws IOException {
        Message message = Message.of(Kind.SOUND, 29 + Float.BYTES * sound.samples().length)
                .i32(sound.track())
                .i64(sound.ptsNs())
                .i32(sound.rateHz())
                .i32(sound.channels())
                .i32(sound.positions())
                .floats(sound.samples())
                .u8(sound.afterLeftOut() ? 1 : 0);
        write(message, 0);
    }

    @Override
    public void fault(Fault fault) throws IOException {
        byte[] reason = utf8(fault.reason());
        say(Message.of(Kind.FAULT, 8 + reason.length).i32(fault.track()).bytes(reason, 0, reason.length));
    }

    /** As many bytes of the stream are done with, since the beginning. */
    public void taken(long bytes) throws IOException {
        say(Message.of(Kind.TAKEN, 8).i64(bytes));
    }

    /** Everything was decoded and said. */
    public void ended() throws IOException {
        say(Message.of(Kind.ENDED, 0));
    }

    private static byte[] utf8(String text) {
        return text.substring(0, Math.min(MOST_TEXT, text.length())).getBytes(StandardCharsets.UTF_8);
    }

    private synchronized void say(Message message) throws IOException {
        out.write(message.bytes());
        out.flush();
        waiting = 0;
    }

    /** To be sent with what comes next, or with a look's worth of pictures: each waking of the reader costs as much as one. */
    private synchronized void write(Message message, int pictures) throws IOException {
        out.write(message.bytes());
        waiting += pictures;
        if (waiting >= MOST_WAITING) {
            out.flush();
            waiting = 0;
        }
    }
}
