package io.bandwatch.detectors.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstToldTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void whatASecondDetectorTellsOfTheSameIsLeftOutAsLongAsTheFirstLasts() {
        Finding raised = finding(Phase.RAISED, 0, 3);
        Finding second = finding(Phase.RAISED, 1, 4);
        Finding higher = finding(Phase.ESCALATED, 0, 6);
        Finding secondOver = finding(Phase.ENDED, 1, 8);
        Finding over = finding(Phase.ENDED, 0, 9);
        Finding again = finding(Phase.RAISED, 20, 23);

        // handed on as they come, the second would raise an incident that is open
        assertThat(told(raised, second, higher, secondOver, over, again)).containsExactly(raised, higher, over, again);
    }

    @Test
    void whatGoesOnOfASecondThatWasNotToldIsNotTold() {
        Finding raised = finding(Phase.RAISED, 0, 3);
        Finding over = finding(Phase.ENDED, 0, 5);

        assertThat(told(raised, finding(Phase.RAISED, 1, 4), over, finding(Phase.ESCALATED, 1, 7)))
                .containsExactly(raised, over);
    }

    private static List<Finding> told(Finding... findings) {
        FirstTold first = new FirstTold();
        FirstToldState state = first.initial();
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            var step = first.onObservation(state, finding);
            state = step.next();
            told.addAll(step.findings());
        }
        return told;
    }

    private static Finding finding(Phase phase, int onsetS, int atS) {
        Instant onset = START.plusSeconds(onsetS);
        Instant at = START.plusSeconds(atS);
        return new Finding(
                IncidentKind.INSERTED_CONTENT,
                phase,
                Subject.service("air", 1),
                Severity.MAJOR,
                onset,
                onset,
                at,
                at,
                1,
                1,
                "share",
                new Reason[] {Reason.of(ReasonCode.NOT_IN_REFERENCE, Reason.Weight.DECISIVE, "30")},
                "");
    }
}
