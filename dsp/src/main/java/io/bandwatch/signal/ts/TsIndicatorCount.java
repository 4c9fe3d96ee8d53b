package io.bandwatch.signal.ts;

/**
 * One indicator since the start of the stream. An indicator that cannot be measured on this stream has none.
 *
 * <p>An interval counts when it ends and was too long; while it lasts it is {@code running}. So a live stream shows a fault
 * at once, and an interval that the end of a recording cuts off is no error.
 *
 * @param indicator which
 * @param count occurrences
 * @param running a fault lasts at this moment: an interval is beyond its limit and has not ended, or sync is lost
 * @param sinceNs stream time since which it runs, else of the last occurrence: where the fault began; 0 without a clock
 * @param pid the PID of that occurrence, {@value TsService#UNKNOWN} where it has none
 * @param measured what was measured at that occurrence, in the unit of the indicator; NaN where nothing was
 * @param limit what it may be at most, or at least, same unit; NaN where any occurrence is an error
 */
public record TsIndicatorCount(
        TsIndicator indicator, long count, boolean running, long sinceNs, int pid, double measured, double limit) {}
