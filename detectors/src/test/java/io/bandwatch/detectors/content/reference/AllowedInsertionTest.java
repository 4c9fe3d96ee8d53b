package io.bandwatch.detectors.content.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionKind;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.csv.Reading;
import io.bandwatch.signal.FrameKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 20 s of other content from 70 s on: a fault, unless it is allowed. */
class AllowedInsertionTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Subject SERVICE = Subject.service("air", 1);
    private static final Spectrogram PROGRAMME = Spectrogram.of(140, 1);
    private static final Spectrogram AIR =
            PROGRAMME.with(70, 90, Spectrogram.of(140, 2)).received(4, 25, 3);

    @Test
    void withoutLeaveItIsAFault() {
        assertThat(findings(InsertionSchedule.NONE, null)).isNotEmpty();
    }

    @Test
    void aBreakThatWasAnnouncedIsNoFault() {
        assertThat(findings(InsertionSchedule.NONE, announced(SERVICE, 70, 90, false)))
                .isEmpty();
        assertThat(findings(InsertionSchedule.NONE, announced(Subject.wholeFeed("air"), 70, 90, false)))
                .as("of which it is not told which service it is in")
                .isEmpty();
        assertThat(findings(InsertionSchedule.NONE, announced(SERVICE, 70, null, false)))
                .as("of which nobody said when it ends")
                .isEmpty();
    }

    @Test
    void aBreakThatTheStudioAnnouncesIsNoFaultWhereItIsOnAirLater() {
        ContentLook said = ContentLook.announced(announced(Subject.service("reference", 1), 70, 90, false));

        assertThat(findings(InsertionSchedule.NONE, said, 0)).isEmpty();
        assertThat(findings(InsertionSchedule.NONE, said, 37)).isEmpty();
        // the obvious rule, that it allows the same time on air
        assertThat(findings(InsertionSchedule.NONE, ContentLook.of(announced(SERVICE, 70, 90, false)), 37))
                .isNotEmpty();
        ContentLook half = ContentLook.announced(announced(Subject.service("reference", 1), 70, 80, false));
        assertThat(seconds(findings(InsertionSchedule.NONE, half, 37).get(0).since()))
                .isCloseTo(80 + 37, within(1.0));
    }

    @Test
    void anotherBreakExcusesNothing() {
        assertThat(findings(InsertionSchedule.NONE, announced(SERVICE, 70, 90, true)))
                .as("it was called off")
                .isNotEmpty();
        assertThat(findings(InsertionSchedule.NONE, announced(Subject.service("air", 2), 70, 90, false)))
                .isNotEmpty();
        assertThat(findings(InsertionSchedule.NONE, announced(SERVICE, 100, 120, false)))
                .isNotEmpty();
    }

    @Test
    void whatGoesOnAfterTheBreakIsAFaultFromItsEndOn() {
        List<Finding> findings = findings(InsertionSchedule.NONE, announced(SERVICE, 70, 80, false));

        assertThat(seconds(findings.get(0).since())).isCloseTo(80, within(1.0));
        // 2 s in which a splicer may be late, 3 s of it, and what it takes to be certain
        assertThat(seconds(findings.get(0).at())).isBetween(83.0, 88.0);
        assertThat(seconds(findings.get(findings.size() - 1).until())).isCloseTo(90, within(1.0));
    }

    @Test
    void whatBeginsWellBeforeTheBreakIsAFault() {
        assertThat(findings(InsertionSchedule.NONE, announced(SERVICE, 80, 90, false)))
                .isNotEmpty();
    }

    @Test
    void anEmergencyBroadcastOnTheScheduleIsNoFault() {
        assertThat(findings(schedule("1,2026-05-01T12:01:09Z,2026-05-01T12:01:31Z,emergency,E-7,flood"), null))
                .isEmpty();
        assertThat(findings(schedule("2,2026-05-01T12:01:09Z,2026-05-01T12:01:31Z,opt-out,O-1,"), null))
                .as("of another service")
                .isNotEmpty();
    }

    private static InsertionSchedule schedule(String row) {
        String csv = "station_or_service,from,to,kind,approval,reason\n" + row + "\n";
        Reading<InsertionSchedule> read = InsertionSchedule.read(csv.getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC);
        return Objects.requireNonNull(read.value(), () -> read.problems().toString());
    }

    private static AuthorisedInsertion announced(Subject subject, int fromS, @Nullable Integer toS, boolean cancelled) {
        return new AuthorisedInsertion(
                "splice",
                subject,
                InsertionKind.SPLICE,
                START.plusSeconds(fromS - 4),
                START.plusSeconds(fromS),
                toS == null ? null : START.plusSeconds(toS),
                "255",
                null,
                cancelled);
    }

    private static List<Finding> findings(InsertionSchedule schedule, @Nullable AuthorisedInsertion announced) {
        return findings(schedule, announced == null ? null : ContentLook.of(announced), 0);
    }

    private static List<Finding> findings(InsertionSchedule schedule, @Nullable ContentLook announced, int delayS) {
        ReferenceDetector detector = new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3), schedule);
        ReferenceState state = detector.initial();
        List<Finding> findings = new ArrayList<>();
        int late = delayS * 5;
        for (int i = 0; i < AIR.looks() + late; i++) {
            Instant time = START.plus(LOOK.multipliedBy(i));
            if (announced != null && announced.time().equals(time)) {
                state = detector.onObservation(state, announced).next();
            }
            byte[] due = i < PROGRAMME.looks() ? PROGRAMME.look(i) : new byte[0];
            state = detector.onObservation(state, look(Subject.service("reference", 1), Role.REFERENCE, time, due))
                    .next();
            byte[] heard = i < late ? new byte[0] : AIR.look(i - late);
            var step = detector.onObservation(state, look(SERVICE, Role.ON_AIR, time, heard));
            state = step.next();
            findings.addAll(step.findings());
        }
        return findings;
    }

    private static ContentLook look(Subject subject, Role role, Instant time, byte[] levels) {
        return new ContentLook(subject, role, FrameKind.MEASURED, time, LOOK.toNanos(), "1", levels, new long[0], null);
    }

    private static double seconds(@Nullable Instant time) {
        return Duration.between(START, Objects.requireNonNull(time)).toMillis() / 1e3;
    }
}
