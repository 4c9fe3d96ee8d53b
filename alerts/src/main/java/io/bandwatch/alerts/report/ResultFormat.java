package io.bandwatch.alerts.report;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.verdict.CarrierRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Result records as lines: intervals at once, the rest at the end. */
final class ResultFormat implements LineFormat<ResultRecord> {
    private static final byte[] NOTHING_NOW = new byte[0];

    private final ResultJson json = new ResultJson();
    private final SummarySeed seed;
    private final KeptResult kept;

    ResultFormat(SummarySeed seed, byte[] snapshot) throws IOException {
        this.seed = seed;
        this.kept = snapshot.length == 0
                ? new KeptResult()
                : KeptResult.readFrom(new DataInputStream(new ByteArrayInputStream(snapshot)));
    }

    @Override
    public byte[] accept(ResultRecord value) throws IOException {
        return switch (value.kind()) {
            case CARRIER -> accept(Objects.requireNonNull(value.carrier()));
            case INCIDENT -> {
                Incident incident = Objects.requireNonNull(value.incident());
                kept.keep(incident, json.line(incident));
                yield NOTHING_NOW;
            }
            case ACCOUNT -> {
                kept.keep(Objects.requireNonNull(value.account()));
                yield NOTHING_NOW;
            }
        };
    }

    private byte[] accept(CarrierRecord carrier) throws IOException {
        byte[] line = json.line(carrier);
        if (carrier.interval()) {
            return line;
        }
        kept.keep(carrier, line);
        return NOTHING_NOW;
    }

    @Override
    public Iterable<byte[]> end() throws IOException {
        List<byte[]> lines = kept.lines();
        lines.add(json.summary(seed, kept));
        return lines;
    }

    @Override
    public byte[] snapshot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kept.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
