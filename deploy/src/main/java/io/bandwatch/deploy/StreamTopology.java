package io.bandwatch.deploy;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.ts.assessment.SpliceRecord;
import io.bandwatch.detectors.ts.assessment.StreamAssessor;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.ts.assessment.StreamState;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** The part of the main job that is about transport streams: looks, judgement, records. */
final class StreamTopology {
    private final DataStream<TsFrame> frames;

    StreamTopology(DataStream<TsFrame> frames) {
        this.frames = frames;
    }

    /** What the result file tells of streams, services and splices. */
    DataStream<ResultRecord> records() {
        return streams().union(splices());
    }

    private DataStream<ResultRecord> streams() {
        return frames.keyBy(TsFrame::feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, TsFrame, StreamRecord>(
                                        TsFrame::time, frame -> frame.kind() == FrameKind.ENDED)
                                .with("stream-assessor", new StreamAssessor(), StreamState.class),
                        TypeInformation.of(StreamRecord.class))
                .name("stream-assessor")
                .uid("stream-assessor")
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("stream-records")
                .uid("stream-records");
    }

    private DataStream<ResultRecord> splices() {
        return frames.flatMap(StreamTopology::splicesOf, TypeInformation.of(ResultRecord.class))
                .name("splices")
                .uid("splices");
    }

    private static void splicesOf(TsFrame frame, Collector<ResultRecord> out) {
        SpliceRecord.of(frame).forEach(splice -> out.collect(ResultRecord.of(splice)));
    }
}
