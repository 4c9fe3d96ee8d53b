package io.bandwatch.detectors.evidence;

import io.bandwatch.detectors.artefact.ArtefactTotals;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.level.LevelShift;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.Modulation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a carrier up to a look.
 *
 * @param onAirS time on air since it came on, s
 * @param explained whether a row of the register stands at its frequency and counts
 * @param keyed whether it was seen to come on while its channel was observed
 * @param opening the opening of propagation that it came on with and that lasts, or null
 * @param modulation what was received of it
 * @param kinds for how long it looked like each kind of modulation
 * @param host id of the licensed station beside which it stands, as digital sidebands do; null where there is none
 * @param nearest the licensed programme most like its own; null while none could be compared
 * @param partner its own registered programme on another carrier; null where there is none to compare
 * @param artefacts what of the receiver would explain it
 * @param overload whether it is there only while the receiver is overloaded
 * @param level that its level here is not its own; null while it is, or nothing was learned
 * @param change that it became another one; null if it did not
 * @param relayed the licensed station whose programme it carries, as prints say; null where they say of none
 */
public record Evidence(
        double onAirS,
        boolean explained,
        boolean keyed,
        @Nullable Opening opening,
        Modulation modulation,
        KindTotals kinds,
        @Nullable String host,
        @Nullable Likeness nearest,
        @Nullable Likeness partner,
        ArtefactTotals artefacts,
        OverloadTotals overload,
        @Nullable LevelShift level,
        @Nullable Change change,
        @Nullable Relayed relayed) {
    /** Nothing but that it is there. */
    public static final Evidence NOTHING = new Evidence(
            0,
            false,
            false,
            null,
            Modulation.UNKNOWN,
            KindTotals.NOTHING,
            null,
            null,
            null,
            ArtefactTotals.NOTHING,
            OverloadTotals.NOTHING,
            null,
            null);

    /** What a feed tells by itself, without prints. */
    public Evidence(
            double onAirS,
            boolean explained,
            boolean keyed,
            @Nullable Opening opening,
            Modulation modulation,
            KindTotals kinds,
            @Nullable String host,
            @Nullable Likeness nearest,
            @Nullable Likeness partner,
            ArtefactTotals artefacts,
            OverloadTotals overload,
            @Nullable LevelShift level,
            @Nullable Change change) {
        this(
                onAirS,
                explained,
                keyed,
                opening,
                modulation,
                kinds,
                host,
                nearest,
                partner,
                artefacts,
                overload,
                level,
                change,
                null);
    }

    /** The same, of a carrier that was on air for so long in all, s. */
    public Evidence heardFor(double seconds) {
        return with(seconds, relayed);
    }

    /** The same, of a carrier that carries the programme of this station. */
    public Evidence relaying(Relayed station) {
        return with(onAirS, station);
    }

    private Evidence with(double seconds, @Nullable Relayed station) {
        return new Evidence(
                seconds,
                explained,
                keyed,
                opening,
                modulation,
                kinds,
                host,
                nearest,
                partner,
                artefacts,
                overload,
                level,
                change,
                station);
    }
}
