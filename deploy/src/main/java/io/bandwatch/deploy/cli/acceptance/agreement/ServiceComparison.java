package io.bandwatch.deploy.cli.acceptance.agreement;

import io.bandwatch.deploy.cli.acceptance.agreement.Comparison.Reason;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.sound.SoundFigures;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.frames.ProgrammeLooks;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares all tracks of one file or service. */
final class ServiceComparison {
    private static final double LOUDNESS_LU = 0.1;

    /** Ours is taken five times as often, and so may find more. */
    private static final double OFTENER_LU = 0.5;

    /** Farther apart than decoders may begin, time stamps are not of one clock. */
    private static final double MOST_AHEAD_S = 5;

    /** Told in tenths, between which true peak may be off by what EBU Tech 3341 allows. */
    private static final double PEAK_BELOW_DB = 0.45;

    private static final double PEAK_ABOVE_DB = 0.25;
    private static final double SILENCE_S = 0.04;
    private static final double SHORT_S = 5;

    /** Quieter than that, ebur128 has another floor than silence. */
    private static final double LEAST_LUFS = -65;

    private final String clip;
    private final Path file;
    private final Recording recording;
    private final FfmpegFilters ffmpeg;
    private final Comparison rows;
    private final Map<Integer, OwnSound> sounds = new TreeMap<>();
    private final Map<Integer, AudioObservation> tracks = new TreeMap<>();
    private final OwnPictures pictures;
    private int width;
    private int height;
    private int picturePid;
    private long firstPtsNs;

    ServiceComparison(String clip, Path file, Recording recording, FfmpegFilters ffmpeg, Comparison rows) {
        this.clip = clip;
        this.file = file;
        this.recording = recording;
        this.ffmpeg = ffmpeg;
        this.rows = rows;
        this.pictures = new OwnPictures(recording.start());
    }

    void compare() throws IOException, InterruptedException {
        ProgrammeLooks.goThrough(recording, new Sizes(), this::look);
        boolean stream = picturePid > 0 || tracks.values().stream().anyMatch(track -> track.pid() > 0);
        if (pictures.pictures() > 0) {
            pictures(name("picture", picturePid), stream ? "0:i:" + picturePid : "0:v:0");
        }
        for (var track : tracks.entrySet()) {
            OwnSound own = sounds.get(track.getKey());
            String name = name("sound " + track.getKey(), track.getValue().pid());
            if (own == null || own.samples() == 0) {
                rows.nothing(
                        clip,
                        name,
                        "no sound was decoded: " + track.getValue().account().state());
            } else {
                String map = stream ? "0:i:" + track.getValue().pid() : "0:a:" + track.getKey();
                sound(name, map, track.getValue(), own);
            }
        }
        if (pictures.pictures() == 0 && tracks.isEmpty()) {
            rows.nothing(clip, name("service", 0), "no track was decoded");
        }
    }

    private String name(String track, int pid) {
        String service = recording.id().contains("|") ? recording.id().replaceFirst(".*\\|service\\|", "service ") : "";
        return (service + ' ' + track + (pid > 0 ? String.format(Locale.ROOT, " PID %d", pid) : "")).trim();
    }

    /** Notes how small pictures are made. */
    private final class Sizes implements Onlooker {
        @Override
        public void picture(Picture picture, long atNs) {
            firstPtsNs = width == 0 ? picture.ptsNs() : firstPtsNs;
            width = picture.width();
            height = picture.height();
        }

        @Override
        public void sound(Sound sound, int begin, int count, long atNs) {
            // the looks tell
        }
    }

    private void look(AvFrame look) {
        pictures.look(look);
        if (look.video() != null && look.video().pid() > 0) {
            picturePid = look.video().pid();
        }
        for (int i = 0; i < look.audio().length; i++) {
            AudioObservation track = look.audio()[i];
            sounds.computeIfAbsent(i, number -> new OwnSound()).take(track, look.time());
            if (track.rateHz() > 0 || !tracks.containsKey(i)) {
                tracks.put(i, track);
            }
        }
    }

    private void pictures(String track, String map) throws IOException, InterruptedException {
        FfmpegFilters.Pictures theirs = ffmpeg.pictures(file, map, width & ~1, height & ~1);
        double aheadS = firstPtsNs * 1e-9 - theirs.firstS();
        pictures.isAhead(Math.abs(aheadS) < MOST_AHEAD_S ? aheadS : 0);
        boolean other = theirs.times().length != pictures.pictures();
        Reason reason = other ? Reason.OTHER_PICTURES : null;
        MeterPictures meter = MeterPictures.of(theirs);
        rows.begin(clip, track, "black", "meter");
        boolean blackAgrees = spans(meter.black(), theirs.black(), theirs, null, List.of());
        rows.begin(clip, track, "freeze", "meter");
        boolean freezeAgrees = spans(meter.frozen(), theirs.frozen(), theirs, null, List.of());
        List<Span> black = pictures.spans(IncidentKind.VIDEO_BLACK);
        rows.begin(clip, track, "black", "product");
        rows.say("pictures_ours", pictures.pictures());
        rows.say("pictures_ffmpeg", theirs.times().length);
        Reason small = Reason.OTHER_THUMBNAILS;
        spans(black, theirs.black(), theirs, reason == null && blackAgrees ? small : reason, List.of());
        rows.begin(clip, track, "freeze", "product");
        List<Span> frozen = pictures.spans(IncidentKind.VIDEO_FREEZE);
        spans(frozen, theirs.frozen(), theirs, freezeAgrees ? small : reason, black);
    }

    /** Whether all are the same. */
    private boolean spans(
            List<Span> ours,
            List<Span> theirs,
            FfmpegFilters.Pictures said,
            @Nullable Reason otherwise,
            List<Span> black) {
        rows.spans(ours, theirs);
        double tolerance = said.stepS() + 0.002;
        double end = Math.min(said.endS(), pictures.endS());
        List<Span> here = Span.only(ours, theirs, tolerance, end);
        List<Span> there = Span.only(theirs, ours, tolerance, end);
        here.forEach(span -> rows.differ("here only " + span, reason(span, tolerance, end, otherwise)));
        for (Span span : there) {
            boolean named = black.stream().anyMatch(dark -> dark.contains(span, tolerance, end));
            Reason reason = named ? Reason.BLACK_IS_NOT_FROZEN : reason(span, tolerance, end, otherwise);
            rows.differ("ffmpeg only " + span, reason);
        }
        return here.isEmpty() && there.isEmpty();
    }

    private static @Nullable Reason reason(Span span, double tolerance, double end, @Nullable Reason otherwise) {
        boolean limit = Math.abs(span.lengthS(end) - FfmpegFilters.LEAST_PICTURE_S) <= tolerance;
        return limit ? Reason.AT_THE_LIMIT : otherwise;
    }

    private void sound(String track, String map, AudioObservation format, OwnSound own)
            throws IOException, InterruptedException {
        FfmpegFilters.SoundSaid said = ffmpeg.sound(file, map, format.rateHz(), format.channels());
        OwnSound meter = OwnSound.of(said.pcm(), said.rateHz(), said.channels());
        rows.begin(clip, track, "silence", "meter");
        boolean silenceAgrees = silences(meter, said, null);
        rows.begin(clip, track, "loudness", "meter");
        boolean loudnessAgrees = loudness(meter, said, own.endS() < SHORT_S ? Reason.SHORT : null, null);
        series("momentary", meter.momentary(), said.momentary(), 3);
        series("short-term", meter.shortTerm(), said.shortTerm(), 29);
        Reason decoders = meter.samples() == own.samples() ? Reason.OTHER_SOUND : Reason.OTHER_SAMPLES;
        rows.begin(clip, track, "silence", "product");
        rows.say("samples_ours", own.samples());
        rows.say("samples_ffmpeg", meter.samples());
        silences(own, said, silenceAgrees ? decoders : null);
        rows.begin(clip, track, "loudness", "product");
        Reason reason = loudnessAgrees ? decoders : null;
        loudness(own, said, own.endS() < SHORT_S ? Reason.SHORT : reason, reason);
    }

    private boolean silences(OwnSound own, FfmpegFilters.SoundSaid said, @Nullable Reason otherwise) {
        List<Span> ours = own.silences();
        rows.spans(ours, said.silences());
        double end = own.endS();
        List<Span> here = Span.only(ours, said.silences(), SILENCE_S, end);
        List<Span> there = Span.only(said.silences(), ours, SILENCE_S, end);
        here.forEach(span -> rows.differ("here only " + span, silence(span, end, otherwise)));
        there.forEach(span -> rows.differ("ffmpeg only " + span, silence(span, end, otherwise)));
        return here.isEmpty() && there.isEmpty();
    }

    private static @Nullable Reason silence(Span span, double end, @Nullable Reason otherwise) {
        boolean limit = Math.abs(span.lengthS(end) - FfmpegFilters.LEAST_SILENCE_S) <= SILENCE_S;
        return limit ? Reason.AT_THE_LIMIT : otherwise;
    }

    private boolean loudness(
            OwnSound own, FfmpegFilters.SoundSaid said, @Nullable Reason otherwise, @Nullable Reason peak) {
        SoundFigures figures = own.figures();
        double full = said.integratedOfFullWindows();
        double ours = figures.loudnessLufs() > LEAST_LUFS ? figures.loudnessLufs() : Double.NaN;
        double theirs = said.integrated() > LEAST_LUFS ? said.integrated() : Double.NaN;
        boolean agreesWithFull = Math.abs(ours - full) <= LOUDNESS_LU;
        Reason why = agreesWithFull ? Reason.WINDOWS_NOT_FULL : otherwise;
        boolean agree = rows.figures("integrated_lufs", ours, theirs, LOUDNESS_LU, LOUDNESS_LU, why)
                || agreesWithFull
                || otherwise == Reason.SHORT;
        rows.say("momentary_max_lufs_ours", figures.momentaryMaxLufs());
        rows.say("momentary_max_lufs_ffmpeg", largest(said.momentary()));
        List<Double> whole = said.shortTerm().size() < 30
                ? List.of()
                : said.shortTerm().subList(29, said.shortTerm().size());
        agree &= rows.figures(
                "short_term_max_lufs", figures.shortTermMaxLufs(), largest(whole), LOUDNESS_LU, OFTENER_LU, otherwise);
        rows.say("loudness_range_lu_ours", figures.loudnessRangeLu());
        rows.say("loudness_range_lu_ffmpeg", said.range());
        boolean peakAgrees = rows.figures(
                "true_peak_db", figures.truePeakDbfs(), said.truePeak(), PEAK_BELOW_DB, PEAK_ABOVE_DB, peak);
        return agree && peakAgrees;
    }

    private static double largest(List<Double> values) {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** Value by value, from the first for which there is a whole window. */
    private void series(String what, List<Double> ours, List<Double> theirs, int first) {
        double largest = 0;
        int values = 0;
        int at = first;
        for (int i = first; i < Math.min(ours.size(), theirs.size()); i++) {
            boolean counts = theirs.get(i) > LEAST_LUFS;
            values += counts ? 1 : 0;
            if (counts && Math.abs(ours.get(i) - theirs.get(i)) > largest) {
                largest = Math.abs(ours.get(i) - theirs.get(i));
                at = i;
            }
        }
        String name = what.replace('-', '_');
        rows.say(name + "_values", values);
        rows.say(name + "_largest_difference_lu", largest);
        if (!(largest <= LOUDNESS_LU)) {
            rows.differ(
                    String.format(
                            Locale.ROOT,
                            "%s loudness at %.1f s: %.3f LUFS, ffmpeg %.3f",
                            what,
                            (at + 1) / 10.0,
                            ours.get(at),
                            theirs.get(at)),
                    null);
        }
    }
}
