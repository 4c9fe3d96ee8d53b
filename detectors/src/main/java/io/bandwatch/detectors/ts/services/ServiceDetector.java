package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.ts.Progress;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports services that are in the stream and not in the register, services that should be there and are not, and services
 * that are not what they were. What lasts for less than its hold time is a change of tables under way. Looks in which nothing
 * came tell nothing.
 */
public final class ServiceDetector implements Detector<TsFrame, ServicesState, Finding> {
    private static final long serialVersionUID = 1L;

    /** Services that are watched; a stream that names more is not a broadcast. */
    private static final int MOST_WATCHED = 4096;

    private final ServiceJudge judge;
    private final ServiceSettings settings;
    private final ServiceQuestions questions;
    private final ConditionRule unlicensed;
    private final ConditionRule missing;
    private final ConditionRule changed;

    public ServiceDetector(ServiceJudge judge, ServiceSettings settings) {
        this.judge = judge;
        this.settings = settings;
        this.questions = new ServiceQuestions(judge, settings);
        String version = judge.registerVersion();
        unlicensed = new ConditionRule(IncidentKind.UNLICENSED_SERVICE, settings.unlicensed(), version);
        missing = new ConditionRule(IncidentKind.SERVICE_MISSING, settings.missing(), version);
        changed = new ConditionRule(IncidentKind.SERVICE_CHANGED, settings.changed(), version);
    }

    @Override
    public ServicesState initial() {
        return ServicesState.NOTHING;
    }

    @Override
    public Step<ServicesState, Finding> onObservation(ServicesState state, TsFrame frame) {
        if (frame.kind() == FrameKind.ENDED) {
            return each(state, (rule, run, watch) -> rule.ended(run, frame.time()));
        }
        TsObservation stream = frame.stream();
        if (stream == null || state.progress().isAll(stream)) {
            return each(state, (rule, run, watch) -> rule.after(run, look(frame, watch), Reading.UNKNOWN));
        }
        Map<Integer, TsService> present = Stream.of(stream.services())
                .collect(Collectors.toMap(TsService::serviceId, service -> service, (one, other) -> one, TreeMap::new));
        Map<Integer, ServiceEntry> expected = judge.expected(
                stream.network().originalNetworkId(), stream.network().transportStreamId());
        Map<Integer, ServiceWatch> watches = Stream.of(state.watches())
                .collect(Collectors.toMap(ServiceWatch::serviceId, watch -> watch, (one, other) -> one, TreeMap::new));
        SortedSet<Integer> ids = new TreeSet<>(watches.keySet());
        ids.addAll(expected.keySet());
        ids.addAll(present.keySet());
        Outcome out = new Outcome();
        List<ServiceWatch> next = new ArrayList<>();
        for (int id : ids.stream().limit(MOST_WATCHED).toList()) {
            ServiceWatch watch = watches.getOrDefault(id, ServiceWatch.of(id));
            TsService service = present.get(id);
            watch = service == null ? absent(watch, expected.get(id), frame, out) : there(watch, service, frame, out);
            if (!watch.isForgotten()) {
                next.add(watch);
            }
        }
        return out.of(new ServicesState(Progress.of(stream), next.toArray(ServiceWatch[]::new)));
    }

    @Override
    public Step<ServicesState, Finding> onDeadline(ServicesState state, Instant now) {
        return each(state, (rule, run, watch) -> rule.onDeadline(run, now));
    }

    private ServiceWatch there(ServiceWatch before, TsService service, TsFrame frame, Outcome out) {
        ServicePicture picture = ServicePicture.of(service);
        ServiceWatch watch = before.seen(picture, frame.durationNs(), settings);
        ServiceJudgement judgement = judge.judge(service);
        Look look = look(frame, watch);
        return watch.with(
                out.take(unlicensed.after(watch.unlicensed(), look, questions.unlicensed(watch, judgement, look))),
                out.take(missing.after(watch.missing(), look, Reading.NO)),
                out.take(changed.after(watch.changed(), look, questions.changed(watch, judgement, look))));
    }

    private ServiceWatch absent(ServiceWatch before, @Nullable ServiceEntry expected, TsFrame frame, Outcome out) {
        ServiceWatch watch = before.unseen(frame.durationNs(), settings);
        Look look = look(frame, watch);
        return watch.with(
                out.take(unlicensed.after(watch.unlicensed(), look, Reading.NO)),
                out.take(missing.after(watch.missing(), look, questions.missing(watch, expected, look))),
                out.take(changed.after(watch.changed(), look, Reading.NO)));
    }

    private static Look look(TsFrame frame, ServiceWatch watch) {
        return new Look(Subject.service(frame.feed(), watch.serviceId()), frame.time(), frame.durationNs());
    }

    /** What happens to one condition of one service. */
    private interface Move {
        Step<ConditionRun, Finding> of(ConditionRule rule, ConditionRun run, ServiceWatch watch);
    }

    private Step<ServicesState, Finding> each(ServicesState state, Move move) {
        Outcome out = new Outcome();
        ServiceWatch[] next = Arrays.stream(state.watches())
                .map(watch -> watch.with(
                        out.take(move.of(unlicensed, watch.unlicensed(), watch)),
                        out.take(move.of(missing, watch.missing(), watch)),
                        out.take(move.of(changed, watch.changed(), watch))))
                .toArray(ServiceWatch[]::new);
        return out.of(new ServicesState(state.progress(), next));
    }
}
