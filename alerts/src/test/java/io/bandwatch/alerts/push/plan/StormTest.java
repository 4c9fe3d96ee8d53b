package io.bandwatch.alerts.push.plan;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static io.bandwatch.alerts.push.PushSamples.away;
import static io.bandwatch.alerts.push.PushSamples.back;
import static io.bandwatch.alerts.push.PushSamples.carrier;
import static io.bandwatch.alerts.push.PushSamples.closed;
import static io.bandwatch.alerts.push.PushSamples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.Tally;
import io.bandwatch.alerts.push.plan.PushRule.Match;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers of pushes worked out by hand from the rules. */
class StormTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void thousandFindingsOfOneKindAtOneSiteAreTwoPushesAMinute() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));

        // 10 a second: 100 s; one at 0 s, then the windows end at 60, 120 s
        for (int i = 0; i < 1_000; i++) {
            run.change(carrier("n1", 88_000_000 + i * 1_000L, Severity.WARNING, NOON.plusMillis(100L * i)));
        }
        run.until(NOON.plus(Duration.ofHours(1)));

        // the one handed in when the window ends comes after it: 1 at 0 s, 599 until 60 s, 400 after
        assertThat(run.pushes).extracting(push -> push.items().size()).containsExactly(1, 599, 400);
        assertThat(run.pushes).extracting(Push::form).containsOnly(PushForm.INCIDENTS);
    }

    @Test
    void thousandFindingsOfThirtyKindsAtTwoSitesStopAtTheLimitAndAreCounted() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));
        List<Incident> storm = mixedStorm();

        storm.forEach(run::change);
        run.until(NOON.plus(Duration.ofHours(1)));

        // 50 groups: 20 of them are told one by one, then the limit of 20 in 10 minutes holds; all else in one at its
        // end
        assertThat(run.pushes).hasSize(21);
        assertThat(run.pushes.subList(0, 20)).allMatch(push -> push.items().size() == 1);
        Push summary = run.pushes.get(20);
        assertThat(summary.form()).isEqualTo(PushForm.STORM);
        assertThat(summary.made()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(summary.items()).hasSize(980);
        assertThat(summary.tallies().stream().mapToInt(Tally::count).sum()).isEqualTo(980);
        assertThat(summary.tallies()).hasSize(50);
    }

    @Test
    void naiveRuleOfOnePushAnIncidentSendsThemAll() {
        PushRule naive = new PushRule(
                "naive",
                Match.ALL,
                List.of("duty"),
                Set.of(io.bandwatch.alerts.push.Occasion.values()),
                Duration.ZERO,
                null,
                List.of());
        PlanRun run = new PlanRun(new PushRules(
                List.of(naive),
                null,
                new StormLimit(Integer.MAX_VALUE, MINUTE),
                Duration.ZERO,
                PushRules.DEFAULT_FORGET_AFTER));

        mixedStorm().forEach(run::change);
        run.until(NOON.plus(Duration.ofHours(1)));

        assertThat(run.pushes).hasSize(1_000);
    }

    @Test
    void anOpeningOfPropagationIsOneEventAndNotEightyCarriers() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));
        List<Incident> carriers = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            carriers.add(carrier(i % 2 == 0 ? "n1" : "n2", 88_000_000 + i * 100_000L, Severity.WARNING, seconds(i)));
        }
        Incident event = opened(IncidentKind.PROPAGATION_EVENT, Subject.wholeFeed("n1"), Severity.WARNING, seconds(5));

        // six carriers before it is known what it is, the first of which was told
        carriers.subList(0, 6).forEach(run::change);
        run.change(event);
        carriers.subList(6, 80).forEach(run::change);
        assertThat(run.pushes)
                .extracting(push -> push.items().get(0).incident().kind())
                .containsExactly(IncidentKind.UNLICENSED_CARRIER, IncidentKind.PROPAGATION_EVENT);

        run.change(closed(event, seconds(3_600)));
        carriers.subList(0, 78).forEach(carrier -> run.change(closed(carrier, seconds(3_610))));
        run.until(seconds(7_200));

        // its end, the end of the first carrier, and two that stay when all is over, which share a push
        List<Push> after = run.pushes.subList(2, run.pushes.size());
        assertThat(after).extracting(push -> push.items().size()).containsExactly(1, 1, 2);
        assertThat(after.get(0).items().get(0).covered()).isEqualTo(79);
        assertThat(after.get(1).items().get(0).incident().id())
                .isEqualTo(carriers.get(0).id());
        assertThat(after.get(2).made()).isEqualTo(seconds(3_720));
    }

    @Test
    void aLostFeedIsOneIncidentAndWhatIsCriticalIsToldAllTheSame() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));
        run.change(opened(IncidentKind.FEED_LOST, Subject.wholeFeed("n1"), Severity.MAJOR, NOON));
        for (int i = 0; i < 60; i++) {
            run.change(opened(
                    IncidentKind.CARRIER_LOST,
                    Subject.carrier("n1", 88_000_000 + i * 200_000L, 0),
                    Severity.MAJOR,
                    seconds(1 + i)));
        }
        run.change(carrier("n2", 98_100_000, Severity.MAJOR, seconds(70)));
        run.change(carrier("n1", 108_000_000, Severity.CRITICAL, seconds(71)));
        run.until(seconds(3_000));

        // the feed, a carrier at another feed of the site, and the critical one, which comes within the minute of that
        assertThat(run.pushes).hasSize(3);
        assertThat(run.pushes).noneMatch(push -> push.items().stream()
                .anyMatch(item -> item.incident().kind() == IncidentKind.CARRIER_LOST));
    }

    @Test
    void aFeedThatIsBackExplainsNothingAnyMoreThoughItMayBeLostAgain() {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));
        Incident lost = opened(IncidentKind.FEED_LOST, Subject.wholeFeed("n1"), Severity.MAJOR, NOON);
        run.change(lost);
        run.change(carrier("n1", 91_000_000, Severity.MAJOR, seconds(5)));
        Incident away = away(lost, seconds(20));
        run.change(away);
        run.until(seconds(150));
        assertThat(told(run))
                .as("what it explained and is still there, two minutes later")
                .hasSize(2);

        Incident brief = carrier("n1", 97_100_000, Severity.MAJOR, seconds(170));
        PlanRun again = new PlanRun(PushRules.of(PushRule.simple("all", Match.ALL, List.of("duty"))));
        again.change(lost);
        again.change(away(lost, seconds(155)));
        again.change(brief);
        again.change(closed(brief, seconds(180)));
        again.until(seconds(400));
        assertThat(told(again))
                .as("it began when the feed was back, and is over soon")
                .contains(brief.id());

        run.change(carrier("n1", 98_100_000, Severity.MAJOR, seconds(300)));
        assertThat(told(run)).as("at once, not ten minutes later").hasSize(3);

        run.change(back(away, seconds(400)));
        run.change(carrier("n1", 99_100_000, Severity.MAJOR, seconds(405)));
        run.until(seconds(500));
        assertThat(told(run)).as("it is lost again").hasSize(3);
    }

    private static List<String> told(PlanRun run) {
        return run.pushes.stream()
                .flatMap(push -> push.items().stream())
                .map(item -> item.incident().id())
                .distinct()
                .toList();
    }

    private static Instant seconds(long s) {
        return NOON.plusSeconds(s);
    }

    /** 1,000 in 100 s: 25 kinds that cover nothing, at two sites, each 20 times. */
    private static List<Incident> mixedStorm() {
        List<IncidentKind> kinds = new ArrayList<>(List.of(IncidentKind.values()));
        kinds.removeAll(List.of(IncidentKind.PROPAGATION_EVENT, IncidentKind.FEED_LOST));
        List<Incident> storm = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Subject subject = Subject.carrier(i % 2 == 0 ? "n1" : "s1", 88_000_000 + i * 1_000L, 0);
            storm.add(opened(kinds.get(i / 2 % 25), subject, Severity.WARNING, NOON.plusMillis(100L * i)));
        }
        return storm;
    }
}
