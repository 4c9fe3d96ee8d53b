package io.bandwatch.alerts.report;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.report.file.LineFormat;
import io.bandwatch.alerts.report.json.ResultJson;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.ts.assessment.ServiceRecord;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.ts.TsObservation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Result records as lines: intervals and splices as soon as nothing earlier can come, so that their order does not depend
 * on which part of the job was faster; the rest at the end.
 */
final class ResultFormat implements LineFormat<ResultRecord> {
    private static final byte[] NOTHING_NOW = new byte[0];

    /** What comes first where both come at the same time. */
    private static final int INTERVALS = 0;

    private static final int SPLICES = 1;

    private final ResultJson json = new ResultJson();
    private final SummaryJson summary = new SummaryJson();
    private final SummarySeed seed;
    private final KeptResult kept;

    ResultFormat(SummarySeed seed, byte[] snapshot) throws IOException {
        this.seed = seed;
        this.kept = snapshot.length == 0
                ? new KeptResult()
                : KeptResult.readFrom(new DataInputStream(new ByteArrayInputStream(snapshot)));
    }

    @Override
    public byte[] accept(ResultRecord value, long timestampMs) throws IOException {
        switch (value.kind()) {
            case CARRIER -> keep(Objects.requireNonNull(value.carrier()), timestampMs);
            case INCIDENT -> {
                Incident incident = Objects.requireNonNull(value.incident());
                kept.keep(incident, json.line(incident));
            }
            case ACCOUNT -> kept.keep(Objects.requireNonNull(value.account()));
            case STREAM -> keep(Objects.requireNonNull(value.stream()));
            case PROGRAMME -> keep(Objects.requireNonNull(value.programme()), timestampMs);
            case INSERTION -> {
                AuthorisedInsertion insertion = Objects.requireNonNull(value.insertion());
                kept.keep(insertion, json.line(insertion));
            }
            case REPETITION -> {
                RepetitionRecord repetition = Objects.requireNonNull(value.repetition());
                kept.keep(repetition, json.line(repetition));
            }
            case STREAM_REPORT -> kept.hold(timestampMs, INTERVALS, json.lines(Objects.requireNonNull(value.report())));
            case RECEIVER -> kept.hold(timestampMs, INTERVALS, json.line(Objects.requireNonNull(value.receiver())));
            case SPLICE -> kept.hold(timestampMs, SPLICES, json.line(Objects.requireNonNull(value.splice())));
        }
        return NOTHING_NOW;
    }

    @Override
    public byte[] upTo(long timestampMs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kept.release(timestampMs).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private void keep(StreamRecord record) throws IOException {
        TsObservation stream = record.stream();
        kept.keep(record, stream == null ? NOTHING_NOW : json.line(record, stream));
        for (ServiceRecord service : record.services()) {
            kept.keep(record, service.service(), json.line(record.feed(), service));
        }
    }

    private void keep(ProgrammeRecord programme, long timestampMs) throws IOException {
        byte[] line = json.line(programme);
        if (programme.interval()) {
            kept.hold(timestampMs, INTERVALS, line);
        } else {
            kept.keep(programme, line);
        }
    }

    private void keep(CarrierRecord carrier, long timestampMs) throws IOException {
        byte[] line = json.line(carrier);
        if (carrier.interval()) {
            kept.hold(timestampMs, INTERVALS, line);
        } else {
            kept.keep(carrier, line);
        }
    }

    @Override
    public Iterable<byte[]> end() throws IOException {
        List<byte[]> lines = kept.release(Long.MAX_VALUE);
        lines.addAll(kept.lines());
        lines.add(summary.line(seed, kept));
        return lines;
    }

    @Override
    public byte[] snapshot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kept.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
