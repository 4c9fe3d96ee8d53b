package io.bandwatch.dsp.ts.check;

/**
 * What the indicators of TR 101 290 allow. Too low, and sound streams raise faults; too high, and receivers lose services
 * before anybody is told.
 *
 * @param patS longest time between PATs
 * @param pmtS longest time between PMTs on a PID that the PAT names
 * @param pidS longest absence of a component's PID; "user specified" in the guideline
 * @param pcrS longest time between references
 * @param pcrAccuracyNs largest deviation of a reference
 * @param ptsS longest time between presentation times of a sound or picture
 * @param catS longest time between the first scrambled packet and a CAT; the guideline gives none
 * @param unreferencedS longest time a PID may come before a table names it
 * @param nitS longest time between NITs, of this network and of others
 * @param sdtActualS longest time between SDTs of this transport stream
 * @param sdtOtherS the same of others
 * @param batS longest time between BATs
 * @param eitActualS longest time between present and following events of this transport stream
 * @param eitOtherS the same of others
 * @param timeS longest time between TDTs, and between TOTs
 * @param closestS shortest time between sections of one sub-table (EN 300 468, 5.1.4)
 */
public record TsLimits(
        double patS,
        double pmtS,
        double pidS,
        double pcrS,
        double pcrAccuracyNs,
        double ptsS,
        double catS,
        double unreferencedS,
        double nitS,
        double sdtActualS,
        double sdtOtherS,
        double batS,
        double eitActualS,
        double eitOtherS,
        double timeS,
        double closestS) {
    /** TR 101 290 V1.4.1, tables 5.0a to 5.0c. */
    public static TsLimits guideline() {
        return new TsLimits(0.5, 0.5, 5, 0.1, 500, 0.7, 0.5, 0.5, 10, 2, 10, 10, 2, 10, 30, 0.025);
    }
}
