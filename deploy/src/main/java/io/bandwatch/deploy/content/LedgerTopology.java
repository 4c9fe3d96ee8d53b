package io.bandwatch.deploy.content;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.ledger.ScheduledInsertions;
import io.bandwatch.detectors.content.ledger.ScheduledState;
import io.bandwatch.detectors.content.ledger.SpliceBreaks;
import io.bandwatch.detectors.content.ledger.SpliceState;
import io.bandwatch.detectors.content.ledger.StationTime;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
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
        DataStream<ResultRecord> announced = told(breaks, "announced-insertions");
        DataStream<StationTime> ofCarriers = carriers.<StationTime>flatMap(
                        (carrier, out) -> {
                            String station = carrier.station();
                            if (station != null && carrier.timeKnown()) {
                                out.collect(new StationTime(
                                        Subject.carrier(carrier.feed(), carrier.channelHz(), carrier.slot()),
                                        station,
                                        carrier.time(),
                                        carrier.time().plusNanos(carrier.durationNs()),
                                        !carrier.interval()));
                            }
                        },
                        TypeInformation.of(StationTime.class))
                .name("scheduled-for-carriers")
                .uid("scheduled-for-carriers");
        DataStream<StationTime> ofServices = programmes
                .<StationTime>flatMap(
                        (record, out) -> {
                            var programme = record.programme();
                            if (programme != null && programme.timeKnown()) {
                                out.collect(new StationTime(
                                        Subject.service(programme.feed(), programme.serviceId()),
                                        Integer.toString(programme.serviceId()),
                                        programme.time(),
                                        programme.time().plusNanos(programme.durationNs()),
                                        !programme.interval()));
                            }
                        },
                        TypeInformation.of(StationTime.class))
                .name("scheduled-for-services")
                .uid("scheduled-for-services");
        DataStream<AuthorisedInsertion> scheduled = ofCarriers
                .union(ofServices)
                .keyBy(time -> time.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, StationTime, AuthorisedInsertion>(
                                        StationTime::to, StationTime::last)
                                .with("scheduled", new ScheduledInsertions(schedule), ScheduledState.class),
                        TypeInformation.of(AuthorisedInsertion.class))
                .name("scheduled-insertions")
                .uid("scheduled-insertions");
        return announced.union(told(scheduled, "scheduled-insertion-records"));
    }

    private static DataStream<ResultRecord> told(DataStream<AuthorisedInsertion> insertions, String name) {
        return insertions
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name(name)
                .uid(name);
    }
}
