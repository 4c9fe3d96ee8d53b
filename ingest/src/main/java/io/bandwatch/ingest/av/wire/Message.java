package io.bandwatch.ingest.av.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One message: a kind, the length of what follows, and that. Reads never go past its end, and lengths inside are checked
 * before anything is allocated for them.
 */
final class Message {
    /** "BWAV". */
    static final int MAGIC = 0x4257_4156;

    static final int VERSION = 5;

    /** A luma plane of 8192 * 4320 samples and what goes with it. */
    static final int MOST_BYTES = 40 << 20;

    /** That of the processors this runs on: sound is as it is in memory. */
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final int USUAL_BYTES = 1 << 20;

    private final Kind kind;
    private final byte[] whole;
    private final ByteBuffer body;

    private Message(Kind kind, byte[] whole) {
        this.kind = kind;
        this.whole = whole;
        this.body = ByteBuffer.wrap(whole).order(ORDER);
    }

    /** What a message is about. */
    enum Kind {
        HELLO(0),
        ORDER(1),
        BYTES(2),
        NOTHING_FOLLOWS(4),
        TRACK(5),
        PICTURE(6),
        SOUND(7),
        FAULT(8),
        TAKEN(9),
        ENDED(10);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(int code) throws IOException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new MalformedMessageException("unknown kind of message " + code);
        }
    }

    static Message of(Kind kind, int bytes) {
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("a message of " + bytes + " bytes; the most is " + MOST_BYTES);
        }
        return new Message(kind, new byte[5 + bytes]).u8(kind.code).i32(bytes);
    }

    /** The beginning of a message that counts the bytes of an array, which follow it. */
    static Message head(Kind kind, int bytes) {
        return new Message(kind, new byte[5 + Integer.BYTES]).u8(kind.code).i32(bytes);
    }

    /** Waits for the next message. */
    static Message read(DataInputStream in) throws IOException {
        Kind kind = Kind.of(in.readUnsignedByte());
        int length = Integer.reverseBytes(in.readInt());
        if (length < 0 || length > MOST_BYTES) {
            throw new MalformedMessageException("a message of " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] bytes = body(in, length);
        return new Message(kind, bytes);
    }

    private static byte[] body(InputStream in, int length) throws IOException {
        // what claims to be long is made as long as it turns out to be
        byte[] bytes = length > USUAL_BYTES ? in.readNBytes(length) : new byte[length];
        int got = length > USUAL_BYTES ? bytes.length : in.readNBytes(bytes, 0, length);
        if (got < length) {
            throw new MalformedMessageException("a message of " + length + " bytes ends after " + got);
        }
        return bytes;
    }

    Kind kind() {
        return kind;
    }

    /** The whole message, for the pipe. */
    byte[] bytes() {
        return whole;
    }

    Message u8(int value) {
        body.put((byte) value);
        return this;
    }

    Message i32(int value) {
        body.putInt(value);
        return this;
    }

    Message i64(long value) {
        body.putLong(value);
        return this;
    }

    Message bytes(byte[] bytes, int offset, int length) {
        body.putInt(length).put(bytes, offset, length);
        return this;
    }

    Message floats(float[] values) {
        body.putInt(values.length);
        body.asFloatBuffer().put(values);
        body.position(body.position() + Float.BYTES * values.length);
        return this;
    }

    int u8() throws IOException {
        return need(1).get() & 0xFF;
    }

    int i32() throws IOException {
        return need(Integer.BYTES).getInt();
    }

    long i64() throws IOException {
        return need(Long.BYTES).getLong();
    }

    /** Bytes that go to the end, where they are. */
    ByteBuffer rest() throws IOException {
        int count = counted(1);
        ByteBuffer rest = body.slice(body.position(), count);
        body.position(body.position() + count);
        return rest;
    }

    byte[] array() throws IOException {
        byte[] bytes = new byte[counted(1)];
        body.get(bytes);
        return bytes;
    }

    float[] floats() throws IOException {
        float[] values = new float[counted(Float.BYTES)];
        body.asFloatBuffer().get(values);
        body.position(body.position() + Float.BYTES * values.length);
        return values;
    }

    String text() throws IOException {
        return new String(array(), StandardCharsets.UTF_8);
    }

    /** Nothing may follow what was read. */
    void end() throws IOException {
        if (body.hasRemaining()) {
            throw new MalformedMessageException(kind + " with " + body.remaining() + " bytes too many");
        }
    }

    private int counted(int bytesEach) throws IOException {
        int count = i32();
        if (count < 0 || count > body.remaining() / bytesEach) {
            throw new MalformedMessageException(kind + " claims " + count + " values, more than it holds");
        }
        return count;
    }

    private ByteBuffer need(int bytes) throws IOException {
        if (body.remaining() < bytes) {
            throw new MalformedMessageException(kind + " ends too early");
        }
        return body;
    }
}
