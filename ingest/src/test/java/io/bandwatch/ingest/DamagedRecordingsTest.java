package io.bandwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that are damaged and yet useful: everything up to the damage is used, and the damage is counted. */
class DamagedRecordingsTest {
    private static final int RATE = 240_000;

    @TempDir
    Path folder;

    @Test
    void countsAnOddByteOnceWhereverTheRunIsResumed() throws Exception {
        Path file = Files.write(folder.resolve("odd-98MHz-240kSps.cu8"), noise(2 * RATE + 1));
        assertThat(ending(file).trailingBytes()).isEqualTo(1);
        assertResumesAnywhere(file);
    }

    @Test
    void usesAPackedStreamUpToWhereItBreaksOff() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(noise(4 * RATE));
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() * 3 / 4);
        Path file = Files.write(folder.resolve("cut-98MHz-240kSps.cu8.gz"), cut);
        InputAccount account = ending(file);
        assertThat(account.truncatedStreams()).isEqualTo(1);
        assertThat(account.samples()).isBetween((long) RATE, 2L * RATE);
        assertResumesAnywhere(file);
    }

    @Test
    void replacesWhatIsNoNumberAndCountsIt() throws Exception {
        ByteBuffer samples = ByteBuffer.allocate(8 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2 * RATE; i++) {
            samples.putFloat((float) (random.nextDouble() - 0.5));
        }
        samples.putFloat(8 * 1000, Float.NaN).putFloat(8 * 2000 + 4, Float.POSITIVE_INFINITY);
        Path file = Files.write(folder.resolve("nan-98MHz-240kSps.cf32"), samples.array());
        assertThat(ending(file).nonFiniteSamples()).isEqualTo(2);
        assertResumesAnywhere(file);
    }

    private void assertResumesAnywhere(Path file) throws Exception {
        Recording recording = inspected(file);
        List<MeasuredFrame> whole = frames(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY);
        for (int from = 0; from + 1 < whole.size(); from++) {
            MeasuredFrame last = whole.get(from);
            List<MeasuredFrame> rest =
                    frames(recording, last.next(), last.frame().input());
            assertThat(rest).hasSize(whole.size() - from - 1);
            for (int i = 0; i < rest.size(); i++) {
                MeasuredFrame undisturbed = whole.get(from + 1 + i);
                assertThat(rest.get(i).frame().input())
                        .isEqualTo(undisturbed.frame().input());
                assertThat(rest.get(i).frame().time())
                        .isEqualTo(undisturbed.frame().time());
                assertThat(rest.get(i).next()).isEqualTo(undisturbed.next());
            }
        }
    }

    private static InputAccount ending(Path file) throws Exception {
        Recording recording = inspected(file);
        List<MeasuredFrame> frames = frames(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY);
        MeasuredFrame last = frames.get(frames.size() - 1);
        assertThat(last.frame().kind()).isEqualTo(FrameKind.ENDED);
        return last.frame().input();
    }

    private static List<MeasuredFrame> frames(Recording recording, RecordingPosition from, InputAccount account)
            throws IOException {
        List<MeasuredFrame> frames = new ArrayList<>();
        try (FrameReader reader = FrameReaders.open(recording, from, account)) {
            for (MeasuredFrame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static Recording inspected(Path file) throws Exception {
        return new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("feed", file.toString()));
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < bytes; i++) {
            noise[i] = (byte) (112 + random.nextInt(32));
        }
        return noise;
    }
}
