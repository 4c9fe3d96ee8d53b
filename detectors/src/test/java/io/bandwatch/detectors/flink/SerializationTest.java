package io.bandwatch.detectors.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.artefact.ArtefactTotals;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.audio.SoundDetector;
import io.bandwatch.detectors.audio.SoundSettings;
import io.bandwatch.detectors.audio.SoundState;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.level.LevelMemory;
import io.bandwatch.detectors.level.LevelSettings;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rds.RdsBitStream;
import io.bandwatch.detectors.rds.RdsReceiver;
import io.bandwatch.detectors.rds.RdsReception;
import io.bandwatch.detectors.rds.RdsSettings;
import io.bandwatch.detectors.rds.RdsState;
import io.bandwatch.detectors.rds.StationGroups;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.receiver.ReceiverRecord;
import io.bandwatch.detectors.receiver.ReceiverReportState;
import io.bandwatch.detectors.receiver.ReceiverWatchState;
import io.bandwatch.detectors.rf.CarrierLostDetector;
import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.CarrierLostState;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.detectors.rf.PropagationState;
import io.bandwatch.detectors.rf.UnlicensedCarrierDetector;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierState;
import io.bandwatch.detectors.rf.emission.FrequencyOffsetDetector;
import io.bandwatch.detectors.rf.emission.FrequencyOffsetSettings;
import io.bandwatch.detectors.rf.emission.MpxPowerDetector;
import io.bandwatch.detectors.rf.emission.MpxPowerSettings;
import io.bandwatch.detectors.rf.emission.OverDeviationDetector;
import io.bandwatch.detectors.rf.emission.OverDeviationSettings;
import io.bandwatch.detectors.rf.emission.OverDeviationState;
import io.bandwatch.detectors.rf.emission.UnmodulatedCarrierDetector;
import io.bandwatch.detectors.rf.emission.UnmodulatedCarrierSettings;
import io.bandwatch.detectors.rf.emission.WindowState;
import io.bandwatch.detectors.rf.identity.RdsMismatchDetector;
import io.bandwatch.detectors.rf.identity.RdsMismatchSettings;
import io.bandwatch.detectors.rf.identity.RdsMismatchState;
import io.bandwatch.detectors.rf.survey.BandRecord;
import io.bandwatch.detectors.rf.survey.BandReportState;
import io.bandwatch.detectors.rf.survey.BandReporter;
import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.rf.survey.FeedAccountState;
import io.bandwatch.detectors.rf.survey.FeedAccountant;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.detectors.rf.survey.SpectrumSurvey;
import io.bandwatch.detectors.rf.survey.SurveyState;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import io.bandwatch.detectors.rf.tracking.TrackerState;
import io.bandwatch.detectors.verdict.AssessorSettings;
import io.bandwatch.detectors.verdict.AssessorState;
import io.bandwatch.detectors.verdict.CarrierAssessor;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.detectors.watch.FeedWatch;
import io.bandwatch.detectors.watch.WatchSettings;
import io.bandwatch.detectors.watch.WatchState;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.io.IOException;
import java.io.Serializable;
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

class SerializationTest {

    static Stream<Class<?>> edgeAndStateTypes() {
        return Stream.of(
                RfFrame.class,
                RfObservation.class,
                AttestedLook.class,
                Finding.class,
                CarrierRecord.class,
                SpectrumSummary.class,
                BandRecord.class,
                BandReportState.class,
                FeedAccount.class,
                TrackerState.class,
                WatchState.class,
                ReceiverWatchState.class,
                ReceiverReportState.class,
                ReceiverRecord.class,
                PropagationState.class,
                UnlicensedCarrierState.class,
                CarrierLostState.class,
                AssessorState.class,
                ConditionRun.class,
                ArtefactTotals.class,
                OverloadTotals.class,
                LevelMemory.class,
                SoundState.class,
                WindowState.class,
                OverDeviationState.class,
                RdsMismatchState.class,
                SurveyState.class,
                FeedAccountState.class,
                RdsState.class,
                RdsStation.class,
                RdsReception.class);
    }

    @ParameterizedTest
    @MethodSource("edgeAndStateTypes")
    void isSerialisedWithoutKryo(Class<?> type) {
        assertThatCode(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(type))
                .doesNotThrowAnyException();
    }

    static Stream<Object> initialStates() {
        return Stream.of(
                new CarrierTracker(TrackerSettings.DEFAULT).initial(),
                watch().initial(),
                unlicensed().initial(),
                lost().initial(),
                assessor().initial(),
                new SpectrumSurvey().initial(),
                new BandReporter(Duration.ofSeconds(1)).initial(),
                new FeedAccountant().initial(),
                ConditionRun.NOTHING,
                sound().initial(),
                new MpxPowerDetector(MpxPowerSettings.DEFAULT).initial(),
                new OverDeviationDetector(OverDeviationSettings.DEFAULT).initial(),
                new RdsMismatchDetector(judge(), RdsMismatchSettings.DEFAULT).initial(),
                new RdsReceiver(RdsSettings.DEFAULT).initial());
    }

    @ParameterizedTest
    @MethodSource("initialStates")
    void aStateWithNothingInItSurvivesAJourney(Object state) throws IOException {
        TypeSerializer<Object> serializer = serializer(state.getClass());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(state, out);
        Object back = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        assertThat(back).usingRecursiveComparison().isEqualTo(state);
    }

    @Test
    void aStationInTheMiddleOfItsTextGoesOnAfterAJourney() throws IOException {
        RdsReceiver receiver = new RdsReceiver(RdsSettings.DEFAULT);
        List<BitFrame> frames = new RdsBitStream()
                .groups(StationGroups.mixed(0xC123, "BANDWACH", "half of this text came before the journey", 40))
                .frames();
        RdsState stayed = receiver.initial();
        RdsState travelled = stayed;
        TypeSerializer<Object> serializer = serializer(RdsState.class);
        for (BitFrame frame : frames) {
            stayed = receiver.receive(stayed, frame);
            DataOutputSerializer out = new DataOutputSerializer(4096);
            serializer.serialize(receiver.receive(travelled, frame), out);
            travelled = (RdsState) serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        }
        assertThat(receiver.station(travelled).radioText()).isEqualTo("half of this text came before the journey");
        assertThat(travelled).usingRecursiveComparison().isEqualTo(stayed);
    }

    @Test
    void aConditionThatWasReportedGoesOnAfterAJourney() throws IOException {
        ConditionRule rule = new ConditionRule(IncidentKind.SILENCE, ConditionTimes.ofSeconds(5, 20, 3), "");
        List<RfObservation> looks = Looks.at(98.0e6).on(30, 20).list();
        TypeSerializer<Object> serializer = serializer(ConditionRun.class);
        ConditionRun run = ConditionRun.NOTHING;
        List<Finding> findings = new ArrayList<>();
        for (RfObservation look : looks) {
            Reading reading = Reading.yes(-70, -60, "LUFS", Reason.of(ReasonCode.ON_AIR, Reason.Weight.WEAK, "1"));
            Step<ConditionRun, Finding> step = rule.after(run, look, reading);
            findings.addAll(step.findings());
            DataOutputSerializer out = new DataOutputSerializer(4096);
            serializer.serialize(step.next(), out);
            run = (ConditionRun) serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        }
        assertThat(findings).extracting(Finding::phase).containsExactly(Finding.Phase.RAISED, Finding.Phase.ESCALATED);
        assertThat(run.isPresent()).isTrue();
    }

    @Test
    void aLearnedLevelGoesOnAfterAJourney() throws IOException {
        TypeSerializer<Object> serializer = serializer(LevelMemory.class);
        LevelMemory travelled = LevelMemory.NOTHING;
        for (RfObservation look : Looks.at(98.0e6).on(4 * 3600, 20).list()) {
            DataOutputSerializer out = new DataOutputSerializer(4096);
            serializer.serialize(travelled.with(look, LevelSettings.DEFAULT), out);
            travelled = (LevelMemory) serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        }
        assertThat(travelled.partsDb()).hasSize(16);
        assertThat(travelled.nowOffDb()).isEqualTo(0);
    }

    @SuppressWarnings("unchecked")
    private static TypeSerializer<Object> serializer(Class<?> type) {
        return (TypeSerializer<Object>) TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }

    @Test
    void detectorsTravelWithTheirRegister() throws IOException {
        List<Serializable> detectors = List.of(
                new CarrierTracker(TrackerSettings.DEFAULT),
                watch(),
                unlicensed(),
                lost(),
                assessor(),
                new SpectrumSurvey(),
                new FeedAccountant(),
                new FrequencyOffsetDetector(judge(), FrequencyOffsetSettings.DEFAULT),
                new MpxPowerDetector(MpxPowerSettings.DEFAULT),
                new OverDeviationDetector(OverDeviationSettings.DEFAULT),
                new UnmodulatedCarrierDetector(UnmodulatedCarrierSettings.DEFAULT),
                new RdsMismatchDetector(judge(), RdsMismatchSettings.DEFAULT),
                new RdsReceiver(RdsSettings.DEFAULT));
        for (Serializable detector : detectors) {
            assertThat(InstantiationUtil.serializeObject(detector)).isNotEmpty();
        }
    }

    private static LicenceJudge judge() {
        return Registers.judge("A,One,98.0,broadcast,1000,Mo-Su 05:30-24:00,2020-01-01,2029-12-31");
    }

    private static VerdictJudge verdicts() {
        return Registers.verdicts(judge());
    }

    private static FeedWatch watch() {
        return new FeedWatch(new CarrierTracker(TrackerSettings.DEFAULT), judge(), WatchSettings.DEFAULT);
    }

    private static UnlicensedCarrierDetector unlicensed() {
        return new UnlicensedCarrierDetector(verdicts(), UnlicensedCarrierSettings.DEFAULT);
    }

    private static CarrierLostDetector lost() {
        return new CarrierLostDetector(judge(), MaintenancePlan.NONE, CarrierLostSettings.DEFAULT);
    }

    private static SoundDetector sound() {
        return new SoundDetector(judge(), SoundSettings.DEFAULT);
    }

    private static CarrierAssessor assessor() {
        return new CarrierAssessor(verdicts(), AssessorSettings.FINALS);
    }
}
