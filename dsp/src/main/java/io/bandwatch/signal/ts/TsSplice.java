package io.bandwatch.signal.ts;

/**
 * One splice command of ANSI/SCTE 35.
 *
 * @param timeNs stream time at which it came; 0 without a clock
 * @param pid where it came
 * @param command what
 * @param eventId splice_event_id, or segmentation_event_id of a time signal; {@value TsService#UNKNOWN} where it has none
 * @param cancelled the event is called off
 * @param outOfNetwork the network is left, for splice_insert and for segmentation that starts a break; false at the return
 * @param immediate at once, not at a time
 * @param segmentationType segmentation_type_id of a time signal, or {@value TsService#UNKNOWN}
 * @param ptsTimeS when, in the time of the programme's PTS, pts_adjustment added, s; NaN where it gives none
 * @param aheadS how long after it came that is, by the clock of its programme, s; 0 at once; NaN where either is not known
 * @param durationS how long, s; NaN where it gives none
 * @param repeats the same command came before
 */
public record TsSplice(
        long timeNs,
        int pid,
        SpliceCommand command,
        long eventId,
        boolean cancelled,
        boolean outOfNetwork,
        boolean immediate,
        int segmentationType,
        double ptsTimeS,
        double aheadS,
        double durationS,
        boolean repeats) {
    /** The same, so far off. */
    public TsSplice ahead(double seconds) {
        return new TsSplice(
                timeNs,
                pid,
                command,
                eventId,
                cancelled,
                outOfNetwork,
                immediate,
                segmentationType,
                ptsTimeS,
                seconds,
                durationS,
                repeats);
    }
}
