package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.push.Push;
import java.util.List;

/**
 * What came of a change.
 *
 * @param next the state from now on
 * @param pushes what is to be told, in order
 */
public record PlanStep(PlanState next, List<Push> pushes) {}
