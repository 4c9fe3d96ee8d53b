package io.bandwatch.detectors.video;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.sound.Sounds;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.BarsKind;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at a service whose pictures and sound are as its knobs stand: at first a moving picture and a voice. */
public final class Broadcast {
    static final Instant START = Instant.parse("2026-03-01T20:00:00Z");
    static final int SERVICE = 257;
    private static final long LOOK_NS = 200_000_000;
    private static final long PICTURE_NS = 40_000_000;
    private static final int SAMPLES = 9600;

    double blackShare = 0.1;
    double meanLevel = 0.4;
    double difference = 0.05;
    double changed = 0.4;
    double bars = 0.1;
    double edges;
    double concealed;
    long errors;
    int picturesALook = 5;
    int expectedALook = 5;
    double lufs = -23;
    /** Power of the difference of left and right over that of their sum. */
    double width;

    double toneShare;
    TrackState video = TrackState.DECODED;
    TrackState audio = TrackState.DECODED;

    private Instant unchangedSince = START;
    private Instant nearlyStillSince = START;
    private final List<AvFrame> frames = new ArrayList<>();

    /** More of the same. */
    public Broadcast seconds(double seconds) {
        for (int i = 0; i < Math.round(seconds * 5); i++) {
            frames.add(look(START.plusNanos(frames.size() * LOOK_NS)));
        }
        return this;
    }

    /** Black from now on. */
    public Broadcast black() {
        blackShare = 1;
        return this;
    }

    /** All looks, and the end. */
    public List<AvFrame> ended() {
        List<AvFrame> all = new ArrayList<>(frames);
        Instant end = START.plusNanos(frames.size() * LOOK_NS);
        all.add(new AvFrame("hill", SERVICE, FrameKind.ENDED, end, 0, true, null, new AudioObservation[0], 0));
        return all;
    }

    private AvFrame look(Instant time) {
        int shown = video == TrackState.DECODED ? picturesALook : 0;
        PictureMeasurement[] pictures = new PictureMeasurement[shown];
        for (int i = 0; i < shown; i++) {
            pictures[i] = picture(i, time.plusNanos(i * PICTURE_NS));
        }
        TrackAccount account = new TrackAccount(video, expectedALook, shown, errors);
        VideoObservation seen = new VideoObservation(110, account, 720, 576, 1.0, 25, pictures);
        AudioObservation heard = new AudioObservation(
                120,
                "eng",
                new TrackAccount(
                        audio, audio == TrackState.SAMPLED ? 0 : SAMPLES, audio == TrackState.DECODED ? SAMPLES : 0, 0),
                48_000,
                2,
                audio == TrackState.DECODED ? sound() : null,
                new double[0],
                toneShare);
        return new AvFrame(
                "hill", SERVICE, FrameKind.MEASURED, time, LOOK_NS, true, seen, new AudioObservation[] {heard}, 0);
    }

    private AudioMeasurement sound() {
        double both = 0.5 * Math.pow(10, lufs / 10);
        return Sounds.of(both / (1 + width), both * width / (1 + width), 0, 0);
    }

    private PictureMeasurement picture(int place, Instant at) {
        unchangedSince = changed > 0.005 ? at : unchangedSince;
        nearlyStillSince = changed > 0.03 ? at : nearlyStillSince;
        Instant end = at.plusNanos(PICTURE_NS);
        return new PictureMeasurement(
                place * PICTURE_NS,
                PICTURE_NS,
                blackShare,
                meanLevel,
                0.2,
                difference,
                difference <= 0.001,
                changed,
                Duration.between(unchangedSince, end).toNanos(),
                Duration.between(nearlyStillSince, end).toNanos(),
                bars,
                BarsKind.EBU_75,
                edges,
                concealed);
    }

    /** Findings in order, in words: phase, kind, severity, and begin and end of the presence, s. */
    static <S> List<String> words(Detector<AvFrame, S, Finding> detector, Broadcast broadcast) {
        List<String> words = new ArrayList<>();
        for (Finding finding : findings(detector, broadcast.ended())) {
            words.add(String.format(
                    Locale.ROOT,
                    "%s %s %s %.2f..%.2f",
                    finding.phase(),
                    finding.kind().code(),
                    finding.severity().code(),
                    seconds(finding.since()),
                    seconds(finding.until())));
        }
        return words;
    }

    /** All that a detector says, deadlines included. */
    static <S> List<Finding> findings(Detector<AvFrame, S, Finding> detector, List<AvFrame> frames) {
        List<Finding> findings = new ArrayList<>();
        S state = detector.initial();
        Optional<Instant> wakeAt = Optional.empty();
        for (AvFrame frame : frames) {
            while (wakeAt.isPresent() && !wakeAt.get().isAfter(frame.time())) {
                Step<S, Finding> woken = detector.onDeadline(state, wakeAt.get());
                findings.addAll(woken.findings());
                state = woken.next();
                wakeAt = woken.wakeAt();
            }
            Step<S, Finding> step = detector.onObservation(state, frame);
            findings.addAll(step.findings());
            state = step.next();
            wakeAt = step.wakeAt();
        }
        return findings;
    }

    private static double seconds(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }
}
