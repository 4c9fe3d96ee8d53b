package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.PushSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs the rules over changes, waking them when they ask for it. */
public final class PlanRun {
    public final List<Push> pushes = new ArrayList<>();
    private final Planner planner;
    private PlanState state = PlanState.EMPTY;
    private Instant now = Instant.EPOCH;

    public PlanRun(PushRules rules) {
        this.planner = new Planner(rules, PushSamples.PLACES);
    }

    /** A change that is handed in when it happens. */
    public void change(Incident incident) {
        change(incident, incident.updated());
    }

    public void change(Incident incident, Instant at) {
        until(at);
        take(planner.onChange(state, incident, null, at));
    }

    public void acknowledge(String incident) {
        take(planner.onAcknowledged(state, List.of(incident), now));
    }

    /** Wakes the rules as often as they ask for it until then. */
    public void until(Instant at) {
        while (state.wakeAt().filter(wake -> !wake.isAfter(at)).isPresent()) {
            take(planner.onDeadline(state, state.wakeAt().orElseThrow()));
        }
        now = at;
    }

    public PlanState state() {
        return state;
    }

    public List<Occasion> occasions() {
        return pushes.stream()
                .flatMap(push -> push.items().stream())
                .map(PushItem::occasion)
                .toList();
    }

    private void take(PlanStep step) {
        state = step.next();
        pushes.addAll(step.pushes());
    }
}
