package io.bandwatch.ingest.live;

import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the visits of a round together into one look at all of the band: a channel is taken from the visit in whose middle it lies
 * most, a carrier that several visits saw from the one that received it best. What a visit heard of a carrier's sound is left out:
 * a fifth of a second tells nothing of the seconds until the next. Not thread-safe.
 */
final class Round {
    private static final ChannelRaster RASTER = ChannelRaster.FM;

    /** Nearer than this, what two visits saw is the same carrier, Hz: half a step of the raster. */
    private static final double SAME_HZ = 50e3;

    private final List<Visit> visits = new ArrayList<>();

    /** What one visit saw. */
    private record Visit(double centerHz, BandMeasurement band) {}

    /** A carrier, and the visit that saw it. */
    private record Seen(int visit, CarrierMeasurement carrier) {}

    void add(double centerHz, BandMeasurement band) {
        visits.add(new Visit(centerHz, band));
    }

    int count() {
        return visits.size();
    }

    /** Whether all visits of a plan were made, with all their frames. */
    boolean isOf(HopPlan plan, int framesOfVisit) {
        return count() == plan.centersHz().size() * framesOfVisit;
    }

    void clear() {
        visits.clear();
    }

    /** The look at the whole, or null before the first visit. */
    @Nullable
    BandMeasurement whole() {
        if (visits.isEmpty()) {
            return null;
        }
        int first = visits.stream()
                .mapToInt(visit -> visit.band().firstChannel())
                .min()
                .orElseThrow();
        int last = visits.stream()
                .mapToInt(visit -> visit.band().firstChannel() + visit.band().channelLevelDbfs().length - 1)
                .max()
                .orElseThrow();
        double[] level = new double[last - first + 1];
        double[] noise = new double[last - first + 1];
        for (int channel = first; channel <= last; channel++) {
            BandMeasurement band = nearest(channel).band();
            int at = Math.min(Math.max(0, channel - band.firstChannel()), band.channelLevelDbfs().length - 1);
            level[channel - first] = band.channelLevelDbfs()[at];
            noise[channel - first] = band.channelNoiseDbfs()[at];
        }
        BandMeasurement one = visits.get(0).band();
        double startHz = visits.stream()
                .mapToDouble(visit -> visit.band().spectrumStartHz())
                .min()
                .orElseThrow();
        return new BandMeasurement(
                visits.stream().mapToDouble(visit -> visit.band().lowHz()).min().orElseThrow(),
                visits.stream()
                        .mapToDouble(visit -> visit.band().highHz())
                        .max()
                        .orElseThrow(),
                carriers(),
                first,
                level,
                noise,
                startHz,
                one.spectrumStepHz(),
                spectrum(startHz, one.spectrumStepHz()),
                visits.stream()
                        .mapToDouble(visit -> visit.band().dcDbfs())
                        .max()
                        .orElseThrow(),
                visits.stream()
                        .mapToDouble(visit -> visit.band().clippedShare())
                        .max()
                        .orElseThrow());
    }

    private Visit nearest(int channel) {
        double hz = RASTER.centerHz(channel);
        return visits.stream()
                .min(Comparator.comparingDouble(visit -> Math.abs(visit.centerHz() - hz)))
                .orElseThrow();
    }

    private CarrierMeasurement[] carriers() {
        List<Seen> all = new ArrayList<>();
        for (int visit = 0; visit < visits.size(); visit++) {
            for (CarrierMeasurement carrier : visits.get(visit).band().carriers()) {
                all.add(new Seen(visit, carrier.received(null)));
            }
        }
        all.sort(Comparator.comparingDouble(seen -> seen.carrier().frequencyHz()));
        List<Seen> each = new ArrayList<>();
        for (Seen seen : all) {
            int same = sameAs(seen, each);
            if (same < 0) {
                each.add(seen);
            } else if (seen.carrier().snrDb() > each.get(same).carrier().snrDb()) {
                each.set(same, seen);
            }
        }
        return each.stream()
                .map(Seen::carrier)
                .sorted(Comparator.comparingDouble(CarrierMeasurement::frequencyHz))
                .toArray(CarrierMeasurement[]::new);
    }

    /** Which of those taken so far is the same carrier seen by another visit, or -1. */
    private static int sameAs(Seen seen, List<Seen> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            Seen before = taken.get(i);
            double awayHz = seen.carrier().frequencyHz() - before.carrier().frequencyHz();
            if (before.visit() != seen.visit() && Math.abs(awayHz) < SAME_HZ) {
                return i;
            }
        }
        return -1;
    }

    /** Points of the whole band, each from the visit in whose middle it lies most. */
    private float[] spectrum(double startHz, double stepHz) {
        double endHz = visits.stream()
                .mapToDouble(visit -> visit.band().spectrumStartHz()
                        + (visit.band().spectrumDbfsPerHz().length - 1)
                                * visit.band().spectrumStepHz())
                .max()
                .orElseThrow();
        float[] points = new float[(int) Math.round((endHz - startHz) / stepHz) + 1];
        double[] awayHz = new double[points.length];
        Arrays.fill(awayHz, Double.POSITIVE_INFINITY);
        for (Visit visit : visits) {
            BandMeasurement band = visit.band();
            int offset = (int) Math.round((band.spectrumStartHz() - startHz) / stepHz);
            for (int i = 0; i < band.spectrumDbfsPerHz().length; i++) {
                int at = offset + i;
                double hz = Math.abs(startHz + at * stepHz - visit.centerHz());
                if (at < points.length && hz < awayHz[at]) {
                    awayHz[at] = hz;
                    points[at] = band.spectrumDbfsPerHz()[i];
                }
            }
        }
        return points;
    }
}
