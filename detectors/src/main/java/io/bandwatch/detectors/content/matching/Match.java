package io.bandwatch.detectors.content.matching;

import java.time.Instant;

/** How the sound of a programme, or its pictures, stand to those of what it should be. */
public interface Match {
    /** Where they stand. */
    Phase phase();

    /** Whether they are others, as it seems, and may be the same at another delay. */
    boolean isDoubtful();

    /** Evidence for a change of the phase, nats; while they are sought: searches that found nothing. */
    double evidence();

    /** How much later they come, s. */
    double delayS();

    /** Mean share of bits that differ, while they are the same; while they are sought, the least at any delay. */
    double errors();

    /** Share of bits that have differed since they became others. */
    double differing();

    /** A larger share than this speaks for others. */
    double limit();

    /** What has a larger share at every delay is not there. */
    double missing();

    /** When the phase began, by the clock of what is on air. */
    Instant began();

    /** Until when they are known to have been others, by the same clock. */
    Instant lasted();
}
