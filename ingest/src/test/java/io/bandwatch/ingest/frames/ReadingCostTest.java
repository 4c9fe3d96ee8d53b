package io.bandwatch.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.signal.InputAccount;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading allocates by the frame and not by the sample, so that a long recording needs no more memory than a short one. */
class ReadingCostTest {
    private static final int FRAMES = 40;
    private static final int WARM_UP = 10;

    @TempDir
    Path folder;

    @Test
    void aFrameAllocatesLessThanItsSamplesTakeOnDisk() throws Exception {
        Path file = Files.write(
                folder.resolve("a-98MHz-2.4MSps.cs16"), Containers.noise(SampleFormat.CS16, FRAMES * 480_000));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Recording recording = Frames.inspected(file);
        try (FrameReader reader =
                FrameReaders.open(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY)) {
            for (int i = 0; i < WARM_UP; i++) {
                reader.next();
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = WARM_UP; i < FRAMES; i++) {
                reader.next();
            }
            long perFrame = (threads.getCurrentThreadAllocatedBytes() - before) / (FRAMES - WARM_UP);
            // spectrum, floor and hills of 2048 bins, some dozen arrays; the samples are 1.92 MB
            assertThat(perFrame).isLessThan(1_000_000);
        }
    }
}
