package io.bandwatch.deploy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentBook;
import io.bandwatch.alerts.IncidentBookState;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.rf.CarrierLostDetector;
import io.bandwatch.detectors.rf.CarrierLostState;
import io.bandwatch.detectors.rf.UnlicensedCarrierDetector;
import io.bandwatch.detectors.rf.UnlicensedCarrierState;
import io.bandwatch.detectors.rf.emission.FrequencyOffsetDetector;
import io.bandwatch.detectors.rf.emission.MpxPowerDetector;
import io.bandwatch.detectors.rf.emission.OverDeviationDetector;
import io.bandwatch.detectors.rf.emission.OverDeviationState;
import io.bandwatch.detectors.rf.emission.UnmodulatedCarrierDetector;
import io.bandwatch.detectors.rf.emission.WindowState;
import io.bandwatch.detectors.rf.identity.RdsMismatchDetector;
import io.bandwatch.detectors.rf.identity.RdsMismatchState;
import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.rf.survey.FeedAccountState;
import io.bandwatch.detectors.rf.survey.FeedAccountant;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.detectors.rf.survey.SpectrumSurvey;
import io.bandwatch.detectors.rf.survey.SurveyState;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.rf.tracking.TrackerState;
import io.bandwatch.detectors.verdict.AssessorSettings;
import io.bandwatch.detectors.verdict.AssessorState;
import io.bandwatch.detectors.verdict.CarrierAssessor;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The main job, readable top to bottom: frames, carriers, judgement, incidents, sinks. */
public final class Topology {
    /** The time series of the store have a point a second. */
    private static final Duration STORE_INTERVAL = Duration.ofSeconds(1);

    private final JudgingSettings settings;
    private final LicenceJudge judge;

    public Topology(JudgingSettings settings) {
        this.settings = settings;
        this.judge = new LicenceJudge(settings.register(), settings.judge());
    }

    /** Adds the whole job to the environment of {@code frames}. */
    public void define(DataStream<RfFrame> frames, Outputs outputs) {
        DataStream<RfObservation> looks = perFeed(
                frames,
                "carrier-tracker",
                new CarrierTracker(settings.tracker()),
                TrackerState.class,
                RfObservation.class);
        DataStream<Incident> incidents = incidents(findings(looks));

        AssessorSettings told = outputs.every() == null
                ? AssessorSettings.FINALS
                : AssessorSettings.finalsAndIntervalsOf(outputs.every());
        DataStream<ResultRecord> results = told(assessed(looks, "carrier-assessor", told), "carrier-records")
                .union(told(incidents, ResultRecord::of, "incident-records"))
                .union(told(accounts(frames), ResultRecord::of, "feed-records"));
        results.sinkTo(outputs.result()).name("result").uid("result");

        if (outputs.store() != null) {
            AssessorSettings series = AssessorSettings.finalsAndIntervalsOf(STORE_INTERVAL);
            told(assessed(looks, "store-assessor", series), "store-carriers")
                    .union(told(incidents, ResultRecord::of, "store-incidents"))
                    .sinkTo(outputs.store())
                    .name("store")
                    .uid("store");
        }
        if (outputs.pictures() != null) {
            perFeed(frames, "spectrum-survey", new SpectrumSurvey(), SurveyState.class, SpectrumSummary.class)
                    .sinkTo(outputs.pictures())
                    .name("pictures")
                    .uid("pictures");
        }
    }

    private DataStream<Finding> findings(DataStream<RfObservation> looks) {
        return perPlace(
                        looks,
                        "unlicensed-carrier",
                        new UnlicensedCarrierDetector(judge, settings.unlicensed()),
                        UnlicensedCarrierState.class,
                        Finding.class)
                .union(perPlace(
                        looks,
                        "carrier-lost",
                        new CarrierLostDetector(judge, settings.maintenance(), settings.lost()),
                        CarrierLostState.class,
                        Finding.class))
                .union(stationFindings(looks));
    }

    private DataStream<Finding> stationFindings(DataStream<RfObservation> looks) {
        StationSettings stations = settings.stations();
        Detector<RfObservation, WindowState, Finding> offset = new FrequencyOffsetDetector(judge, stations.offset());
        Detector<RfObservation, WindowState, Finding> power = new MpxPowerDetector(stations.mpxPower());
        Detector<RfObservation, OverDeviationState, Finding> deviation =
                new OverDeviationDetector(stations.deviation());
        Detector<RfObservation, ConditionRun, Finding> bare = new UnmodulatedCarrierDetector(stations.unmodulated());
        Detector<RfObservation, RdsMismatchState, Finding> rds = new RdsMismatchDetector(judge, stations.rds());
        return perPlace(looks, "frequency-offset", offset, WindowState.class, Finding.class)
                .union(
                        perPlace(looks, "mpx-power-high", power, WindowState.class, Finding.class),
                        perPlace(looks, "over-deviation", deviation, OverDeviationState.class, Finding.class),
                        perPlace(looks, "unmodulated-carrier", bare, ConditionRun.class, Finding.class),
                        perPlace(looks, "rds-mismatch", rds, RdsMismatchState.class, Finding.class));
    }

    private static DataStream<Incident> incidents(DataStream<Finding> findings) {
        return findings.keyBy(Finding::incidentKey, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<>(
                                new IncidentBook(), IncidentBookState.class, Finding::at, finding -> false),
                        TypeInformation.of(Incident.class))
                .name("incident-book")
                .uid("incident-book");
    }

    private DataStream<CarrierRecord> assessed(DataStream<RfObservation> looks, String name, AssessorSettings what) {
        return perPlace(looks, name, new CarrierAssessor(judge, what), AssessorState.class, CarrierRecord.class);
    }

    private static DataStream<FeedAccount> accounts(DataStream<RfFrame> frames) {
        return perFeed(frames, "feed-accountant", new FeedAccountant(), FeedAccountState.class, FeedAccount.class);
    }

    private static <S, F> SingleOutputStreamOperator<F> perFeed(
            DataStream<RfFrame> frames, String name, Detector<RfFrame, S, F> detector, Class<S> state, Class<F> out) {
        return frames.keyBy(RfFrame::feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<>(
                                detector, state, RfFrame::time, frame -> frame.kind() == FrameKind.ENDED),
                        TypeInformation.of(out))
                .name(name)
                .uid(name);
    }

    private static <S, F> SingleOutputStreamOperator<F> perPlace(
            DataStream<RfObservation> looks,
            String name,
            Detector<RfObservation, S, F> detector,
            Class<S> state,
            Class<F> out) {
        return looks.keyBy(RfObservation::place, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<>(
                                detector, state, RfObservation::time, look -> look.kind() == FrameKind.ENDED),
                        TypeInformation.of(out))
                .name(name)
                .uid(name);
    }

    private static DataStream<ResultRecord> told(DataStream<CarrierRecord> carriers, String name) {
        return told(carriers, ResultRecord::of, name);
    }

    private static <T> DataStream<ResultRecord> told(DataStream<T> values, RecordOf<T> wrapping, String name) {
        return values.map(wrapping, TypeInformation.of(ResultRecord.class))
                .name(name)
                .uid(name);
    }

    /** Wraps a part into a record; an interface of its own, so that Flink can serialise the lambda. */
    private interface RecordOf<T> extends org.apache.flink.api.common.functions.MapFunction<T, ResultRecord> {}
}
