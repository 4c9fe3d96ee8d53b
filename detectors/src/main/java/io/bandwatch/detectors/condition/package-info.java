/**
 * What all detectors with a warn, an alarm and a clear time share. A <em>condition</em> is a question that each look answers
 * with yes, no or unknown; a {@link io.bandwatch.detectors.condition.ConditionRule} makes findings of the answers. A detector
 * made on it holds only the question:
 *
 * <pre>
 * Step&lt;MyState, Finding&gt; onObservation(MyState state, RfObservation look) {
 *     if (look.kind() == FrameKind.ENDED) {
 *         Step&lt;ConditionRun, Finding&gt; step = rule.ended(state.run(), look.time());
 *         return step.with(new MyState(state.memory(), step.next()));
 *     }
 *     Memory memory = state.memory().with(look);
 *     Step&lt;ConditionRun, Finding&gt; step = rule.after(state.run(), look, reading(memory, look));
 *     return step.with(new MyState(memory, step.next()));
 * }
 * </pre>
 *
 * Pure values; may import {@code signal} and {@code detectors}.
 */
@NullMarked
package io.bandwatch.detectors.condition;

import org.jspecify.annotations.NullMarked;
