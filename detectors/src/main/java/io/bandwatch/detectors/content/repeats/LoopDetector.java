package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.LoopState.Told;
import java.time.Duration;
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

    /** What may be between two stretches of a loop, or behind the last one, steps: a minute. */
    private static final long MOST_BETWEEN = 3000;

    /** So much of it must have been heard before. */
    private static final double LEAST_SHARE = 0.9;

    private final long warnSteps;
    private final long alarmSteps;

    /** @param settings how long it takes */
    public LoopDetector(LoopSettings settings) {
        this.warnSteps = steps(settings.warn());
        this.alarmSteps = steps(settings.alarm());
    }

    private static long steps(Duration duration) {
        return duration.toNanos() / PrintLine.STEP_NS;
    }

    @Override
    public LoopState initial() {
        return LoopState.NOTHING;
    }

    @Override
    public Step<LoopState, Finding> onObservation(LoopState state, RepeatReport report) {
        List<Finding> findings = new ArrayList<>();
        List<Chain> chains = chains(state.chains(), report);
        Told loop = state.loop() == null
                ? begun(chains, report, findings)
                : followed(state.loop(), chains, report, findings);
        long now = PrintLine.step(report.time());
        chains.removeIf(chain -> now - chain.until() > MOST_BETWEEN);
        return new Step<>(new LoopState(chains, loop), findings, Optional.empty());
    }

    @Override
    public Step<LoopState, Finding> onDeadline(LoopState state, Instant now) {
        return Step.quiet(state);
    }

    private static List<Chain> chains(List<Chain> before, RepeatReport report) {
        List<Chain> chains = new ArrayList<>(before);
        for (Repeat[] some : List.of(report.over(), report.open())) {
            for (Repeat repeat : some) {
                if (repeat.other().equals(report.subject())) {
                    put(chains, repeat);
                }
            }
        }
        return chains;
    }

    private static void put(List<Chain> chains, Repeat repeat) {
        for (int i = 0; i < chains.size(); i++) {
            if (chains.get(i).isContinuedBy(repeat, MOST_BETWEEN)) {
                chains.set(i, chains.get(i).with(repeat));
                return;
            }
        }
        chains.add(Chain.of(repeat));
    }

    private @Nullable Told begun(List<Chain> chains, RepeatReport report, List<Finding> findings) {
        Optional<Chain> shortest = chains.stream()
                .filter(chain -> isLoop(chain, 1, warnSteps))
                .min(Comparator.comparingDouble(Chain::lag));
        if (shortest.isEmpty()) {
            return null;
        }
        Chain chain = shortest.get();
        Told told = told(chain, chain.from(), false, 1, warnSteps);
        findings.add(finding(Phase.RAISED, Severity.WARNING, told, report.time(), report));
        return told;
    }

    private @Nullable Told followed(Told loop, List<Chain> chains, RepeatReport report, List<Finding> findings) {
        Told next = loop.along(continued(loop.chain(), chains));
        if (!next.alarmed() && isLoop(next.chain(), 2, alarmSteps)) {
            next = told(next.chain(), next.onset(), true, 2, alarmSteps);
            findings.add(finding(Phase.ESCALATED, Severity.MAJOR, next, report.time(), report));
        }
        long now = PrintLine.step(report.time());
        boolean mayGoOn = now - next.chain().until() <= (report.ended() ? MOST_BETWEEN / 3 : MOST_BETWEEN);
        if (mayGoOn) {
            return next;
        }
        Severity severity = next.alarmed() ? Severity.MAJOR : Severity.WARNING;
        findings.add(
                finding(Phase.ENDED, severity, next, PrintLine.time(next.chain().until()), report));
        return null;
    }

    /** The same chain as it stands now. */
    private static Chain continued(Chain chain, List<Chain> chains) {
        return chains.stream()
                .filter(other -> other.from() == chain.from() && other.until() >= chain.until())
                .min(Comparator.comparingDouble(other -> Math.abs(other.lag() - chain.lag())))
                .orElse(chain);
    }

    /** Whether the period was heard so many times more, and for so long. */
    private static boolean isLoop(Chain chain, int times, long leastSteps) {
        return chain.length() >= Math.max(times * chain.lag(), (double) leastSteps) && chain.share() >= LEAST_SHARE;
    }

    private static Told told(Chain chain, long onset, boolean alarmed, int times, long leastSteps) {
        Reason reason = Reason.of(
                ReasonCode.LOOP,
                Reason.Weight.DECISIVE,
                number(PrintLine.seconds(chain.lag()), 1),
                number(PrintLine.seconds(chain.length()), 0),
                number(100 * chain.share(), 0));
        double threshold = PrintLine.seconds(Math.max(times * chain.lag(), (double) leastSteps));
        return new Told(chain, onset, alarmed, PrintLine.seconds(chain.length()), threshold, new Reason[] {reason});
    }

    private static Finding finding(Phase phase, Severity severity, Told told, Instant until, RepeatReport report) {
        Instant onset = PrintLine.time(told.onset());
        return new Finding(
                IncidentKind.LOOPED_CONTENT,
                phase,
                report.subject(),
                severity,
                onset,
                onset,
                until,
                report.time(),
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
