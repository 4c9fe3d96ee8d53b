package io.bandwatch.deploy.content;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.ledger.SpliceBreaks;
import io.bandwatch.detectors.content.ledger.SpliceState;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the main job that keeps the ledger of insertions that are allowed. */
public final class LedgerTopology {
    private final InsertionSchedule schedule;

    public LedgerTopology(InsertionSchedule schedule) {
        this.schedule = schedule;
    }

    /** Breaks that streams announce. */
    public static DataStream<AuthorisedInsertion> breaks(DataStream<TsFrame> streams) {
        return streams.keyBy(TsFrame::feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, TsFrame, AuthorisedInsertion>(
                                        TsFrame::time, frame -> frame.kind() == FrameKind.ENDED)
                                .with("splice-breaks", new SpliceBreaks(), SpliceState.class),
                        TypeInformation.of(AuthorisedInsertion.class))
                .name("splice-breaks")
                .uid("splice-breaks");
    }

    /** What the result file tells: announced breaks, and what was scheduled while something was recorded. */
    public DataStream<ResultRecord> records(
            DataStream<AuthorisedInsertion> breaks,
            DataStream<CarrierRecord> carriers,
            DataStream<ResultRecord> programmes) {
        InsertionSchedule rows = schedule;
        DataStream<ResultRecord> announced = breaks.map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("announced-insertions")
                .uid("announced-insertions");
        DataStream<ResultRecord> ofCarriers = carriers.<ResultRecord>flatMap(
                        (carrier, out) -> {
                            String station = carrier.interval() || !carrier.timeKnown() ? null : carrier.station();
                            if (station != null) {
                                Subject subject = Subject.carrier(carrier.feed(), carrier.channelHz(), carrier.slot());
                                Instant end = carrier.time().plusNanos(carrier.durationNs());
                                rows.during(station, subject, carrier.time(), end)
                                        .forEach(row -> out.collect(ResultRecord.of(row)));
                            }
                        },
                        TypeInformation.of(ResultRecord.class))
                .name("scheduled-for-carriers")
                .uid("scheduled-for-carriers");
        DataStream<ResultRecord> ofServices = programmes
                .<ResultRecord>flatMap(
                        (told, out) -> {
                            var programme = told.programme();
                            if (programme != null && programme.timeKnown()) {
                                Subject subject = Subject.service(programme.feed(), programme.serviceId());
                                Instant end = programme.time().plusNanos(programme.durationNs());
                                rows.during(Integer.toString(programme.serviceId()), subject, programme.time(), end)
                                        .forEach(row -> out.collect(ResultRecord.of(row)));
                            }
                        },
                        TypeInformation.of(ResultRecord.class))
                .name("scheduled-for-services")
                .uid("scheduled-for-services");
        return announced.union(ofCarriers, ofServices);
    }
}
