package io.bandwatch.detectors.programme;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sums up what a recording says of pictures and sound of a service: one record at its end, or one an interval. */
public final class ProgrammeAssessor implements Detector<AvFrame, ProgrammeState, ProgrammeRecord> {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration every;

    /** One record at the end. */
    public ProgrammeAssessor() {
        this.every = null;
    }

    /** @param every length of the intervals, to a look */
    public ProgrammeAssessor(Duration every) {
        this.every = every;
    }

    @Override
    public ProgrammeState initial() {
        return new ProgrammeState(null, null, new TrackTotals[0], 0);
    }

    @Override
    public Step<ProgrammeState, ProgrammeRecord> onObservation(ProgrammeState state, AvFrame look) {
        Instant start = state.start() == null ? look.time() : state.start();
        if (look.kind() == FrameKind.ENDED) {
            boolean told = every != null && state.start() == null;
            return new Step<>(initial(), told ? List.of() : List.of(record(state, start, look)), Optional.empty());
        }
        PictureTotals before = state.picture() == null ? PictureTotals.NOTHING : state.picture();
        PictureTotals picture = look.video() == null ? state.picture() : before.with(look.video());
        ProgrammeState next = new ProgrammeState(start, picture, tracks(state.tracks(), look), look.decoderRestarts());
        boolean over = every != null && Duration.between(start, look.end()).compareTo(every) >= 0;
        return over ? new Step<>(initial(), List.of(record(next, start, look)), Optional.empty()) : Step.quiet(next);
    }

    @Override
    public Step<ProgrammeState, ProgrammeRecord> onDeadline(ProgrammeState state, Instant now) {
        return Step.quiet(state);
    }

    private static TrackTotals[] tracks(TrackTotals[] before, AvFrame look) {
        List<TrackTotals> tracks = new ArrayList<>(List.of(before));
        Duration length = Duration.ofNanos(look.durationNs());
        for (int a = 0; a < look.audio().length; a++) {
            AudioObservation audio = look.audio()[a];
            int at = place(tracks, audio, a);
            if (at == tracks.size()) {
                tracks.add(TrackTotals.begun(audio));
            }
            tracks.set(at, tracks.get(at).with(audio, look.time(), length));
        }
        return tracks.toArray(TrackTotals[]::new);
    }

    /** Tracks of a transport stream are known by their PID, those of a file by their order. */
    private static int place(List<TrackTotals> tracks, AudioObservation audio, int order) {
        if (audio.pid() == 0) {
            return Math.min(order, tracks.size());
        }
        int at = 0;
        while (at < tracks.size() && tracks.get(at).pid() != audio.pid()) {
            at++;
        }
        return at;
    }

    private ProgrammeRecord record(ProgrammeState state, Instant start, AvFrame last) {
        return new ProgrammeRecord(
                last.feed(),
                last.serviceId(),
                start,
                Duration.between(start, last.end()).toNanos(),
                last.timeKnown(),
                every != null,
                state.picture(),
                state.tracks(),
                Math.max(state.decoderRestarts(), last.decoderRestarts()));
    }
}
