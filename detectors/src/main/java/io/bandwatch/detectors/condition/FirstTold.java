package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where several detectors may tell the same of a subject, lets through what the first of them tells, as long as its incident is
 * open. Sees findings of one incident key in order of time.
 */
public final class FirstTold implements Detector<Finding, FirstToldState, Finding> {
    private static final long serialVersionUID = 1L;

    /** The order of findings of one time. */
    public static int order(Finding one, Finding other) {
        return Comparator.comparing(Finding::onset)
                .thenComparing(Finding::phase)
                .thenComparing(finding -> finding.reasons()[0].code())
                .compare(one, other);
    }

    @Override
    public FirstToldState initial() {
        return FirstToldState.NOTHING;
    }

    @Override
    public Step<FirstToldState, Finding> onObservation(FirstToldState state, Finding finding) {
        boolean begins = finding.phase() == Finding.Phase.RAISED && state.onset() == null;
        boolean goesOn =
                finding.phase() != Finding.Phase.RAISED && finding.onset().equals(state.onset());
        if (!begins && !goesOn) {
            return Step.quiet(state);
        }
        boolean over = finding.phase() == Finding.Phase.ENDED;
        return new Step<>(
                over ? FirstToldState.NOTHING : new FirstToldState(finding.onset()),
                List.of(finding),
                Optional.empty());
    }

    @Override
    public Step<FirstToldState, Finding> onDeadline(FirstToldState state, Instant now) {
        return Step.quiet(state);
    }
}
