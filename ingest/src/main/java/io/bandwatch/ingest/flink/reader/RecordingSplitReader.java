package io.bandwatch.ingest.flink.reader;

import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.frames.FrameReader;
import io.bandwatch.ingest.frames.FrameReaders;
import io.bandwatch.ingest.frames.MeasuredFrame;
import io.bandwatch.ingest.frames.Measuring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/**
 * Merges the feeds of one reader by time: the earliest frame comes first, ties by feed. So the order of what comes out is
 * a function of the input. Each feed has one next frame computed ahead, on as many threads as there are cores; nothing
 * else is held.
 */
final class RecordingSplitReader implements SplitReader<MeasuredFrame, RecordingSplit> {
    private final ExecutorService workers;
    private final Progress progress;
    private final Measuring measuring;
    private final List<Lane> lanes = new ArrayList<>();

    RecordingSplitReader(Progress progress, Measuring measuring) {
        this.measuring = measuring;
        this.progress = progress;
        int threads = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "recording-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A feed and its next frame. */
    private static final class Lane {
        private final String feed;
        private final FrameReader reader;
        private CompletableFuture<@Nullable MeasuredFrame> ahead;

        Lane(String feed, FrameReader reader, ExecutorService workers) {
            this.feed = feed;
            this.reader = reader;
            this.ahead = CompletableFuture.supplyAsync(reader::next, workers);
        }

        @Nullable
        MeasuredFrame head() {
            return ahead.join();
        }
    }

    @Override
    public RecordsWithSplitIds<MeasuredFrame> fetch() throws IOException {
        RecordsBySplits.Builder<MeasuredFrame> records = new RecordsBySplits.Builder<>();
        Lane earliest = null;
        MeasuredFrame first = null;
        for (Lane lane : List.copyOf(lanes)) {
            MeasuredFrame head = head(lane);
            if (head == null) {
                finish(lane, records);
            } else if (first == null || isBefore(head, first)) {
                earliest = lane;
                first = head;
            }
        }
        if (earliest == null || first == null) {
            return records.build();
        }
        records.add(earliest.feed, first);
        progress.report(earliest.feed, earliest.reader.progress());
        if (first.next().ended()) {
            finish(earliest, records);
        } else {
            earliest.ahead = CompletableFuture.supplyAsync(earliest.reader::next, workers);
        }
        return records.build();
    }

    private static @Nullable MeasuredFrame head(Lane lane) throws IOException {
        try {
            return lane.head();
        } catch (CompletionException failure) {
            throw new IOException("feed " + lane.feed + " cannot be measured: " + failure.getCause(), failure);
        }
    }

    private static boolean isBefore(MeasuredFrame one, MeasuredFrame other) {
        return Comparator.comparing((MeasuredFrame measured) -> measured.frame().time())
                        .thenComparing(measured -> measured.frame().feed())
                        .compare(one, other)
                < 0;
    }

    private void finish(Lane lane, RecordsBySplits.Builder<MeasuredFrame> records) throws IOException {
        records.addFinishedSplit(lane.feed);
        lanes.remove(lane);
        progress.report(lane.feed, 1);
        lane.reader.close();
    }

    @Override
    public void handleSplitsChanges(SplitsChange<RecordingSplit> change) {
        for (RecordingSplit split : change.splits()) {
            try {
                FrameReader reader = FrameReaders.open(split.recording(), split.position(), split.account(), measuring);
                lanes.add(new Lane(split.splitId(), reader, workers));
                progress.report(split.splitId(), 0);
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(
                        split.recording().path() + " cannot be opened any more; put it back and start again", failure);
            }
        }
    }

    /** A fetch waits for one frame at most, which is computed in a fraction of a second: it need not be woken. */
    @Override
    public void wakeUp() {}

    @Override
    public void close() throws IOException {
        workers.shutdown();
        for (Lane lane : lanes) {
            lane.ahead.handle((frame, failure) -> frame).join();
            lane.reader.close();
        }
        lanes.clear();
    }
}
