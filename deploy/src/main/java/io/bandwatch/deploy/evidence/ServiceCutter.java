package io.bandwatch.deploy.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.evidence.EvidenceFolder;
import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.detectors.sound.LoudnessWindow;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.frames.ProgrammeLooks;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Goes through one service with the faults that it had, keeps the evidence of each, and the last picture of all. */
final class ServiceCutter implements Onlooker {
    private final Recording recording;
    private final EvidenceFolder folder;
    private final Map<String, List<String>> kept;
    private final List<FaultCut> cuts = new ArrayList<>();
    private final List<LoudnessWindow> windows = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private @Nullable Picture last;
    private Instant lastAt;

    /** @param kept told the paths of what was kept, by incident */
    ServiceCutter(Recording recording, List<Fault> faults, EvidenceFolder folder, Map<String, List<String>> kept) {
        this.recording = recording;
        this.folder = folder;
        this.kept = kept;
        this.lastAt = recording.start();
        for (Fault fault : faults) {
            long openedNs = Duration.between(recording.start(), fault.opened()).toNanos();
            cuts.add(new FaultCut(fault, openedNs));
        }
    }

    /** Goes through it, and tells what it showed and sounded like at its end. */
    ServiceTile cut(int serviceId) throws IOException {
        try {
            ProgrammeLooks.goThrough(recording, this, this::look);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        List<ServiceTile.Level> levels = new ArrayList<>();
        for (int track = 0; track < windows.size(); track++) {
            LoudnessWindow window = windows.get(track);
            double shortTerm = window.shortTermLufs();
            double lufs = Double.isNaN(shortTerm) ? window.momentaryLufs() : shortTerm;
            levels.add(new ServiceTile.Level(languages.get(track), lufs));
        }
        Picture picture = last;
        return new ServiceTile(
                recording.feed(), serviceId, lastAt, picture == null ? null : Thumbnails.of(picture), levels);
    }

    @Override
    public void picture(Picture picture, long atNs) {
        last = picture;
        lastAt = recording.start().plusNanos(atNs);
        cuts.forEach(cut -> cut.picture(picture, atNs));
    }

    @Override
    public void sound(Sound sound, int begin, int count, long atNs) {
        cuts.forEach(cut -> cut.sound(sound, begin, count, atNs));
    }

    private void look(AvFrame look) {
        AudioObservation[] tracks = look.audio();
        for (int track = 0; track < tracks.length; track++) {
            if (track == windows.size()) {
                windows.add(LoudnessWindow.EMPTY);
                languages.add(tracks[track].language());
            }
            if (tracks[track].sound() != null) {
                double[] blocks = tracks[track].sound().weightedMeanSquare();
                windows.set(track, windows.get(track).with(blocks, look.time()));
            }
        }
        long reachedNs = Duration.between(recording.start(), look.time()).toNanos();
        for (Iterator<FaultCut> left = cuts.iterator(); left.hasNext(); ) {
            FaultCut cut = left.next();
            if (look.kind() == FrameKind.ENDED || cut.isPast(reachedNs)) {
                keep(cut);
                left.remove();
            }
        }
    }

    private void keep(FaultCut cut) {
        SortedMap<String, byte[]> files = cut.files();
        if (files.isEmpty()) {
            return;
        }
        Fault fault = cut.fault();
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("incident", fault.id());
        facts.put("kind", fault.kind());
        facts.put("feed", fault.feed());
        facts.put("service_id", fault.serviceId());
        facts.put("opened", fault.opened().toString());
        if (files.containsKey("sound.wav")) {
            BigDecimal start = BigDecimal.valueOf(cut.startInSoundS()).setScale(3, RoundingMode.HALF_EVEN);
            facts.put("start_in_sound_s", start);
        }
        try {
            kept.put(fault.id(), folder.keep(fault.id(), facts, files));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
