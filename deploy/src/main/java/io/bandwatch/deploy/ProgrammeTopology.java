package io.bandwatch.deploy;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.programme.ProgrammeAssessor;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.programme.ProgrammeState;
import io.bandwatch.detectors.video.PictureDetector;
import io.bandwatch.detectors.video.PictureState;
import io.bandwatch.detectors.video.ServiceSoundDetector;
import io.bandwatch.detectors.video.ServiceSoundState;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AvFrame;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** The part of the main job that is about pictures and sound of services: looks, judgement, records. */
final class ProgrammeTopology {
    private final DataStream<AvFrame> looks;
    private final ProgrammeSettings settings;

    ProgrammeTopology(DataStream<AvFrame> looks, ProgrammeSettings settings) {
        this.looks = looks;
        this.settings = settings;
    }

    /** What is wrong with pictures and sound. */
    DataStream<Finding> findings() {
        DetectorFunction<String, AvFrame, Finding> detectors = ProgrammeTopology.<Finding>hosting()
                .with("pictures", new PictureDetector(settings.pictures(), settings.profiles()), PictureState.class)
                .with(
                        "service-sound",
                        new ServiceSoundDetector(settings.sound(), settings.profiles()),
                        ServiceSoundState.class);
        return looks.keyBy(AvFrame::place, TypeInformation.of(String.class))
                .process(detectors, TypeInformation.of(Finding.class))
                .name("programme-detectors")
                .uid("programme-detectors");
    }

    /**
     * What the result file tells of them.
     *
     * @param every length of intervals that are told as well, or null
     */
    DataStream<ResultRecord> records(@Nullable Duration every) {
        DetectorFunction<String, AvFrame, ProgrammeRecord> assessors = hosting();
        if (every != null) {
            // the last interval comes before the record of the whole
            assessors.with("interval-assessor", new ProgrammeAssessor(every), ProgrammeState.class);
        }
        assessors.with("programme-assessor", new ProgrammeAssessor(), ProgrammeState.class);
        return assessed(looks, assessors, "programme-assessor")
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("programme-records")
                .uid("programme-records");
    }

    /** Records of intervals alone. */
    static DataStream<ProgrammeRecord> intervals(DataStream<AvFrame> looks, Duration every, String name) {
        return assessed(
                looks,
                ProgrammeTopology.<ProgrammeRecord>hosting()
                        .with(name, new ProgrammeAssessor(every), ProgrammeState.class),
                name);
    }

    private static DataStream<ProgrammeRecord> assessed(
            DataStream<AvFrame> looks, DetectorFunction<String, AvFrame, ProgrammeRecord> assessors, String name) {
        return looks.keyBy(AvFrame::place, TypeInformation.of(String.class))
                .process(assessors, TypeInformation.of(ProgrammeRecord.class))
                .name(name)
                .uid(name);
    }

    private static <F> DetectorFunction<String, AvFrame, F> hosting() {
        return new DetectorFunction<>(AvFrame::time, look -> look.kind() == FrameKind.ENDED);
    }
}
