package io.bandwatch.alerts.push.plan;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static io.bandwatch.alerts.push.PushSamples.carrier;
import static io.bandwatch.alerts.push.PushSamples.closed;
import static io.bandwatch.alerts.push.PushSamples.escalated;
import static io.bandwatch.alerts.push.PushSamples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.plan.PushRule.Match;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<Occasion> ALL = Set.of(Occasion.values());

    @Test
    void tellsTheFirstAtOnceAndWhatFollowsInOnePush() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));

        for (int i = 0; i < 5; i++) {
            run.change(carrier("n1", 88_000_000 + i * 100_000L, Severity.WARNING, NOON.plusSeconds(i)));
        }
        run.until(NOON.plusSeconds(300));

        assertThat(run.pushes).extracting(push -> push.items().size()).containsExactly(1, 4);
        assertThat(run.pushes).extracting(Push::made).containsExactly(NOON, NOON.plus(MINUTE));
        assertThat(run.pushes.get(1).tallies().get(0).count()).isEqualTo(4);
    }

    @Test
    void keepsSitesAndKindsApart() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));

        run.change(carrier("n1", 98_100_000, Severity.WARNING, NOON));
        run.change(carrier("s1", 98_100_000, Severity.WARNING, NOON));
        run.change(opened(
                IncidentKind.SILENCE, Subject.carrier("n1", 97_100_000, 0), Severity.WARNING, NOON.plusSeconds(1)));

        assertThat(run.pushes).hasSize(3);
    }

    @Test
    void firstRuleThatMatchesIsTheOne() {
        Match south = new Match(Set.of(), Severity.INFO, List.of(Region.parse("Shandong/Tai'an")), null);
        Match major = new Match(Set.of(IncidentKind.UNLICENSED_CARRIER), Severity.MAJOR, List.of(), null);
        PlanRun run = new PlanRun(PushRules.of(
                PushRule.simple("south", south, List.of("tai-an")),
                PushRule.simple("major", major, List.of("chief", "duty"))));

        run.change(carrier("s1", 98_100_000, Severity.MAJOR, NOON));
        run.change(carrier("n1", 98_100_000, Severity.WARNING, NOON));
        run.change(carrier("n1", 98_300_000, Severity.MAJOR, NOON));

        assertThat(run.pushes).extracting(Push::channel).containsExactly("tai-an", "chief", "duty");
    }

    @Test
    void ruleOfTheNightHoldsAtNightOnly() {
        Match night = new Match(Set.of(), Severity.INFO, List.of(), DailyHours.parse("22:00-06:00"));
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("night", night, List.of("duty"))));
        Instant midnight = NOON.plus(Duration.ofHours(12));

        run.change(carrier("n1", 98_100_000, Severity.WARNING, NOON));
        assertThat(run.pushes).isEmpty();

        run.change(carrier("n1", 98_300_000, Severity.WARNING, midnight));
        assertThat(run.pushes).hasSize(1);
    }

    @Test
    void tellsEscalationAndEndToThoseWhoKnow() {
        PlanRun run = new PlanRun(PushRules.of(rule(Duration.ZERO, null, List.of())));
        Incident incident = carrier("n1", 98_100_000, Severity.WARNING, NOON);

        run.change(incident);
        run.change(escalated(incident, Severity.MAJOR, NOON.plusSeconds(60)));
        run.change(closed(escalated(incident, Severity.MAJOR, NOON.plusSeconds(60)), NOON.plusSeconds(120)));

        assertThat(run.occasions()).containsExactly(Occasion.OPENED, Occasion.ESCALATED, Occasion.CLOSED);
        assertThat(run.pushes).extracting(Push::key).doesNotHaveDuplicates();
    }

    @Test
    void naivePushPerChangeDoublesWhatARestartedJobHandsInAgain() {
        PlanRun run = new PlanRun(PushRules.of(rule(Duration.ZERO, null, List.of())));
        Incident incident = carrier("n1", 98_100_000, Severity.WARNING, NOON);
        List<Incident> changes = List.of(incident, closed(incident, NOON.plusSeconds(120)));

        changes.forEach(run::change);
        int naive = changes.size();
        changes.forEach(change -> run.change(change, NOON.plusSeconds(200)));
        naive += changes.size();

        assertThat(naive).isEqualTo(4);
        assertThat(run.pushes).hasSize(2);
    }

    @Test
    void repeatsWhileItIsOpenAndNotAcknowledged() {
        PlanRun run = new PlanRun(PushRules.of(rule(Duration.ZERO, Duration.ofHours(1), List.of())));
        Incident incident = carrier("n1", 98_100_000, Severity.WARNING, NOON);

        run.change(incident);
        run.until(NOON.plus(Duration.ofMinutes(150)));
        assertThat(run.occasions()).containsExactly(Occasion.OPENED, Occasion.REPEATED, Occasion.REPEATED);
        assertThat(run.pushes).extracting(Push::key).doesNotHaveDuplicates();

        run.acknowledge(incident.id());
        run.until(NOON.plus(Duration.ofHours(9)));
        assertThat(run.pushes).hasSize(3);
    }

    @Test
    void nothingIsRepeatedInTheMorningOfWhatSomebodyCameToKnowAtNight() {
        PushRules rules = new PushRules(
                List.of(rule(Duration.ZERO, Duration.ofHours(1), List.of())),
                new QuietHours(DailyHours.parse("22:00-07:00"), Severity.MAJOR),
                StormLimit.DEFAULT,
                Duration.ZERO,
                PushRules.DEFAULT_FORGET_AFTER);
        PlanRun run = new PlanRun(rules);
        Instant evening = NOON.plus(Duration.ofMinutes(9 * 60 + 30));
        Incident incident = carrier("n1", 98_100_000, Severity.WARNING, evening);
        Incident unknown = carrier("n1", 98_300_000, Severity.WARNING, evening);

        run.change(incident);
        run.change(unknown);
        run.until(evening.plus(Duration.ofHours(2)));
        run.acknowledge(incident.id());
        PlanState acknowledged = run.state();
        run.acknowledge(incident.id());
        assertThat(run.state()).as("said again").isEqualTo(acknowledged);
        run.until(evening.plus(Duration.ofHours(11)));

        assertThat(run.pushes.subList(2, run.pushes.size()))
                .flatExtracting(Push::items)
                .extracting(item -> item.incident().id())
                .isNotEmpty()
                .containsOnly(unknown.id());
    }

    @Test
    void goesToTheNextWhenNobodyAcknowledges() {
        PlanRun run = new PlanRun(PushRules.of(rule(
                Duration.ZERO,
                null,
                List.of(
                        new Escalation(Duration.ofMinutes(15), List.of("chief")),
                        new Escalation(Duration.ofMinutes(60), List.of("office"))))));

        run.change(carrier("n1", 98_100_000, Severity.WARNING, NOON));
        run.until(NOON.plus(Duration.ofHours(3)));

        assertThat(run.pushes).extracting(Push::channel).containsExactly("duty", "chief", "office");
        assertThat(run.pushes)
                .extracting(Push::made)
                .containsExactly(NOON, NOON.plus(Duration.ofMinutes(15)), NOON.plus(Duration.ofMinutes(60)));

        Incident incident = run.pushes.get(0).items().get(0).incident();
        run.change(closed(incident, NOON.plus(Duration.ofHours(4))));
        assertThat(run.pushes.subList(3, 6)).extracting(Push::channel).containsExactly("duty", "chief", "office");
    }

    @Test
    void whatIsNotUrgentWaitsUntilMorning() {
        QuietHours quiet = new QuietHours(DailyHours.parse("22:00-07:00"), Severity.MAJOR);
        PlanRun run = new PlanRun(new PushRules(
                List.of(rule(Duration.ZERO, null, List.of())),
                quiet,
                StormLimit.DEFAULT,
                Duration.ZERO,
                PushRules.DEFAULT_FORGET_AFTER));
        Instant midnight = NOON.plus(Duration.ofHours(12));
        Incident gone = carrier("n1", 98_100_000, Severity.WARNING, midnight);

        run.change(gone);
        run.change(carrier("s1", 98_300_000, Severity.WARNING, midnight.plusSeconds(10)));
        run.change(carrier("n1", 98_500_000, Severity.MAJOR, midnight.plusSeconds(20)));
        run.change(closed(gone, midnight.plusSeconds(3_600)));
        assertThat(run.pushes).hasSize(1);

        run.until(midnight.plus(Duration.ofHours(8)));
        assertThat(run.pushes).hasSize(2);
        Push morning = run.pushes.get(1);
        assertThat(morning.form()).isEqualTo(PushForm.MORNING);
        assertThat(morning.made()).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
        assertThat(morning.items()).extracting(PushItem::occasion).containsExactly(Occasion.OPENED, Occasion.OPENED);
        assertThat(morning.items().get(0).incident().closed()).isNotNull();
    }

    @Test
    void whatGetsWorseAtNightIsToldAtOnce() {
        QuietHours quiet = new QuietHours(DailyHours.parse("22:00-07:00"), Severity.MAJOR);
        PlanRun run = new PlanRun(new PushRules(
                List.of(rule(Duration.ZERO, null, List.of())),
                quiet,
                StormLimit.DEFAULT,
                Duration.ZERO,
                PushRules.DEFAULT_FORGET_AFTER));
        Instant midnight = NOON.plus(Duration.ofHours(12));
        Incident incident = carrier("n1", 98_100_000, Severity.WARNING, midnight);

        run.change(incident);
        run.change(escalated(incident, Severity.MAJOR, midnight.plusSeconds(60)));

        assertThat(run.pushes).hasSize(1);
        assertThat(run.pushes.get(0).items().get(0).incident().severity()).isEqualTo(Severity.MAJOR);
    }

    private static PushRule rule(Duration group, @Nullable Duration repeat, List<Escalation> escalations) {
        return new PushRule("all", Match.ALL, List.of("duty"), ALL, group, repeat, escalations);
    }
}
