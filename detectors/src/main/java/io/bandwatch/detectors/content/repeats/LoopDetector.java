package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.LoopState.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports a programme that is a loop: all of it was heard one period before, and the whole period was heard twice. A jingle
 * that comes often comes at other intervals each time, and a programme that is broadcast again later has not followed itself.
 */
public final class LoopDetector implements Detector<RepeatReport, LoopState, Finding> {
    private static final long serialVersionUID = 1L;

    /** A report comes so soon behind what it tells of, steps: words are cut each five seconds. */
    private static final long LATEST_REPORT = 500;

    private final long warnSteps;
    private final long alarmSteps;

    /** @param settings how long it takes */
    public LoopDetector(LoopSettings settings) {
        this.warnSteps = settings.warnSteps();
        this.alarmSteps = settings.alarmSteps();
    }

    @Override
    public LoopState initial() {
        return LoopState.NOTHING;
    }

    @Override
    public Step<LoopState, Finding> onObservation(LoopState state, RepeatReport report) {
        List<Finding> findings = new ArrayList<>();
        List<Chain> chains = Chain.continued(state.chains(), report);
        Told loop = state.loop() == null
                ? begun(chains, report, findings)
                : followed(state.loop(), chains, report, findings);
        long now = PrintLine.step(report.time());
        chains.removeIf(chain -> chain.isOver(now));
        return new Step<>(new LoopState(chains, loop), findings, over(loop));
    }

    /** Of a feed that is dead no report comes that could tell that a loop is over. */
    @Override
    public Step<LoopState, Finding> onDeadline(LoopState state, Instant now) {
        Told loop = state.loop();
        boolean isOver = loop != null && !over(loop).orElseThrow().isAfter(now);
        return loop != null && isOver
                ? new Step<>(new LoopState(List.of(), null), List.of(ended(loop, now)), Optional.empty())
                : new Step<>(state, List.of(), over(loop));
    }

    /** When a loop is over, unless a report tells that it goes on. */
    private static Optional<Instant> over(@Nullable Told loop) {
        return Optional.ofNullable(loop)
                .map(one -> PrintLine.time(one.chain().until() + Chain.MOST_BETWEEN + LATEST_REPORT));
    }

    private @Nullable Told begun(List<Chain> chains, RepeatReport report, List<Finding> findings) {
        Optional<Chain> shortest = chains.stream()
                .filter(chain -> chain.isLoop(1, warnSteps))
                .min(Comparator.comparingDouble(Chain::period));
        if (shortest.isEmpty()) {
            return null;
        }
        Chain chain = shortest.get();
        Told told = told(report.subject(), chain, chain.from(), false, 1, warnSteps);
        findings.add(finding(Phase.RAISED, Severity.WARNING, told, report.time(), report.time()));
        return told;
    }

    private @Nullable Told followed(Told loop, List<Chain> chains, RepeatReport report, List<Finding> findings) {
        Told next = loop.along(continued(loop.chain(), chains));
        if (!next.alarmed() && next.chain().isLoop(2, alarmSteps)) {
            next = told(next.subject(), next.chain(), next.onset(), true, 2, alarmSteps);
            findings.add(finding(Phase.ESCALATED, Severity.MAJOR, next, report.time(), report.time()));
        }
        long now = PrintLine.step(report.time());
        boolean mayGoOn = now - next.chain().until() <= (report.ended() ? Chain.MOST_BETWEEN / 3 : Chain.MOST_BETWEEN);
        if (mayGoOn) {
            return next;
        }
        findings.add(ended(next, report.time()));
        return null;
    }

    private static Finding ended(Told loop, Instant now) {
        Severity severity = loop.alarmed() ? Severity.MAJOR : Severity.WARNING;
        return finding(Phase.ENDED, severity, loop, PrintLine.time(loop.chain().until()), now);
    }

    /** The same chain as it stands now. */
    private static Chain continued(Chain chain, List<Chain> chains) {
        return chains.stream()
                .filter(other -> other.from() == chain.from() && other.until() >= chain.until())
                .min(Comparator.comparingDouble(other -> Math.abs(other.lag() - chain.lag())))
                .orElse(chain);
    }

    private static Told told(Subject subject, Chain chain, long onset, boolean alarmed, int times, long leastSteps) {
        Reason reason = Reason.of(
                ReasonCode.LOOP,
                Reason.Weight.DECISIVE,
                number(PrintLine.seconds(chain.period()), 1),
                number(PrintLine.seconds(chain.length()), 0),
                number(100 * chain.share(), 0));
        double threshold = PrintLine.seconds(Math.max(times * chain.period(), (double) leastSteps));
        return new Told(
                subject, chain, onset, alarmed, PrintLine.seconds(chain.length()), threshold, new Reason[] {reason});
    }

    private static Finding finding(Phase phase, Severity severity, Told told, Instant until, Instant at) {
        Instant onset = PrintLine.time(told.onset());
        return new Finding(
                IncidentKind.LOOPED_CONTENT,
                phase,
                told.subject(),
                severity,
                onset,
                onset,
                until,
                at,
                told.measured(),
                told.threshold(),
                "s",
                told.reasons(),
                "");
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
