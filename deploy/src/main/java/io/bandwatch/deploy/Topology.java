package io.bandwatch.deploy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.deploy.content.ClipTopology;
import io.bandwatch.deploy.content.ContentTopology;
import io.bandwatch.deploy.content.Heard;
import io.bandwatch.deploy.content.LeaveTopology;
import io.bandwatch.deploy.content.LedgerTopology;
import io.bandwatch.deploy.content.PeerTopology;
import io.bandwatch.deploy.content.RelayTopology;
import io.bandwatch.deploy.content.RepeatTopology;
import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.receiver.ReceiverRecord;
import io.bandwatch.detectors.receiver.ReceiverReportState;
import io.bandwatch.detectors.receiver.ReceiverReporter;
import io.bandwatch.detectors.receiver.ReceiverWatch;
import io.bandwatch.detectors.receiver.ReceiverWatchState;
import io.bandwatch.detectors.rf.PropagationDetector;
import io.bandwatch.detectors.rf.PropagationState;
import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.rf.survey.FeedAccountState;
import io.bandwatch.detectors.rf.survey.FeedAccountant;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.detectors.rf.survey.SpectrumSurvey;
import io.bandwatch.detectors.rf.survey.SurveyState;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.verdict.AssessorSettings;
import io.bandwatch.detectors.verdict.AssessorState;
import io.bandwatch.detectors.verdict.CarrierAssessor;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.detectors.watch.FeedWatch;
import io.bandwatch.detectors.watch.WatchState;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.av.AvFrame;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** The main job, readable top to bottom: frames, carriers, judgement, incidents, sinks. */
public final class Topology {
    private final JudgingSettings settings;
    private final boolean live;
    private final List<Incident> left;
    private final int indexTasks;
    private final LicenceJudge licences;
    private final VerdictJudge verdicts;

    /** The job over recordings. */
    public Topology(JudgingSettings settings) {
        this(settings, false, List.of(), 1);
    }

    private Topology(JudgingSettings settings, boolean live, List<Incident> left, int indexTasks) {
        this.settings = settings;
        this.live = live;
        this.left = left;
        this.indexTasks = indexTasks;
        this.licences = new LicenceJudge(settings.register(), settings.judge());
        this.verdicts = new VerdictJudge(licences, settings.verdict());
    }

    /**
     * The job over what comes now, and is judged as it comes.
     *
     * @param left incidents of runs before that nobody follows any more, as they are closed
     * @param indexTasks tasks that share the index of what was heard
     */
    public static Topology live(JudgingSettings settings, List<Incident> left, int indexTasks) {
        return new Topology(settings, true, left, indexTasks);
    }

    /** Adds the whole job to the environment of {@code all} feeds. */
    public void define(DataStream<FeedFrame> all, Outputs outputs) {
        String reference = settings.references().ofAll();
        DataStream<FeedFrame> feeds = reference == null
                ? all
                : all.filter(frame -> !frame.feed().equals(reference))
                        .name("air")
                        .uid("air");
        DataStream<RfFrame> frames = part(feeds, FeedFrame::rf, RfFrame.class, "bands");
        DataStream<TsFrame> multiplexes = part(feeds, FeedFrame::ts, TsFrame.class, "streams");
        StreamTopology streams = new StreamTopology(multiplexes, settings.streams());
        // a studio announces its breaks too
        DataStream<AuthorisedInsertion> breaks = LedgerTopology.breaks(
                reference == null ? multiplexes : part(all, FeedFrame::ts, TsFrame.class, "announcing"));
        DataStream<AvFrame> services = part(feeds, FeedFrame::av, AvFrame.class, "av");
        ProgrammeTopology programmes = new ProgrammeTopology(services, settings.programmes());
        DataStream<AttestedLook> watched = perFeed(
                frames,
                "feed-watch",
                new FeedWatch(new CarrierTracker(settings.tracker()), licences, settings.watch()),
                WatchState.class,
                AttestedLook.class);
        DataStream<ContentLook> heard = Heard.of(watched, services, licences);
        RepeatTopology repeats = new RepeatTopology(heard, indexTasks);
        // without a register there is nobody to relay
        DataStream<AttestedLook> looks = settings.register() == null
                ? watched
                : new RelayTopology(settings.watch().restart(), live).informed(watched, repeats.reports());
        DataStream<Finding> ofCarriers = carrierFindings(looks);
        DataStream<Finding> findings = ofCarriers.union(
                feedFindings(watched), receiverFindings(frames), streams.findings(), programmes.findings());
        if (reference != null) {
            findings = findings.union(
                    new ContentTopology(reference, settings.insertions(), licences).findings(watched, all, breaks));
        }
        PeerTopology peers = new PeerTopology(
                settings.register(),
                licences,
                settings.streams().judge(),
                settings.insertions(),
                settings.references().programmes());
        if (peers.any()) {
            findings = peers.with(findings, watched, services, breaks);
        }
        DataStream<Finding> content = repeats.loops();
        if (settings.clips().size() > 0) {
            content = content.union(new ClipTopology(settings.clips()).findings(heard));
        }
        findings = findings.union(
                new LeaveTopology(settings.insertions(), peers.studios(reference)).held(content, breaks, heard),
                repeats.links(ofCarriers));
        DataStream<Incident> incidents = IncidentTopology.of(findings, left, live);

        AssessorSettings told = outputs.every() == null
                ? AssessorSettings.FINALS
                : AssessorSettings.finalsAndIntervalsOf(outputs.every());
        DataStream<CarrierRecord> carriers = assessed(looks, "carrier-assessor", told);
        DataStream<ResultRecord> decoded = programmes.records(live ? outputs.every() : null);
        DataStream<ResultRecord> results = told(carriers, ResultRecord::of, "carrier-records")
                .union(told(incidents, ResultRecord::of, "incident-records"))
                .union(told(accounts(frames), ResultRecord::of, "feed-records"))
                .union(streams.records(), decoded, repeats.records())
                .union(new LedgerTopology(settings.insertions()).records(breaks, carriers, decoded));
        if (outputs.every() != null) {
            results = results.union(
                    told(receivers(frames, outputs.every(), "receiver"), ResultRecord::of, "receiver-records"));
            if (live) {
                results = results.union(streams.records(outputs.every()));
            }
        }
        // one file, one writer, however many slots the job has
        results.sinkTo(outputs.result()).setParallelism(1).name("result").uid("result");

        if (outputs.store() != null || outputs.pushes() != null) {
            AssessorSettings each = AssessorSettings.finalsAndIntervalsOf(SeriesTopology.EVERY);
            DataStream<CarrierRecord> seconds = assessed(looks, "store-assessor", each);
            if (outputs.store() != null) {
                SeriesTopology series = new SeriesTopology(
                        outputs.places(),
                        settings.register(),
                        settings.streams().judge());
                DataStream<Point> points = series.carriers(seconds)
                        .union(series.bands(frames))
                        .union(series.receivers(receivers(frames, SeriesTopology.EVERY, "store-receivers")))
                        .union(series.streams(multiplexes))
                        .union(series.programmes(services))
                        .union(series.incidents(incidents));
                DataStream<Point> rolled = series.rolledUp(points);
                (live ? AfterCheckpoint.of(rolled, "points-covered") : rolled)
                        .sinkTo(outputs.store())
                        .name("store")
                        .uid("store");
            }
            if (outputs.pushes() != null) {
                told(seconds, ResultRecord::of, "store-carriers")
                        .union(told(incidents, ResultRecord::of, "store-incidents"))
                        .sinkTo(outputs.pushes())
                        .setParallelism(1)
                        .name("pushes")
                        .uid("pushes");
            }
        }
        if (outputs.pictures() != null) {
            perFeed(
                            frames.map(RfFrame::withoutCarriers)
                                    .returns(RfFrame.class)
                                    .name("spectra")
                                    .uid("spectra"),
                            "spectrum-survey",
                            new SpectrumSurvey(),
                            SurveyState.class,
                            SpectrumSummary.class)
                    .sinkTo(outputs.pictures())
                    .name("pictures")
                    .uid("pictures");
        }
    }

    /** The looks of one kind of feed. */
    private static <T> DataStream<T> part(DataStream<FeedFrame> feeds, PartOf<T> taking, Class<T> type, String name) {
        return feeds.<T>flatMap(
                        (frame, out) -> {
                            T taken = taking.apply(frame);
                            if (taken != null) {
                                out.collect(taken);
                            }
                        },
                        TypeInformation.of(type))
                .name(name)
                .uid(name);
    }

    private DataStream<Finding> carrierFindings(DataStream<AttestedLook> looks) {
        return perPlace(looks, "carrier-detectors", new CarrierDetectors(settings, verdicts).all(), Finding.class);
    }

    /** What concerns a feed as a whole. Of its looks, only those that tell of an opening need to come here. */
    private DataStream<Finding> feedFindings(DataStream<AttestedLook> looks) {
        return looks.filter(look -> look.opening() != null || look.isLast())
                .name("openings")
                .uid("openings")
                .keyBy(AttestedLook::feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, AttestedLook, Finding>(AttestedLook::time, look -> false)
                                .with(
                                        "propagation-event",
                                        new PropagationDetector(settings.watch().carriers()),
                                        PropagationState.class),
                        TypeInformation.of(Finding.class))
                .name("feed-detectors")
                .uid("feed-detectors");
    }

    /** What concerns live receivers; recordings have none. */
    private static DataStream<Finding> receiverFindings(DataStream<RfFrame> frames) {
        return perFeed(
                live(frames, "receivers"),
                "receiver-watch",
                new ReceiverWatch(),
                ReceiverWatchState.class,
                Finding.class);
    }

    private static DataStream<ReceiverRecord> receivers(DataStream<RfFrame> frames, Duration every, String name) {
        return perFeed(
                live(frames, name + "-looks")
                        .map(RfFrame::withoutCarriers)
                        .returns(RfFrame.class)
                        .name(name + "-counts")
                        .uid(name + "-counts"),
                name + "-reporter",
                new ReceiverReporter(every),
                ReceiverReportState.class,
                ReceiverRecord.class);
    }

    private static DataStream<RfFrame> live(DataStream<RfFrame> frames, String name) {
        return frames.filter(frame -> frame.receiver() != null).name(name).uid(name);
    }

    private DataStream<CarrierRecord> assessed(DataStream<AttestedLook> looks, String name, AssessorSettings what) {
        return perPlace(
                looks,
                name,
                new DetectorFunction<String, AttestedLook, CarrierRecord>(AttestedLook::time, AttestedLook::isLast)
                        .with(name, new CarrierAssessor(verdicts, what.in(settings.timezone())), AssessorState.class),
                CarrierRecord.class);
    }

    private static DataStream<FeedAccount> accounts(DataStream<RfFrame> frames) {
        DataStream<RfFrame> counted = frames.map(RfFrame::withoutBand)
                .returns(RfFrame.class)
                .name("counts")
                .uid("counts");
        return perFeed(counted, "feed-accountant", new FeedAccountant(), FeedAccountState.class, FeedAccount.class);
    }

    static <S, F> SingleOutputStreamOperator<F> perFeed(
            DataStream<RfFrame> frames, String name, Detector<RfFrame, S, F> detector, Class<S> state, Class<F> out) {
        return frames.keyBy(RfFrame::feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, RfFrame, F>(
                                        RfFrame::time, frame -> frame.kind() == FrameKind.ENDED)
                                .with(name, detector, state),
                        TypeInformation.of(out))
                .name(name)
                .uid(name);
    }

    private static <F> SingleOutputStreamOperator<F> perPlace(
            DataStream<AttestedLook> looks,
            String name,
            DetectorFunction<String, AttestedLook, F> detectors,
            Class<F> out) {
        return looks.keyBy(AttestedLook::place, TypeInformation.of(String.class))
                .process(detectors, TypeInformation.of(out))
                .name(name)
                .uid(name);
    }

    private static <T> DataStream<ResultRecord> told(DataStream<T> values, RecordOf<T> wrapping, String name) {
        return values.map(wrapping, TypeInformation.of(ResultRecord.class))
                .name(name)
                .uid(name);
    }

    /** Takes a part that may be absent; an interface of its own, so that Flink can serialise the lambda. */
    private interface PartOf<T> extends java.io.Serializable {
        @Nullable
        T apply(FeedFrame frame);
    }

    /** Wraps a part into a record; an interface of its own, so that Flink can serialise the lambda. */
    private interface RecordOf<T> extends org.apache.flink.api.common.functions.MapFunction<T, ResultRecord> {}
}
