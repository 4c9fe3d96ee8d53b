package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what is found of loops and known clips against what may be on air: a message of an emergency that is repeated for as long as
 * there is one is no loop that anybody should look after, and a spot of the library in an announced break is on record only. What goes
 * on when leave is over is told then; what ended before, with a recording, is not. What a studio announces is leave where its programme is due. Sees the findings of
 * all feeds.
 */
public final class LeaveDetector implements Detector<LeaveNews, LeaveState, Finding> {
    private static final long serialVersionUID = 1L;

    /** A loop is known to be over a minute after the last that was heard of it, which itself is known some seconds later. */
    private static final Duration KNOWN_LATER = Duration.ofSeconds(90);

    /** As much later than a studio a programme may come; how much it does is not known here. */
    private static final Duration MOST_DELAY = Duration.ofMinutes(2);

    private final InsertionSchedule schedule;
    private final Studios studios;

    /**
     * One for what is scheduled, and what streams announce.
     *
     * @param schedule insertions that were approved beforehand
     * @param studios say where what they announce is on air
     */
    public LeaveDetector(InsertionSchedule schedule, Studios studios) {
        this.schedule = schedule;
        this.studios = studios;
    }

    @Override
    public LeaveState initial() {
        return LeaveState.NOTHING;
    }

    @Override
    public Step<LeaveState, Finding> onObservation(LeaveState state, LeaveNews news) {
        AuthorisedInsertion insertion = news.insertion();
        if (insertion != null) {
            return step(state.with(state.allowed().with(insertion, news.time())), List.of());
        }
        String station = news.station();
        if (station != null) {
            // what was held for a station that is there no more is told now
            return onDeadline(state.with(news.subject(), station), news.time());
        }
        Finding finding = news.finding();
        if (finding == null) {
            return step(state.ended(news.subject()), List.of());
        }
        return finding.kind() == IncidentKind.KNOWN_CLIP ? clip(state, finding) : loop(state, finding);
    }

    private Step<LeaveState, Finding> clip(LeaveState state, Finding finding) {
        String key = finding.incidentKey();
        boolean raised = finding.phase() == Phase.RAISED;
        boolean recorded = raised
                ? known(state, finding.subject()).anyMatch(one -> one.allows(finding.subject(), finding.onset()))
                : state.recorded().contains(key);
        LeaveState next = finding.phase() == Phase.ENDED || raised ? state.recorded(key) : state;
        next = raised && recorded ? next.recording(key) : next;
        return step(next, List.of(recorded ? as(finding, finding.phase(), Severity.INFO, finding.at()) : finding));
    }

    private Step<LeaveState, Finding> loop(LeaveState state, Finding finding) {
        boolean held = state.held(finding).isPresent();
        if (finding.phase() == Phase.ENDED) {
            return step(state.letGo(finding), held ? List.of() : List.of(finding));
        }
        boolean hold = held
                || (finding.phase() == Phase.RAISED && until(state, finding).isAfter(finding.at()));
        return hold ? step(state.holding(finding), List.of()) : step(state, List.of(finding));
    }

    @Override
    public Step<LeaveState, Finding> onDeadline(LeaveState state, Instant now) {
        LeaveState next = state;
        List<Finding> told = new ArrayList<>();
        for (Finding finding : state.held()) {
            if (!until(state, finding).isAfter(now)) {
                next = next.letGo(finding);
                told.add(as(finding, Phase.RAISED, finding.severity(), now));
            }
        }
        return step(next, told);
    }

    private Step<LeaveState, Finding> step(LeaveState state, List<Finding> told) {
        Optional<Instant> wakeAt =
                state.held().stream().map(finding -> until(state, finding)).min(Instant::compareTo);
        return new Step<>(state, told, wakeAt);
    }

    /** Until when a loop is held: when it should be known to be over that had leave, at its begin or when it was found. */
    private Instant until(LeaveState state, Finding finding) {
        return known(state, finding.subject())
                .filter(one ->
                        one.allows(finding.subject(), finding.onset()) || one.allows(finding.subject(), finding.at()))
                .map(one -> one.end().plus(KNOWN_LATER))
                .max(Instant::compareTo)
                .orElse(finding.onset());
    }

    private Stream<AuthorisedInsertion> known(LeaveState state, Subject subject) {
        String station = subject.isService()
                ? Integer.toString(subject.serviceId())
                : state.stations().get(subject);
        Stream<AuthorisedInsertion> scheduled = station == null ? Stream.of() : schedule.of(station, subject);
        List<AuthorisedInsertion> announced = state.allowed().insertions();
        Stream<AuthorisedInsertion> byStudios = announced.stream()
                .filter(one -> studios.feeds(one.subject().feed(), subject, station == null ? "" : station))
                .map(one -> one.within(subject, MOST_DELAY));
        return Stream.of(announced.stream(), byStudios, scheduled).flatMap(each -> each);
    }

    private static Finding as(Finding finding, Phase phase, Severity severity, Instant at) {
        Instant until = finding.until().equals(finding.at()) ? at : finding.until();
        return new Finding(
                finding.kind(),
                phase,
                finding.subject(),
                severity,
                finding.onset(),
                finding.since(),
                until,
                at,
                finding.measured(),
                finding.threshold(),
                finding.unit(),
                finding.reasons(),
                finding.registerVersion());
    }
}
