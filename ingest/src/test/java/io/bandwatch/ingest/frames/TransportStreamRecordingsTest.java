package io.bandwatch.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of transport streams: what they are is seen in their bytes, and reading goes on wherever it stopped. */
class TransportStreamRecordingsTest {
    private static final int PACKETS_PER_S = 500;
    private static final int SECONDS = 4;
    private static final int PACKETS = SECONDS * PACKETS_PER_S;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"188, 0", "188, 100", "192, 0", "192, 77", "204, 0", "204, 203"})
    void isRecognisedByItsSyncBytesWhereverItBegins(int packetBytes, int cutOff) throws Exception {
        byte[] whole = stream(packetBytes);
        Path file = Files.write(folder.resolve("recording.bin"), Arrays.copyOfRange(whole, cutOff, whole.length));
        assertThat(Frames.inspected(file).kind()).isEqualTo(RecordingKind.TS);
        TsObservation end = last(Frames.of(file));
        assertThat(end.packetBytes()).isEqualTo(packetBytes);
        assertThat(end.counts().packets()).isEqualTo(cutOff == 0 ? PACKETS : PACKETS - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz", ".xz", ".zst"})
    void aPackedStreamIsTheSameStream(String packing) throws Exception {
        List<MeasuredFrame> frames = Frames.of(Containers.write(folder.resolve("packed.ts" + packing), stream(188)));
        assertThat(last(frames).counts().packets()).isEqualTo(PACKETS);
        assertThat(Frames.account(frames)).isEqualTo(new InputAccount(PACKETS, lengthNs(frames), 0, 0, 0, 0));
    }

    @Test
    void aLookIsASecondOfTheStreamsOwnClock() throws Exception {
        Instant start = Instant.parse("2026-03-01T20:00:00Z");
        Path file = Files.write(folder.resolve("clocked.ts"), stream(188));
        Recording recording = new RecordingInspector(new RecordingOptions(null, null, null, start, null, null))
                .inspect(new FeedSpec("feed", file.toString()));
        List<TsFrame> looks = Frames.of(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY).stream()
                .map(measured -> Objects.requireNonNull(measured.frame().ts()))
                .toList();
        assertThat(looks.get(0).time()).isEqualTo(start);
        for (int look = 1; look < looks.size(); look++) {
            assertThat(looks.get(look).time()).isEqualTo(looks.get(look - 1).end());
        }
        // a look ends with the packet that completes its second: 2 ms here
        assertThat(looks.subList(0, SECONDS - 1)).allSatisfy(look -> assertThat(look.durationNs())
                .isBetween(
                        Duration.ofMillis(998).toNanos(),
                        Duration.ofMillis(1002).toNanos()));
        assertThat(looks.get(looks.size() - 1).kind()).isEqualTo(FrameKind.ENDED);
    }

    @Test
    void readingGoesOnAfterEveryLookAsIfItHadNeverStopped() throws Exception {
        Path file = Files.write(folder.resolve("resumed.ts"), stream(188));
        Recording recording = Frames.inspected(file);
        List<MeasuredFrame> whole = Frames.of(file);
        for (int told = 0; told + 1 < whole.size(); told++) {
            MeasuredFrame before = whole.get(told);
            assertThat(Frames.of(recording, before.next(), before.frame().input()))
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .isEqualTo(whole.subList(told + 1, whole.size()));
        }
    }

    private static TsObservation last(List<MeasuredFrame> frames) {
        TsFrame frame =
                Objects.requireNonNull(frames.get(frames.size() - 2).frame().ts());
        return Objects.requireNonNull(frame.stream());
    }

    private static long lengthNs(List<MeasuredFrame> frames) {
        return last(frames).timeNs();
    }

    /** One PID that carries a clock reference in every packet, at 500 packets a second. */
    private static byte[] stream(int packetBytes) {
        ByteBuffer stream = ByteBuffer.allocate(PACKETS * packetBytes);
        for (int packet = 0; packet < PACKETS; packet++) {
            int from = packet * packetBytes + (packetBytes == 192 ? 4 : 0);
            if (packetBytes == 192) {
                // arrival in ticks of 27 MHz, in the lower 30 bits
                stream.putInt(from - 4, (int) ((packet * 27_000_000L / PACKETS_PER_S) & 0x3FFF_FFFF));
            }
            stream.put(from, (byte) 0x47).put(from + 1, (byte) 0x01).put(from + 2, (byte) 0x00);
            stream.put(from + 3, (byte) (0x30 | (packet & 0xF)));
            // adaptation field with a PCR: 33 bits of 90 kHz, 6 reserved, 9 bits of 27 MHz (ISO/IEC 13818-1, 2.4.3.4)
            stream.put(from + 4, (byte) 7).put(from + 5, (byte) 0x10);
            long base = packet * 90_000L / PACKETS_PER_S;
            stream.putInt(from + 6, (int) (base >> 1)).put(from + 10, (byte) (((base & 1) << 7) | 0x7E));
        }
        return stream.array();
    }
}
