package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.band.SweepAnalyser;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.SweepLayout;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.bytes.RecordingLines;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.FrequencyRange;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows, puts those of one sweep together, and measures one sweep at a time. A sweep ends where a row starts at a
 * frequency that it already has: neither the order of hops nor a lost row then matters.
 */
final class SweepFrameReader implements FrameReader {
    /** Rows whose bins differ by more than this share belong to another sweep file. */
    private static final double STEP_TOLERANCE = 1e-3;

    private final Recording recording;
    private final SweepLayout layout;
    private final SweepAnalyser analyser = new SweepAnalyser(FrequencyRange.FM_BAND);
    private final RecordingBytes bytes;
    private final RecordingLines lines;
    private @Nullable SweepRow ahead;
    private long aheadAt;
    private Instant reached;
    private long points;
    private long malformed;
    private boolean ended;

    SweepFrameReader(Recording recording, RecordingPosition position, InputAccount before) throws IOException {
        this.recording = recording;
        this.layout = (SweepLayout) recording.layout();
        this.reached = position.reached();
        this.ended = position.ended();
        this.points = before.samples();
        this.malformed = before.malformedRows();
        this.bytes = RecordingBytes.open(Path.of(recording.path()), recording.compression(), position.next());
        this.lines = new RecordingLines(bytes, position.next());
    }

    @Override
    public @Nullable MeasuredFrame next() {
        while (!ended) {
            List<SweepRow> sweep = sweep();
            if (sweep.isEmpty()) {
                ended = true;
                return told(FrameKind.ENDED, reached, 0, null);
            }
            Instant time = timeOf(sweep);
            time = time.isBefore(reached) ? reached : time;
            BandMeasurement band = measure(sweep);
            if (band != null) {
                reached = time.plusNanos(layout.periodNs());
                return told(FrameKind.MEASURED, time, layout.periodNs(), band);
            }
            malformed += sweep.size();
        }
        return null;
    }

    /**
     * Time of the first row that is no more than a sweep away from the middle one: a damaged time in one row then moves
     * nothing.
     */
    private Instant timeOf(List<SweepRow> sweep) {
        List<Instant> times =
                sweep.stream().map(row -> row.at(layout.zone())).sorted().toList();
        Instant middle = times.get((times.size() - 1) / 2);
        Duration reach = Duration.ofNanos(layout.periodNs());
        return sweep.stream()
                .map(row -> row.at(layout.zone()))
                .filter(time -> Duration.between(time, middle).abs().compareTo(reach) <= 0)
                .findFirst()
                .orElse(middle);
    }

    private boolean belongs(SweepRow row) {
        return Math.abs(row.stepHz() - layout.stepHz()) <= STEP_TOLERANCE * layout.stepHz()
                && !row.isYearsFrom(LocalDateTime.ofInstant(recording.start(), layout.zone()));
    }

    private @Nullable BandMeasurement measure(List<SweepRow> sweep) {
        SweepPoints merged = SweepPoints.of(sweep);
        points += merged.count();
        try {
            return analyser.analyse(merged.frequencyHz(), merged.powerDb(), merged.count());
        } catch (IllegalArgumentException tooLittle) {
            // what is left of a broken sweep may be too narrow to hold a carrier
            return null;
        }
    }

    /** The rows of the next sweep; none at the end. */
    private List<SweepRow> sweep() {
        List<SweepRow> sweep = new ArrayList<>();
        while (true) {
            SweepRow row = ahead == null ? readRow() : ahead;
            ahead = row;
            if (row == null || sweep.stream().anyMatch(seen -> seen.lowHz() == row.lowHz())) {
                return sweep;
            }
            sweep.add(row);
            ahead = null;
        }
    }

    private @Nullable SweepRow readRow() {
        while (true) {
            aheadAt = lines.position();
            String line = lines.next();
            if (line == null) {
                return null;
            }
            SweepRow row = SweepRow.parse(line);
            if (row != null && belongs(row)) {
                return row;
            }
            if (!line.isBlank()) {
                malformed++;
            }
        }
    }

    private MeasuredFrame told(FrameKind kind, Instant time, long durationNs, @Nullable BandMeasurement band) {
        long observedNs = Duration.between(recording.start(), reached).toNanos();
        InputAccount account = new InputAccount(points, observedNs, 0, 0, malformed, bytes.brokenOff() ? 1 : 0);
        RfFrame frame = new RfFrame(recording.feed(), kind, time, durationNs, recording.timeKnown(), band, account);
        long next = ahead == null ? lines.position() : aheadAt;
        return new MeasuredFrame(FeedFrame.of(frame), new RecordingPosition(next, reached, kind == FrameKind.ENDED));
    }

    @Override
    public double progress() {
        return bytes.progress();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
