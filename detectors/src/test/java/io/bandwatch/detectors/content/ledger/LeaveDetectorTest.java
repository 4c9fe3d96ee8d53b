package io.bandwatch.detectors.content.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loops and known clips where something else may be on air from noon on for ten minutes. */
class LeaveDetectorTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Subject SERVICE = Subject.service("mux", 7);
    private static final Subject STATION = Subject.carrier("roof", 98_100_000, 0);
    private static final String ROWS =
            """
            station_or_service,from,to,kind,approval,reason
            7,2026-05-01T12:00:00Z,2026-05-01T12:10:00Z,emergency,E-7,flood
            HILL,2026-05-01T12:00:00Z,2026-05-01T12:10:00Z,emergency,E-7,flood
            """;
    private LeaveDetector detector;
    private LeaveState state;
    private @Nullable Instant wakeAt;
    private final List<Finding> told = new ArrayList<>();

    @BeforeEach
    void begin() {
        InsertionSchedule schedule =
                Objects.requireNonNull(InsertionSchedule.read(ROWS.getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC)
                        .value());
        detector = new LeaveDetector(
                schedule,
                (studio, place, station) ->
                        studio.equals("studio") && (place.equals(SERVICE) || station.equals("HILL")));
        state = detector.initial();
        show(LeaveNews.isStation(STATION, at(-800), "HILL"));
        show(LeaveNews.isStation(Subject.carrier("roof", 98_400_000, 0), at(-800), "DALE"));
    }

    @Test
    void aMessageThatIsRepeatedWhileThereIsAnEmergencyIsNotTold() {
        for (Subject subject : List.of(SERVICE, STATION)) {
            loop(subject, Phase.RAISED, 40, 345);
            loop(subject, Phase.ESCALATED, 40, 580);
            loop(subject, Phase.ENDED, 40, 670);
        }
        until(3600);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsFoundWhenTheEmergencyHasJustEndedWasOfIt() {
        loop(SERVICE, Phase.RAISED, 300, 615);
        loop(SERVICE, Phase.ENDED, 300, 670);
        assertThat(told).isEmpty();
    }

    @Test
    void aLoopThatGoesOnAfterItsLeaveIsToldThen() {
        loop(SERVICE, Phase.RAISED, 40, 345);
        loop(SERVICE, Phase.ESCALATED, 40, 580);
        until(691);
        assertThat(told).isEmpty();
        until(693);
        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.phase()).isEqualTo(Phase.RAISED);
            assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
            assertThat(finding.onset()).isEqualTo(at(40));
            assertThat(finding.at()).isBetween(at(690), at(693));
        });
        loop(SERVICE, Phase.ENDED, 40, 900);
        assertThat(told).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ENDED);
    }

    @Test
    void aRecordingThatEndsWhileThereIsLeaveHasNoLoop() {
        loop(SERVICE, Phase.RAISED, 40, 345);
        loop(STATION, Phase.RAISED, 40, 345);
        show(LeaveNews.ended(SERVICE, at(500)));
        until(3600);
        assertThat(told).extracting(Finding::subject).containsExactly(STATION);
    }

    @Test
    void leaveIsOfOneStationAndOfItsTime() {
        loop(Subject.service("mux", 8), Phase.RAISED, 40, 345);
        loop(Subject.carrier("roof", 98_400_000, 0), Phase.RAISED, 40, 346);
        loop(SERVICE, Phase.RAISED, -700, -300);
        loop(STATION, Phase.RAISED, 700, 1100);
        assertThat(told).extracting(Finding::phase).containsOnly(Phase.RAISED).hasSize(4);
    }

    /** Whoever asks for the frequency only gives leave to all of them. */
    @Test
    void nobodyElseOnTheFrequencyHasLeave() {
        Subject elsewhere = Subject.carrier("valley", 98_100_000, 0);
        show(LeaveNews.isStation(elsewhere, at(0), "VALLEY"));
        loop(elsewhere, Phase.RAISED, 40, 345);
        loop(Subject.carrier("plain", 98_100_000, 0), Phase.RAISED, 40, 346);
        show(LeaveNews.isStation(STATION, at(347), null));
        loop(STATION, Phase.RAISED, 40, 348);

        assertThat(told).hasSize(3);
    }

    @Test
    void aLoopIsToldWhenItsStationIsThereNoMore() {
        loop(STATION, Phase.RAISED, 40, 345);
        show(LeaveNews.isStation(STATION, at(400), null));

        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.onset()).isEqualTo(at(40));
            assertThat(finding.at()).isEqualTo(at(400));
        });
    }

    @Test
    void aClipInABreakIsOnRecordAndAlarmsNobody() {
        clip(SERVICE, Phase.RAISED, 3605);
        clip(SERVICE, Phase.ENDED, 3605);
        assertThat(told).extracting(Finding::severity).containsOnly(Severity.MAJOR);
        told.clear();

        show(LeaveNews.of(new AuthorisedInsertion(
                "break", SERVICE, InsertionKind.SPLICE, at(3700), at(3704), at(3764), "1", null, false)));
        clip(SERVICE, Phase.RAISED, 3705);
        clip(SERVICE, Phase.ENDED, 3705);
        assertThat(told).extracting(Finding::severity).containsExactly(Severity.INFO, Severity.INFO);
        told.clear();

        clip(SERVICE, Phase.RAISED, 3770);
        assertThat(told).extracting(Finding::severity).containsExactly(Severity.MAJOR);
    }

    @Test
    void whatAStudioAnnouncesIsLeaveWhereItsProgrammeIsDueAsLateAsItMayCome() {
        breakOfTheStudio(3704, 3764);
        clip(SERVICE, Phase.RAISED, 3701);
        clip(STATION, Phase.RAISED, 3800);
        clip(Subject.service("mux", 8), Phase.RAISED, 3801);
        clip(SERVICE, Phase.RAISED, 3883);
        clip(SERVICE, Phase.RAISED, 3887);

        assertThat(told)
                .extracting(Finding::severity)
                .containsExactly(Severity.MAJOR, Severity.INFO, Severity.MAJOR, Severity.INFO, Severity.MAJOR);
    }

    @Test
    void aLoopThatGoesOnAfterTheBreakOfAStudioIsToldWhenThatIsOverEverywhere() {
        breakOfTheStudio(3704, 4304);
        loop(SERVICE, Phase.RAISED, 3740, 4045);
        loop(SERVICE, Phase.ESCALATED, 3740, 4500);
        until(4304 + 120 + 91);
        assertThat(told).isEmpty();

        until(4304 + 120 + 93);
        assertThat(told).extracting(Finding::phase).containsExactly(Phase.RAISED);
    }

    private void breakOfTheStudio(int fromS, int toS) {
        show(LeaveNews.of(new AuthorisedInsertion(
                "break",
                Subject.service("studio", 1),
                InsertionKind.SPLICE,
                at(fromS - 4),
                at(fromS),
                at(toS),
                "1",
                null,
                false)));
    }

    private void loop(Subject subject, Phase phase, int onsetS, int atS) {
        Severity severity = phase == Phase.RAISED ? Severity.WARNING : Severity.MAJOR;
        show(LeaveNews.of(finding(IncidentKind.LOOPED_CONTENT, phase, subject, severity, onsetS, atS)));
    }

    private void clip(Subject subject, Phase phase, int onsetS) {
        int atS = phase == Phase.ENDED ? onsetS + 25 : onsetS + 8;
        show(LeaveNews.of(finding(IncidentKind.KNOWN_CLIP, phase, subject, Severity.MAJOR, onsetS, atS)));
    }

    private static Finding finding(
            IncidentKind kind, Phase phase, Subject subject, Severity severity, int onsetS, int atS) {
        Instant onset = at(onsetS);
        Instant until = phase == Phase.ENDED ? at(atS - 5) : at(atS);
        return new Finding(kind, phase, subject, severity, onset, onset, until, at(atS), 1, 1, "s", new Reason[0], "");
    }

    private void show(LeaveNews news) {
        until(news.time());
        take(detector.onObservation(state, news));
    }

    private void until(int seconds) {
        until(at(seconds));
    }

    /** Wakes it as the job does. */
    private void until(Instant now) {
        while (wakeAt != null && !wakeAt.isAfter(now)) {
            Instant due = wakeAt;
            wakeAt = null;
            take(detector.onDeadline(state, due));
        }
    }

    private void take(Step<LeaveState, Finding> step) {
        state = step.next();
        wakeAt = step.wakeAt().orElse(null);
        told.addAll(step.findings());
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
