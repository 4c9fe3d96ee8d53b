package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LoopDetector} remembers of a programme.
 *
 * @param chains that may go on
 * @param loop that was told and goes on, or null
 */
public record LoopState(List<Chain> chains, @Nullable Told loop) {
    static final LoopState NOTHING = new LoopState(List.of(), null);

    /**
     * A loop that was told.
     *
     * @param subject what is a loop
     * @param chain as it stands
     * @param onset first step that was heard before, as it was told
     * @param alarmed whether it was told that it goes on
     * @param measured length when it was told last, s
     * @param threshold that it was compared with, s
     * @param reasons why
     */
    public record Told(
            Subject subject,
            Chain chain,
            long onset,
            boolean alarmed,
            double measured,
            double threshold,
            Reason[] reasons) {
        Told along(Chain next) {
            return new Told(subject, next, onset, alarmed, measured, threshold, reasons);
        }
    }
}
