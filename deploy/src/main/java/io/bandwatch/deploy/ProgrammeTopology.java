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
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

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

    /** What the result file tells of them. */
    DataStream<ResultRecord> records() {
        DetectorFunction<String, AvFrame, ProgrammeRecord> assessor = ProgrammeTopology.<ProgrammeRecord>hosting()
                .with("programme-assessor", new ProgrammeAssessor(), ProgrammeState.class);
        return looks.keyBy(AvFrame::place, TypeInformation.of(String.class))
                .process(assessor, TypeInformation.of(ProgrammeRecord.class))
                .name("programme-assessor")
                .uid("programme-assessor")
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("programme-records")
                .uid("programme-records");
    }

    private static <F> DetectorFunction<String, AvFrame, F> hosting() {
        return new DetectorFunction<>(AvFrame::time, look -> look.kind() == FrameKind.ENDED);
    }
}
