package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tracks of one feed in the course of one look. Not thread-safe; lives for one call. */
final class Tracking {
    private static final ChannelRaster RASTER = ChannelRaster.FM;
    /** Time over which a track's frequency is averaged: longer than a syllable, shorter than a drift. */
    private static final double AVERAGE_NS = 5e9;
    /** Looks over which it is averaged at least, where they are long. */
    private static final double AVERAGE_LOOKS = 8;

    private final TrackerSettings settings;
    private final TrackerState before;
    private final RfFrame frame;
    private final long[] lookNs;
    private final int[] slots;
    private final List<Sighted> sighted = new ArrayList<>();

    Tracking(TrackerSettings settings, TrackerState before, RfFrame frame, long[] lookNs) {
        this.settings = settings;
        this.before = before;
        this.frame = frame;
        this.lookNs = lookNs;
        this.slots = before.slots().clone();
    }

    /** All tracks after the look, by rising frequency: those found again, those absent, then those that begin. */
    List<Sighted> follow(CarrierMeasurement[] carriers, int[] trackOf) {
        CarrierMeasurement[] found = new CarrierMeasurement[before.tracks().size()];
        for (int c = 0; c < carriers.length; c++) {
            if (trackOf[c] != Association.NONE) {
                found[trackOf[c]] = carriers[c];
            }
        }
        for (int t = 0; t < found.length; t++) {
            Track track = before.tracks().get(t);
            if (found[t] != null) {
                sighted.add(new Sighted(continued(track, found[t]), found[t]));
            } else if (isRemembered(track)) {
                sighted.add(new Sighted(absent(track), null));
            }
        }
        moveDrifted();
        for (int c = 0; c < carriers.length; c++) {
            if (trackOf[c] == Association.NONE) {
                sighted.add(new Sighted(begun(carriers[c]), carriers[c]));
            }
        }
        sighted.sort(Comparator.comparingDouble((Sighted s) -> s.track().frequencyHz())
                .thenComparingInt(s -> s.track().channel())
                .thenComparingInt(s -> s.track().slot()));
        return sighted;
    }

    /** Slots ever used, one per raster channel: at least one where the channel was observed. */
    int[] slots(BandMeasurement band) {
        for (int i = 0; i < band.channelLevelDbfs().length; i++) {
            int channel = band.firstChannel() + i;
            if (channel >= 0 && channel < slots.length) {
                slots[channel] = Math.max(slots[channel], 1);
            }
        }
        return slots;
    }

    private Track continued(Track track, CarrierMeasurement carrier) {
        long seenNs = track.seenNs() + frame.durationNs();
        double averageNs = Math.max(AVERAGE_NS, AVERAGE_LOOKS * frame.durationNs());
        double weight = frame.durationNs() / Math.min((double) seenNs, averageNs);
        double frequencyHz = track.frequencyHz() + weight * (carrier.frequencyHz() - track.frequencyHz());
        long hits = track.hits() << 1 | 1;
        boolean established = track.established() || isConfirmed(hits, lookNs, settings);
        return new Track(track.channel(), track.slot(), frequencyHz, seenNs, frame.end(), hits, established);
    }

    private Track absent(Track track) {
        return new Track(
                track.channel(),
                track.slot(),
                track.frequencyHz(),
                track.seenNs(),
                track.lastSeen(),
                track.hits() << 1,
                track.established());
    }

    private Track begun(CarrierMeasurement carrier) {
        int channel = RASTER.nearest(carrier.frequencyHz());
        int slot = takeSlot(channel);
        boolean confirmed = isConfirmed(1, lookNs, settings);
        return new Track(channel, slot, carrier.frequencyHz(), frame.durationNs(), frame.end(), 1, confirmed);
    }

    /** What was never confirmed is soon forgotten, so that accidents of noise do not use up the slots. */
    private boolean isRemembered(Track track) {
        Duration patience = track.established() ? settings.forgetAfter() : settings.recent();
        Instant forgotten = track.lastSeen().plus(patience);
        return frame.time().isBefore(forgotten);
    }

    private void moveDrifted() {
        for (int i = 0; i < sighted.size(); i++) {
            Sighted s = sighted.get(i);
            Track track = s.track();
            double driftHz = Math.abs(track.frequencyHz() - RASTER.centerHz(track.channel()));
            int channel = RASTER.nearest(track.frequencyHz());
            if (driftHz > settings.driftHz() && RASTER.covers(track.frequencyHz())) {
                Track moved = new Track(
                        channel,
                        takeSlot(channel),
                        track.frequencyHz(),
                        track.seenNs(),
                        track.lastSeen(),
                        track.hits(),
                        track.established());
                sighted.set(i, new Sighted(moved, s.carrier()));
            }
        }
    }

    /** The lowest slot of the channel that no track holds. */
    private int takeSlot(int channel) {
        int slot = 0;
        while (isTaken(channel, slot)) {
            slot++;
        }
        slots[channel] = Math.max(slots[channel], slot + 1);
        return slot;
    }

    private boolean isTaken(int channel, int slot) {
        return sighted.stream()
                .map(Sighted::track)
                .anyMatch(track -> track.channel() == channel && track.slot() == slot);
    }

    /** Whether the looks of the window that found the carrier are enough of it. */
    static boolean isConfirmed(long hits, long[] lookNs, TrackerSettings settings) {
        long foundNs = 0;
        for (int i = 0; i < lookNs.length; i++) {
            foundNs += (hits >> i & 1) * lookNs[i];
        }
        // looks are whole samples, so that three of 200 ms may lack some microseconds: half a percent is forgiven
        return foundNs
                >= 0.995 * settings.confirmShare() * settings.confirmWindow().toNanos();
    }
}
