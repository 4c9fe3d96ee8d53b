package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.ReceptionTotals;
import io.bandwatch.detectors.schedule.OnAirLog;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sums over a recording, or one interval of it, of one carrier.
 *
 * @param from begin of the recording or interval
 * @param observedNs time observed, ns
 * @param onAirNs time on air, ns
 * @param levelNs linear level times ns on air
 * @param snrNs linear carrier over noise times ns on air
 * @param bandwidthHzNs occupied bandwidth times ns, where it is known
 * @param bandwidthNs time on air with known bandwidth, ns
 * @param uncertaintyHz how far the frequencies may be off, Hz
 * @param frequencies frequencies of the looks on air
 * @param verdicts verdicts that were given, the latest last
 * @param reception what was received of it
 * @param kinds for how long it looked like each kind of modulation
 * @param times when it was on air
 */
public record CarrierTotals(
        Instant from,
        long observedNs,
        long onAirNs,
        double levelNs,
        double snrNs,
        double bandwidthHzNs,
        long bandwidthNs,
        double uncertaintyHz,
        FrequencyCells frequencies,
        List<VerdictTime> verdicts,
        ReceptionTotals reception,
        KindTotals kinds,
        OnAirLog times) {

    /** Nothing heard yet; {@code observedNs} of silence go before the first observation of the place. */
    static CarrierTotals from(Instant from, long observedNs) {
        return new CarrierTotals(
                from,
                observedNs,
                0,
                0,
                0,
                0,
                0,
                0,
                FrequencyCells.EMPTY,
                List.of(),
                ReceptionTotals.NOTHING,
                KindTotals.NOTHING,
                OnAirLog.EMPTY);
    }

    CarrierTotals offAir(RfObservation look) {
        return new CarrierTotals(
                from,
                observedNs + look.durationNs(),
                onAirNs,
                levelNs,
                snrNs,
                bandwidthHzNs,
                bandwidthNs,
                uncertaintyHz,
                frequencies,
                verdicts,
                reception,
                kinds,
                times.with(look));
    }

    CarrierTotals onAir(RfObservation look, Verdict verdict, Evidence evidence) {
        long ns = look.durationNs();
        boolean known = !Double.isNaN(look.occupiedBandwidthHz());
        VerdictTime before = timeOf(verdict);
        List<VerdictTime> next = new ArrayList<>(verdicts);
        next.remove(before);
        next.add(new VerdictTime(verdict, before.ns() + ns, look.time(), evidence));
        return new CarrierTotals(
                from,
                observedNs + ns,
                onAirNs + ns,
                levelNs + Decibels.toPower(look.levelDbfs()) * ns,
                snrNs + Decibels.toPower(look.snrDb()) * ns,
                bandwidthHzNs + (known ? look.occupiedBandwidthHz() * ns : 0),
                bandwidthNs + (known ? ns : 0),
                Math.max(uncertaintyHz, look.frequencyUncertaintyHz()),
                frequencies.with(look.frequencyHz(), ns),
                next,
                look.reception() == null ? reception : reception.with(look.reception(), look.time()),
                kinds.with(look),
                times.with(look));
    }

    double snrDb() {
        return Decibels.ofPower(snrNs / onAirNs);
    }

    double levelDbfs() {
        return Decibels.ofPower(levelNs / onAirNs);
    }

    /** Mean occupied bandwidth, NaN where it was never known. */
    double occupiedBandwidthHz() {
        return bandwidthNs == 0 ? Double.NaN : bandwidthHzNs / bandwidthNs;
    }

    /** Share of the time observed in which it was on air. */
    double presence() {
        return (double) onAirNs / observedNs;
    }

    /**
     * The verdict on the whole: unlicensed if that held for the given time or the greater part, else what held longest.
     * What the carrier was in truth may come out only with time: a relay, an artefact, one of an opening. If that is what
     * it was last taken for, for the given time, it was that all along.
     */
    VerdictTime prevailing(long unlicensedHoldNs) {
        VerdictTime last = verdicts.get(verdicts.size() - 1);
        if (last.ns() >= unlicensedHoldNs && isInsight(last.verdict())) {
            return last;
        }
        VerdictTime unlicensed = timeOf(Verdict.UNLICENSED);
        if (unlicensed.ns() >= unlicensedHoldNs || 2 * unlicensed.ns() > onAirNs) {
            return unlicensed;
        }
        return verdicts.stream()
                .max(Comparator.comparingLong(VerdictTime::ns).thenComparing(VerdictTime::verdict))
                .orElse(unlicensed);
    }

    private static boolean isInsight(Verdict verdict) {
        return verdict == Verdict.RELAY_NOT_REGISTERED
                || verdict == Verdict.ARTEFACT
                || verdict == Verdict.UNDETERMINED;
    }

    private VerdictTime timeOf(Verdict verdict) {
        return verdicts.stream()
                .filter(time -> time.verdict() == verdict)
                .findFirst()
                .orElse(new VerdictTime(verdict, 0, from, Evidence.NOTHING));
    }
}
