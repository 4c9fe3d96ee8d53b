package io.bandwatch.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads recordings frame by frame. */
final class Frames {
    private Frames() {}

    static Recording inspected(Path file) throws UnusableRecordingException {
        return new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("feed", file.toString()));
    }

    static List<MeasuredFrame> of(Path file) throws Exception {
        Recording recording = inspected(file);
        return of(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY);
    }

    static List<MeasuredFrame> of(Recording recording, RecordingPosition from, InputAccount account)
            throws IOException {
        List<MeasuredFrame> frames = new ArrayList<>();
        try (FrameReader reader = FrameReaders.open(recording, from, account)) {
            for (MeasuredFrame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** What was wrong with a recording, read to its end. */
    static InputAccount account(List<MeasuredFrame> frames) {
        return frames.get(frames.size() - 1).frame().input();
    }

    /** Fails unless a reader that starts at any frame's end tells the rest just as an undisturbed one. */
    static void assertResumesAnywhere(Path file) throws Exception {
        Recording recording = inspected(file);
        List<MeasuredFrame> whole = of(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY);
        for (int from = 0; from + 1 < whole.size(); from++) {
            MeasuredFrame last = whole.get(from);
            List<MeasuredFrame> rest = of(recording, last.next(), last.frame().input());
            assertEqual(rest, whole.subList(from + 1, whole.size()));
        }
    }

    /** What a frame measured of the band. */
    static @Nullable BandMeasurement bandOf(MeasuredFrame measured) {
        return Objects.requireNonNull(measured.frame().rf()).band();
    }

    /** Fails unless both tell the same, to the last bit of every spectrum. */
    static void assertEqual(List<MeasuredFrame> found, List<MeasuredFrame> wanted) {
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            MeasuredFrame one = found.get(i);
            MeasuredFrame other = wanted.get(i);
            assertThat(one.frame().input()).isEqualTo(other.frame().input());
            assertThat(one.frame().time()).isEqualTo(other.frame().time());
            assertThat(one.next()).isEqualTo(other.next());
            assertSameBits(bandOf(one), bandOf(other));
        }
    }

    private static void assertSameBits(@Nullable BandMeasurement one, @Nullable BandMeasurement other) {
        if (one == null || other == null) {
            assertThat(one).isSameAs(other);
            return;
        }
        assertThat(one.spectrumDbfsPerHz()).containsExactly(other.spectrumDbfsPerHz());
        assertThat(one.carriers()).usingRecursiveComparison().isEqualTo(other.carriers());
        assertThat(one.channelLevelDbfs()).containsExactly(other.channelLevelDbfs());
        assertThat(Double.compare(one.dcDbfs(), other.dcDbfs())).isZero();
    }
}
