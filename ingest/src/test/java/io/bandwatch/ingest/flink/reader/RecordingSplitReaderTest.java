package io.bandwatch.ingest.flink.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.frames.Containers;
import io.bandwatch.ingest.frames.MeasuredFrame;
import io.bandwatch.ingest.frames.Measuring;
import io.bandwatch.ingest.inspect.RecordingInspector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two feeds through one reader: in the order of time, and the same from wherever reading goes on. */
class RecordingSplitReaderTest {
    private static final Instant START = Instant.parse("2026-03-01T20:00:00Z");

    @TempDir
    Path folder;

    private final List<RecordingSplit> splits = new ArrayList<>();

    @BeforeEach
    void twoFeedsThatOverlap() throws Exception {
        splits.add(split("b", START, 5));
        splits.add(split("a", START.plusMillis(300), 4));
    }

    @Test
    void framesComeInTheOrderOfTheirTimeWhicheverFeedWasGivenFirst() throws Exception {
        List<FeedFrame> frames = read(splits).stream().map(MeasuredFrame::frame).toList();
        assertThat(frames).extracting(FeedFrame::time).isSorted();
        assertThat(frames).extracting(FeedFrame::feed).contains("a", "b");
        List<FeedFrame> swapped = read(List.of(splits.get(1), splits.get(0))).stream()
                .map(MeasuredFrame::frame)
                .toList();
        assertThat(swapped.stream().map(RecordingSplitReaderTest::label))
                .containsExactlyElementsOf(
                        frames.stream().map(RecordingSplitReaderTest::label).toList());
    }

    @Test
    void readingGoesOnFromEverySnapshotAsIfItHadNeverStopped() throws Exception {
        List<MeasuredFrame> whole = read(splits);
        for (int taken = 1; taken < whole.size(); taken++) {
            Map<String, RecordingSplit> states = new HashMap<>();
            splits.forEach(split -> states.put(split.splitId(), split));
            for (MeasuredFrame frame : whole.subList(0, taken)) {
                RecordingSplit before =
                        Objects.requireNonNull(states.get(frame.frame().feed()));
                states.put(
                        before.splitId(),
                        new RecordingSplit(
                                before.recording(), frame.next(), frame.frame().input()));
            }
            assertThat(read(List.copyOf(states.values())).stream().map(frame -> label(frame.frame())))
                    .as("after %d frames", taken)
                    .containsExactlyElementsOf(whole.subList(taken, whole.size()).stream()
                            .map(frame -> label(frame.frame()))
                            .toList());
        }
    }

    private static String label(FeedFrame frame) {
        return frame.feed()
                + ' '
                + frame.kind()
                + ' '
                + frame.time()
                + ' '
                + Optional.ofNullable(Objects.requireNonNull(frame.rf()).band())
                        .map(band -> Float.toString(band.spectrumDbfsPerHz()[7]))
                        .orElse("");
    }

    private RecordingSplit split(String feed, Instant start, int fifths) throws Exception {
        Path file = folder.resolve(feed + "-98MHz-240kSps.cu8");
        Files.write(file, Containers.noise(SampleFormat.CU8, fifths * Containers.RATE / 5));
        Recording recording = new RecordingInspector(new RecordingOptions(null, null, null, start, null, null))
                .inspect(new FeedSpec(feed, file.toString()));
        return RecordingSplit.of(recording);
    }

    private static List<MeasuredFrame> read(List<RecordingSplit> splits) throws Exception {
        List<MeasuredFrame> frames = new ArrayList<>();
        int finished = 0;
        RecordingSplitReader reader = new RecordingSplitReader(new Progress(), Measuring.USUAL);
        try {
            reader.handleSplitsChanges(new SplitsAddition<>(splits));
            Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
            while (finished < splits.size() && Instant.now().isBefore(deadline)) {
                RecordsWithSplitIds<MeasuredFrame> records = reader.fetch();
                while (records.nextSplit() != null) {
                    for (MeasuredFrame frame = records.nextRecordFromSplit();
                            frame != null;
                            frame = records.nextRecordFromSplit()) {
                        frames.add(frame);
                    }
                }
                finished += records.finishedSplits().size();
            }
        } finally {
            reader.close();
        }
        assertThat(finished).isEqualTo(splits.size());
        return frames;
    }
}
