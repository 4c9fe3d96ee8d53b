package io.bandwatch.alerts.report.file;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A process that writes a file and reads it once meanwhile; it lives until its input ends. */
final class LockHolder {
    private LockHolder() {}

    /**
     * Holds a lock, and says so.
     *
     * @param args the file, and which lock it takes: {@code writer}, or {@code naive} for one on the file itself
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        try (AutoCloseable lock = args[1].equals("writer") ? WriterLock.await(file, Duration.ZERO) : naive(file)) {
            int bytes = Files.readAllBytes(file).length;
            System.out.println(lock.getClass().getSimpleName() + " held over " + bytes + " bytes");
            int end = System.in.read();
            assert end < 0;
        }
    }

    @SuppressWarnings("resource") // closed by the caller
    private static AutoCloseable naive(Path file) throws Exception {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IllegalStateException(file + " is locked");
        }
        return channel;
    }
}
