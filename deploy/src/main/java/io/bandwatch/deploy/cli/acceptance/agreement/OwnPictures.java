package io.bandwatch.deploy.cli.acceptance.agreement;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.video.PictureDetector;
import io.bandwatch.detectors.video.PictureSettings;
import io.bandwatch.detectors.video.PictureState;
import io.bandwatch.detectors.video.ServiceProfiles;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.VideoObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What our own detector says of the pictures of a service: decoded, made small and measured as in every run, with the times of
 * FFmpeg's filters set. Not thread-safe.
 */
final class OwnPictures {
    private static final double NS_PER_S = 1e9;
    private static final ConditionTimes AT_ONCE = new ConditionTimes(
            seconds(FfmpegFilters.LEAST_PICTURE_S),
            seconds(FfmpegFilters.LEAST_PICTURE_S),
            Duration.ZERO,
            Duration.ZERO);
    private static final Duration NEVER = Duration.ofDays(1000);

    private final Instant start;
    private final PictureDetector detector;
    private final List<Finding> findings = new ArrayList<>();
    private PictureState state;
    private double firstS = Double.NaN;
    private double aheadS;
    private double lastS;
    private long pictures;

    OwnPictures(Instant start) {
        PictureSettings usual = PictureSettings.DEFAULT;
        this.start = start;
        this.detector = new PictureDetector(
                new PictureSettings(
                        usual.blackShare(),
                        AT_ONCE,
                        AT_ONCE,
                        Duration.ZERO,
                        NEVER,
                        2.0,
                        usual.bars(),
                        usual.mosaicEdgeShare(),
                        usual.mosaicConcealedShare(),
                        usual.mosaicMemory(),
                        usual.mosaic(),
                        usual.lost(),
                        usual.patience()),
                ServiceProfiles.NONE);
        this.state = detector.initial();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    void look(AvFrame look) {
        VideoObservation video = look.video();
        if (video != null) {
            for (PictureMeasurement picture : video.pictures()) {
                lastS = seconds(look.time().plusNanos(picture.offsetNs()));
                firstS = Double.isNaN(firstS) ? lastS : firstS;
                pictures++;
            }
        }
        var step = detector.onObservation(state, look);
        state = step.next();
        findings.addAll(step.findings());
    }

    private double seconds(Instant at) {
        return Duration.between(start, at).toNanos() / NS_PER_S;
    }

    long pictures() {
        return pictures;
    }

    double endS() {
        return lastS - firstS + aheadS;
    }

    /** Its first picture is so much later in the stream than FFmpeg's. */
    void isAhead(double seconds) {
        aheadS = seconds;
    }

    /** Stretches of a kind, from FFmpeg's first picture on. */
    List<Span> spans(IncidentKind kind) {
        List<Span> spans = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.kind() != kind) {
                continue;
            }
            double from = seconds(finding.since()) - firstS + aheadS;
            switch (finding.phase()) {
                case RAISED, RESUMED -> spans.add(new Span(from, Double.POSITIVE_INFINITY));
                case PAUSED, ENDED -> {
                    if (!spans.isEmpty()
                            && Double.isInfinite(spans.get(spans.size() - 1).toS())) {
                        double since = spans.get(spans.size() - 1).fromS();
                        spans.set(spans.size() - 1, new Span(since, seconds(finding.until()) - firstS + aheadS));
                    }
                }
                case ESCALATED, REVISED -> {
                    // no other time
                }
            }
        }
        return spans;
    }
}
