package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.live.address.FileAddress;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A file, as fast as whoever measures takes it; over again where it is looped. */
final class FileTransport implements Transport {
    private static final int READ_BYTES = 1 << 15;

    private final FileAddress address;
    private final TransportCounts counts;
    private final BlockWriter writer;

    FileTransport(FileAddress address, TransportCounts counts, BlockWriter writer) {
        this.address = address;
        this.counts = counts;
        this.writer = writer;
    }

    @Override
    public @Nullable String receive(BooleanSupplier stopped) throws IOException, InterruptedException {
        byte[] bytes = new byte[READ_BYTES];
        do {
            try (RecordingBytes file = RecordingBytes.open(Path.of(address.path()), packing(address.path()), 0)) {
                counts.add(Count.OPENINGS, 1);
                writer.opened();
                long readBytes = 0;
                for (int got = read(file, bytes); got > 0 && !stopped.getAsBoolean(); got = read(file, bytes)) {
                    readBytes += got;
                    writer.add(bytes, 0, got);
                    long nowNs = System.nanoTime();
                    writer.stamp(nowNs, nowNs);
                }
                writer.flush();
                if (readBytes == 0) {
                    return address.shown() + " holds nothing";
                }
            }
        } while (address.looped() && !stopped.getAsBoolean());
        return null;
    }

    private static int read(RecordingBytes file, byte[] bytes) {
        return file.read(bytes, 0, bytes.length);
    }

    private static Compression packing(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return Compression.GZIP;
        }
        if (name.endsWith(".xz")) {
            return Compression.XZ;
        }
        return name.endsWith(".zst") ? Compression.ZSTD : Compression.NONE;
    }

    @Override
    public void interrupt() {
        // whoever waits for room in the ring is interrupted with the thread
    }
}
