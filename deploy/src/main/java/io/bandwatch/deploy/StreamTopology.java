package io.bandwatch.deploy;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.ts.assessment.SpliceRecord;
import io.bandwatch.detectors.ts.assessment.StreamAssessor;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.detectors.ts.assessment.StreamReportState;
import io.bandwatch.detectors.ts.assessment.StreamReporter;
import io.bandwatch.detectors.ts.assessment.StreamState;
import io.bandwatch.detectors.ts.fault.FeedLostDetector;
import io.bandwatch.detectors.ts.fault.FeedLostState;
import io.bandwatch.detectors.ts.fault.ProbeFaultDetector;
import io.bandwatch.detectors.ts.fault.ProbeFaultState;
import io.bandwatch.detectors.ts.fault.TsFaultDetector;
import io.bandwatch.detectors.ts.fault.TsFaultState;
import io.bandwatch.detectors.ts.services.ServiceDetector;
import io.bandwatch.detectors.ts.services.ServicesState;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** The part of the main job that is about transport streams: looks, judgement, records. */
final class StreamTopology {
    private final DataStream<TsFrame> frames;
    private final StreamSettings settings;

    StreamTopology(DataStream<TsFrame> frames, StreamSettings settings) {
        this.frames = frames;
        this.settings = settings;
    }

    /** What is wrong with streams and their services. */
    DataStream<Finding> findings() {
        DetectorFunction<String, TsFrame, Finding> detectors = StreamTopology.<Finding>hosting()
                .with("ts-faults", new TsFaultDetector(settings.faults()), TsFaultState.class)
                .with("feed-lost", new FeedLostDetector(settings.lost()), FeedLostState.class)
                .with("probe-fault", new ProbeFaultDetector(), ProbeFaultState.class)
                .with("services", new ServiceDetector(settings.judge(), settings.services()), ServicesState.class);
        return frames.keyBy(TsFrame::feed, TypeInformation.of(String.class))
                .process(detectors, TypeInformation.of(Finding.class))
                .name("stream-detectors")
                .uid("stream-detectors");
    }

    /** What the result file tells of streams, services and splices. */
    DataStream<ResultRecord> records() {
        return streams().union(splices());
    }

    private DataStream<ResultRecord> streams() {
        return frames.keyBy(TsFrame::feed, TypeInformation.of(String.class))
                .process(
                        StreamTopology.<StreamRecord>hosting()
                                .with("stream-assessor", new StreamAssessor(settings.judge()), StreamState.class),
                        TypeInformation.of(StreamRecord.class))
                .name("stream-assessor")
                .uid("stream-assessor")
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("stream-records")
                .uid("stream-records");
    }

    /** The same of each interval. */
    DataStream<ResultRecord> records(Duration every) {
        StreamReporter reporter = new StreamReporter(every, MetricSchema.MOST_SERVICES, settings.judge());
        return reports(frames, reporter, "interval-streams")
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("interval-stream-records")
                .uid("interval-stream-records");
    }

    static DataStream<StreamReport> reports(DataStream<TsFrame> frames, StreamReporter reporter, String name) {
        return frames.keyBy(TsFrame::feed, TypeInformation.of(String.class))
                .process(
                        StreamTopology.<StreamReport>hosting().with(name, reporter, StreamReportState.class),
                        TypeInformation.of(StreamReport.class))
                .name(name)
                .uid(name);
    }

    private DataStream<ResultRecord> splices() {
        return frames.flatMap(StreamTopology::splicesOf, TypeInformation.of(ResultRecord.class))
                .name("splices")
                .uid("splices");
    }

    private static <F> DetectorFunction<String, TsFrame, F> hosting() {
        return new DetectorFunction<>(TsFrame::time, frame -> frame.kind() == FrameKind.ENDED);
    }

    private static void splicesOf(TsFrame frame, Collector<ResultRecord> out) {
        SpliceRecord.of(frame).forEach(splice -> out.collect(ResultRecord.of(splice)));
    }
}
