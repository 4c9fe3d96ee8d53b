package io.bandwatch.detectors.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.peers.PeerDetector;
import io.bandwatch.detectors.content.peers.PeerLook;
import io.bandwatch.detectors.content.peers.PeerState;
import io.bandwatch.detectors.content.reference.ReferenceDetector;
import io.bandwatch.detectors.content.reference.ReferenceState;
import io.bandwatch.detectors.ts.Streams;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.detectors.ts.assessment.StreamReportState;
import io.bandwatch.detectors.ts.assessment.StreamReporter;
import io.bandwatch.detectors.ts.fault.FeedLostDetector;
import io.bandwatch.detectors.ts.fault.FeedLostState;
import io.bandwatch.detectors.ts.fault.ProbeFaultState;
import io.bandwatch.detectors.ts.fault.TsFaultDetector;
import io.bandwatch.detectors.ts.fault.TsFaultSettings;
import io.bandwatch.detectors.ts.fault.TsFaultState;
import io.bandwatch.detectors.ts.services.ServiceDetector;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.detectors.ts.services.ServiceSettings;
import io.bandwatch.detectors.ts.services.ServicesState;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.detectors.video.Broadcast;
import io.bandwatch.detectors.video.PictureDetector;
import io.bandwatch.detectors.video.PictureSettings;
import io.bandwatch.detectors.video.PictureState;
import io.bandwatch.detectors.video.ServiceProfiles;
import io.bandwatch.detectors.video.ServiceSoundDetector;
import io.bandwatch.detectors.video.ServiceSoundSettings;
import io.bandwatch.detectors.video.ServiceSoundState;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.ts.TsIndicator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSerializationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                TsFrame.class,
                TsFaultState.class,
                StreamReport.class,
                StreamReportState.class,
                FeedLostState.class,
                ProbeFaultState.class,
                ServicesState.class,
                AvFrame.class,
                PictureState.class,
                ServiceSoundState.class,
                ContentLook.class,
                ReferenceState.class,
                PeerLook.class,
                PeerState.class
            })
    void isSerialisedWithoutKryo(Class<?> type) {
        assertThatCode(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(type))
                .doesNotThrowAnyException();
    }

    static Stream<Detector<?, ?, ?>> detectors() {
        return Stream.of(
                new TsFaultDetector(TsFaultSettings.DEFAULT),
                new FeedLostDetector(FeedLostDetector.DEFAULT_TIMES),
                new StreamReporter(Duration.ofSeconds(5), 128, new ServiceJudge(null, "hill", SiteProfile.BROADCAST)),
                new ServiceDetector(new ServiceJudge(null, "hill", SiteProfile.BROADCAST), ServiceSettings.DEFAULT),
                new PictureDetector(PictureSettings.DEFAULT, ServiceProfiles.NONE),
                new ServiceSoundDetector(ServiceSoundSettings.DEFAULT, ServiceProfiles.NONE),
                new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3)),
                new PeerDetector(ConditionTimes.ofSeconds(3, 6, 3), InsertionSchedule.NONE, ""));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aDetectorTravelsAndAStateWithNothingInItToo(Detector<?, ?, ?> detector) throws IOException {
        assertThat(InstantiationUtil.serializeObject(detector)).isNotEmpty();
        Object state = detector.initial();
        assertThat(journey(serializer(state.getClass()), state))
                .usingRecursiveComparison()
                .isEqualTo(state);
    }

    @Test
    void aServiceInTheMiddleOfAFaultGoesOnAfterAJourney() throws IOException {
        PictureDetector detector = new PictureDetector(PictureSettings.DEFAULT, ServiceProfiles.NONE);
        TypeSerializer<Object> states = serializer(PictureState.class);
        TypeSerializer<Object> frames = serializer(AvFrame.class);
        PictureState travelled = detector.initial();
        List<Finding.Phase> phases = new ArrayList<>();
        for (AvFrame frame : new Broadcast().seconds(2).black().seconds(3).ended()) {
            Step<PictureState, Finding> step = detector.onObservation(travelled, (AvFrame) journey(frames, frame));
            travelled = (PictureState) journey(states, step.next());
            step.findings().forEach(finding -> phases.add(finding.phase()));
        }
        assertThat(phases).containsExactly(Finding.Phase.RAISED);
    }

    @Test
    void aStreamInTheMiddleOfAFaultGoesOnAfterAJourney() throws IOException {
        TsFaultDetector detector = new TsFaultDetector(TsFaultSettings.DEFAULT);
        Streams streams =
                new Streams().looks(3).errors(TsIndicator.PTS_ERROR, 2, 257).looks(90);
        TypeSerializer<Object> states = serializer(TsFaultState.class);
        TypeSerializer<Object> frames = serializer(TsFrame.class);
        TsFaultState travelled = detector.initial();
        List<Finding.Phase> phases = new ArrayList<>();
        for (TsFrame frame : streams.ended()) {
            Step<TsFaultState, Finding> step = detector.onObservation(travelled, (TsFrame) journey(frames, frame));
            travelled = (TsFaultState) journey(states, step.next());
            step.findings().forEach(finding -> phases.add(finding.phase()));
        }
        assertThat(phases).containsExactly(Finding.Phase.RAISED, Finding.Phase.PAUSED, Finding.Phase.ENDED);
    }

    private static Object journey(TypeSerializer<Object> serializer, Object value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(4096);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    @SuppressWarnings("unchecked")
    private static TypeSerializer<Object> serializer(Class<?> type) {
        return (TypeSerializer<Object>) TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }
}
