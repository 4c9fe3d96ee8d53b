package io.bandwatch.alerts.journal;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.report.file.LineFormat;
import io.bandwatch.alerts.report.json.ResultJson;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.signal.ts.TsObservation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every record as the lines that a result has of it; nothing is held back. */
final class JournalFormat implements LineFormat<ResultRecord> {
    private static final byte[] NOTHING = new byte[0];

    private final ResultJson json = new ResultJson();
    private Instant began;

    /** @param began when the file was begun that is written now */
    JournalFormat(Instant began) {
        this.began = began;
    }

    /** When the file was begun that a snapshot is of; empty where it tells nothing of that. */
    static Optional<Instant> began(byte[] snapshot) {
        return snapshot.length == Long.BYTES
                ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(snapshot).getLong()))
                : Optional.empty();
    }

    Instant began() {
        return began;
    }

    /** Another file is written from now on. */
    void begin(Instant now) {
        began = now;
    }

    @Override
    public byte[] accept(ResultRecord value, long timestampMs) throws IOException {
        return switch (value.kind()) {
            case CARRIER -> json.line(Objects.requireNonNull(value.carrier()));
            case INCIDENT -> json.line(Objects.requireNonNull(value.incident()));
            // totals of what has ended; a feed that is stopped has not
            case ACCOUNT -> NOTHING;
            case STREAM -> lines(Objects.requireNonNull(value.stream()));
            case PROGRAMME -> json.line(Objects.requireNonNull(value.programme()));
            case INSERTION -> json.line(Objects.requireNonNull(value.insertion()));
            case REPETITION -> json.line(Objects.requireNonNull(value.repetition()));
            case SPLICE -> json.line(Objects.requireNonNull(value.splice()));
            case STREAM_REPORT -> json.lines(Objects.requireNonNull(value.report()));
            case RECEIVER -> json.line(Objects.requireNonNull(value.receiver()));
        };
    }

    private byte[] lines(StreamRecord record) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        TsObservation stream = record.stream();
        if (stream != null) {
            lines.writeBytes(json.line(record, stream));
        }
        for (var service : record.services()) {
            lines.writeBytes(json.line(record.feed(), service));
        }
        return lines.toByteArray();
    }

    @Override
    public byte[] upTo(long timestampMs) {
        return NOTHING;
    }

    @Override
    public boolean isReadMeanwhile() {
        return true;
    }

    @Override
    public Iterable<byte[]> end() {
        return List.of();
    }

    @Override
    public byte[] snapshot() {
        return ByteBuffer.allocate(Long.BYTES).putLong(began.toEpochMilli()).array();
    }
}
