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
 * @param sinceNs where the fault began, stream time: of the first occurrence since the observation before, of what runs, or
 *     else of the last occurrence; 0 without a clock
 * @param untilNs up to where it is known to have lasted: now if it runs, else the end of the last occurrence
 * @param pid the PID of what runs, else of the last occurrence, {@value TsService#UNKNOWN} where it has none
 * @param measured what was measured at that occurrence, in the unit of the indicator; NaN where nothing was
 * @param limit what it may be at most, or at least, same unit; NaN where any occurrence is an error
 */
public record TsIndicatorCount(
        TsIndicator indicator,
        long count,
        boolean running,
        long sinceNs,
        long untilNs,
        int pid,
        double measured,
        double limit) {}
