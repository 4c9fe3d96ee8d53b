package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.IndicatorBook.Occurrence;
import io.bandwatch.dsp.ts.clock.PcrTrack;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsPcr;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Indicators 2.3.a, 2.3.b and 2.4 of TR 101 290. A reference that comes late by its own clock is late and a jump at once:
 * the guideline asks for steps of 0 to 100 ms. By arrival, it is late only if it is so by its own clock as well: a network or a
 * receiver that pauses says nothing of the multiplex.
 */
final class PcrChecks {
    private final IndicatorBook book;
    private final double intervalS;
    private final double accuracyNs;
    /** How long a network may pause before what it did not bring counts as missing. */
    private static final double PAUSE_S = 0.4;

    private final Map<Integer, PcrTrack> tracks = new TreeMap<>();
    private boolean arrivals;

    PcrChecks(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.intervalS = limits.pcrS();
        this.accuracyNs = limits.pcrAccuracyNs();
    }

    void pcr(PcrReference reference) {
        PcrTrack track = tracks.computeIfAbsent(reference.pid(), PcrTrack::new);
        long beforeNs = track.lastNs();
        long nowNs = reference.nowNs();
        track.accept(reference.ticks(), reference.position(), nowNs, reference.announced(), accuracyNs);
        arrivals = reference.arrivals();
        double lateS = track.intervalS();
        if (arrivals) {
            track.arrived(nowNs);
            lateS = track.stepS() >= 0 ? Math.min(lateS, track.stepS()) : lateS;
        }
        int pid = reference.pid();
        if (book.timed() && lateS > intervalS) {
            book.record(TsIndicator.PCR_REPETITION_ERROR, new Occurrence(beforeNs, nowNs, pid, lateS, intervalS));
        }
        if (track.stepS() < 0 || track.stepS() > intervalS) {
            book.record(
                    TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR,
                    new Occurrence(nowNs, nowNs, pid, track.stepS(), intervalS));
        }
        if (Math.abs(track.deviationNs()) > accuracyNs) {
            book.record(
                    TsIndicator.PCR_ACCURACY_ERROR, new Occurrence(nowNs, nowNs, pid, track.deviationNs(), accuracyNs));
        }
    }

    /** Packets were lost: distances in packets across this place say nothing of the rate. */
    void gap() {
        tracks.values().forEach(PcrTrack::gap);
    }

    /** Whether there is any reference. */
    boolean any() {
        return !tracks.isEmpty();
    }

    /** Whether the accuracy of any could be told. */
    boolean accuracyKnown() {
        return tracks.values().stream().anyMatch(PcrTrack::judged);
    }

    /** Tells the book which of these PIDs' references are overdue. */
    void look(Set<Integer> pcrPids, long nowNs) {
        double overdueS = arrivals ? Math.max(intervalS, PAUSE_S) : intervalS;
        tracks.forEach((pid, track) -> {
            double elapsedS = (nowNs - track.lastNs()) * 1e-9;
            if (book.timed() && pcrPids.contains(pid) && elapsedS > overdueS) {
                book.running(
                        TsIndicator.PCR_REPETITION_ERROR,
                        new Occurrence(track.lastNs(), nowNs, pid, elapsedS, intervalS));
            }
        });
    }

    TsPcr[] report() {
        return tracks.values().stream().map(PcrTrack::report).toArray(TsPcr[]::new);
    }
}
