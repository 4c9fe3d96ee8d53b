package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.reception.ReceptionTotals;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RfObservation;
import org.jspecify.annotations.Nullable;

/**
 * What was received of a carrier since it came on.
 *
 * @param programme its last levels
 * @param reception sums, begun anew every five minutes so that they speak of now
 * @param change whether it became another one
 * @param nearest the licensed programme most like its own, as last compared
 * @param partner its own registered programme on another carrier, as last compared
 * @param comparedStep when it was compared last, in the steps of {@code programme}
 */
public record Listening(
        ProgrammeMemory programme,
        ReceptionTotals reception,
        ChangeState change,
        @Nullable Likeness nearest,
        @Nullable Likeness partner,
        long comparedStep) {
    static final Listening NOTHING =
            new Listening(ProgrammeMemory.EMPTY, ReceptionTotals.NOTHING, ChangeState.NOTHING, null, null, 0);

    private static final double LONGEST_S = 300;

    Listening with(RfObservation look, FmReception heard) {
        ReceptionTotals sums = reception.observedS() >= LONGEST_S ? reception.restarted() : reception;
        ReceptionTotals next = sums.with(heard, look.time());
        RdsStation station = next.said();
        Integer code = station == null ? null : station.pi();
        String pi = code == null ? "" : String.format(java.util.Locale.ROOT, "%04X", code);
        return new Listening(
                programme.with(look, heard.audio().programmeLevels()),
                next,
                change.with(look, heard.pilotSnrDb() > 15 ? heard.pilotDeviationHz() : 0, pi),
                nearest,
                partner,
                comparedStep);
    }

    Listening compared(@Nullable Likeness newNearest, @Nullable Likeness newPartner) {
        return new Listening(programme, reception, change, newNearest, newPartner, programme.endStep());
    }
}
