package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.artefact.ArtefactTotals;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.level.LevelMemory;
import io.bandwatch.detectors.level.LevelSettings;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.Modulation;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the watch remembers of one place.
 *
 * @param channelHz raster channel, Hz
 * @param slot slot of the channel
 * @param offNs observed absence since it was last on air, ns
 * @param onNs time on air since it came on, ns; 0 while it is off for good
 * @param snrDb carrier over noise when last on air, dB
 * @param newSince when it last came on after an absence; null if it was on from the start
 * @param lastOn end of the last look that found it, null before the first
 * @param confirmed whether it was confirmed since it came on
 * @param explained whether a row of the register stood at its frequency when it was last on air
 * @param station id of that row, if it is one of a licensed station and this is on air
 * @param kinds how it is modulated, since it came on
 * @param artefacts what of the receiver would explain it, since it came on
 * @param overload whether it is on air only while the receiver is overloaded, ever
 * @param level what was learned of the level of the licensed station there, ever
 * @param listening what was received, null before something was
 */
public record PlaceMemory(
        long channelHz,
        int slot,
        long offNs,
        long onNs,
        double snrDb,
        @Nullable Instant newSince,
        @Nullable Instant lastOn,
        boolean confirmed,
        boolean explained,
        @Nullable String station,
        KindTotals kinds,
        ArtefactTotals artefacts,
        OverloadTotals overload,
        LevelMemory level,
        @Nullable Listening listening) {
    private static final double NS_PER_S = 1e9;

    /** A place observed for the first time; a further slot of a channel was empty until then. */
    static PlaceMemory of(RfObservation look) {
        long silentNs = look.slot() == 0
                ? 0
                : Duration.between(look.recordingStart(), look.time()).toNanos();
        return new PlaceMemory(
                look.channelHz(),
                look.slot(),
                silentNs,
                0,
                Double.NaN,
                null,
                null,
                false,
                false,
                null,
                KindTotals.NOTHING,
                ArtefactTotals.NOTHING,
                OverloadTotals.NOTHING,
                LevelMemory.NOTHING,
                null);
    }

    boolean isAt(RfObservation look) {
        return channelHz == look.channelHz() && slot == look.slot();
    }

    PlaceMemory with(RfObservation look, WatchSettings settings, boolean nowExplained, @Nullable String nowStation) {
        if (!look.onAir()) {
            long absentNs = offNs + look.durationNs();
            boolean gone = absentNs >= settings.restart().toNanos();
            return new PlaceMemory(
                    channelHz,
                    slot,
                    absentNs,
                    gone ? 0 : onNs,
                    snrDb,
                    newSince,
                    lastOn,
                    confirmed,
                    explained,
                    gone ? null : station,
                    gone ? KindTotals.NOTHING : kinds,
                    gone ? ArtefactTotals.NOTHING : artefacts,
                    overload,
                    level,
                    gone ? null : listening);
        }
        boolean cameOn = onNs == 0 && offNs >= settings.absent().toNanos();
        Listening heard = look.reception() == null
                ? listening
                : (listening == null ? Listening.NOTHING : listening).with(look, look.reception());
        return new PlaceMemory(
                channelHz,
                slot,
                0,
                onNs + look.durationNs(),
                look.snrDb(),
                cameOn ? look.time() : newSince,
                look.end(),
                look.confirmed() || (confirmed && !cameOn),
                nowExplained,
                nowStation,
                kinds.with(look),
                artefacts.with(look),
                overload,
                level,
                heard);
    }

    PlaceMemory heard(Listening next) {
        return new PlaceMemory(
                channelHz, slot, offNs, onNs, snrDb, newSince, lastOn, confirmed, explained, station, kinds, artefacts,
                overload, level, next);
    }

    PlaceMemory overloaded(OverloadTotals next) {
        return new PlaceMemory(
                channelHz, slot, offNs, onNs, snrDb, newSince, lastOn, confirmed, explained, station, kinds, artefacts,
                next, level, listening);
    }

    PlaceMemory levelled(LevelMemory next) {
        return new PlaceMemory(
                channelHz, slot, offNs, onNs, snrDb, newSince, lastOn, confirmed, explained, station, kinds, artefacts,
                overload, next, listening);
    }

    /** Whether the licensed station is there, and nobody took its frequency. */
    boolean isStation() {
        return station != null && (listening == null || listening.change().change() == null);
    }

    /** Whether it belongs to an opening that began then. */
    boolean cameOnWith(Instant since) {
        return newSince != null
                && !explained
                && !newSince.isBefore(since)
                && overload.explains().isEmpty();
    }

    /** What is known of it, beside the host of what may be its sidebands. */
    Evidence evidence(@Nullable Opening opening, @Nullable String host, LevelSettings levels) {
        Modulation modulation =
                listening == null ? Modulation.UNKNOWN : listening.reception().modulation(snrDb, listening.reception());
        return new Evidence(
                onNs / NS_PER_S,
                explained,
                newSince != null,
                opening != null && !opening.over() && cameOnWith(opening.since()) ? opening : null,
                modulation,
                kinds,
                host,
                listening == null ? null : listening.nearest(),
                listening == null ? null : listening.partner(),
                artefacts,
                overload,
                level.shift(levels),
                listening == null ? null : listening.change().change());
    }
}
