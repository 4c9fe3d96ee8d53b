package io.bandwatch.detectors.content.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduledInsertionsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Subject CARRIER = Subject.carrier("hill", 97_100_000, 0);

    private final ScheduledInsertions detector =
            new ScheduledInsertions(new InsertionSchedule(List.of(row("A", 60, 90), row("B", 200, 900))));

    @Test
    void tellsEachOnceInTheIntervalInWhichItEnded() {
        assertThat(told(interval(0, 60), interval(60, 120), interval(120, 180))).containsExactly("", "A", "");
    }

    @Test
    void tellsAtTheEndWhatWasNotOver() {
        assertThat(told(interval(0, 120), interval(120, 240), whole(0, 240))).containsExactly("A", "", "B");
    }

    @Test
    void aRecordingWithoutIntervalsTellsAllAtItsEnd() {
        assertThat(told(whole(0, 240))).containsExactly("A B");
        assertThat(told(whole(0, 50))).containsExactly("");
    }

    /** An interval in which nobody knew which station it was comes without it. */
    @Test
    void whatNoIntervalToldIsToldAtTheEnd() {
        assertThat(told(interval(120, 180), whole(0, 180))).containsExactly("", "A");
    }

    private List<String> told(StationTime... times) {
        List<String> told = new ArrayList<>();
        ScheduledState state = detector.initial();
        for (StationTime time : times) {
            var step = detector.onObservation(state, time);
            state = step.next();
            told.add(String.join(
                    " ",
                    step.findings().stream().map(AuthorisedInsertion::event).toList()));
        }
        return told;
    }

    private static StationTime interval(int fromS, int toS) {
        return new StationTime(CARRIER, "CITY971", NOON.plusSeconds(fromS), NOON.plusSeconds(toS), false);
    }

    private static StationTime whole(int fromS, int toS) {
        return new StationTime(CARRIER, "CITY971", NOON.plusSeconds(fromS), NOON.plusSeconds(toS), true);
    }

    private static InsertionSchedule.Row row(String approval, int fromS, int toS) {
        return new InsertionSchedule.Row(
                "CITY971", NOON.plusSeconds(fromS), NOON.plusSeconds(toS), InsertionKind.EMERGENCY, approval, null);
    }
}
