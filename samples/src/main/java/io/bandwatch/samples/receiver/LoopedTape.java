package io.bandwatch.samples.receiver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Samples that were made once and are played again and again, for a receiver that stays where it is: to play them costs next to nothing.
 * Where it begins again carriers jump in phase and programmes in time. Not thread-safe.
 */
public final class LoopedTape implements ReceiverAir {
    private static final int CHUNK = 24_000;
    private static final int SAMPLE_BYTES = 2;

    private final MappedByteBuffer bytes;

    private LoopedTape(MappedByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes a tape.
     *
     * @param file to be written, two bytes a sample
     * @param samples its length
     */
    public static LoopedTape recorded(TunedReceiver receiver, Path file, long samples) throws IOException {
        byte[] chunk = new byte[CHUNK * SAMPLE_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = samples; left > 0; left -= CHUNK) {
                int count = (int) Math.min(left, CHUNK);
                receiver.read(chunk, count);
                out.write(chunk, 0, count * SAMPLE_BYTES);
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new LoopedTape(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** It stays where it is. */
    @Override
    public void tune(long centerHz) {}

    @Override
    public void read(byte[] into, int count) {
        int wanted = count * SAMPLE_BYTES;
        for (int at = 0; at < wanted; ) {
            if (!bytes.hasRemaining()) {
                bytes.rewind();
            }
            int length = Math.min(bytes.remaining(), wanted - at);
            bytes.get(into, at, length);
            at += length;
        }
    }
}
