package io.bandwatch.detectors.video;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;
import static io.bandwatch.detectors.Reason.Weight.MEDIUM;
import static io.bandwatch.detectors.Reason.Weight.STRONG;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.VideoObservation;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one picture, or one look, and what is remembered of them say of each fault. */
record PictureQuestions(PictureSettings settings) implements Serializable {
    private static final double PERCENT = 100;
    private static final double MS_PER_S = 1e3;

    /** In slow motion now and then a picture is like the one before. */
    private static final Duration LEAST_STILL = Duration.ofMillis(400);

    /** Line-up tone has nearly all of the sound's power. */
    private static final double TONE_SHARE = 0.9;

    boolean isBlack(PictureMeasurement picture) {
        return picture.blackShare() >= settings.blackShare();
    }

    boolean isBars(PictureMeasurement picture) {
        return picture.barsCorrelation() > settings.barsCorrelation();
    }

    Reading black(PictureMeasurement picture) {
        if (!isBlack(picture)) {
            return Reading.NO;
        }
        double share = PERCENT * picture.blackShare();
        double limit = PERCENT * settings.blackShare();
        return Reading.yes(
                share, limit, "%", Reason.of(ReasonCode.PICTURE_BLACK, DECISIVE, tenths(share), tenths(limit)));
    }

    Reading bars(PictureMeasurement picture, AvFrame look, ServiceProfile profile) {
        if (!isBars(picture) || profile.mayShowTestCard(look.serviceId(), look.time())) {
            return Reading.NO;
        }
        double correlation = picture.barsCorrelation();
        Reason bars = Reason.of(ReasonCode.COLOUR_BARS, DECISIVE, picture.bars().code(), hundredths(correlation));
        for (AudioObservation track : look.audio()) {
            if (track.lineUpToneShare() > TONE_SHARE) {
                return Reading.yes(
                        correlation,
                        settings.barsCorrelation(),
                        "",
                        bars,
                        Reason.of(ReasonCode.LINE_UP_TONE, STRONG, tenths(PERCENT * track.lineUpToneShare())));
            }
        }
        return Reading.yes(correlation, settings.barsCorrelation(), "", bars);
    }

    /** Pictures of which one is black, or bars, have a better name than frozen. */
    Reading freeze(PictureMeasurement picture, PictureMemory memory, Instant at) {
        Instant end = at.plusNanos(picture.durationNs());
        Instant since = memory.stoodSince(settings.settling());
        if (isStill(memory, at) && since != null) {
            double seconds = seconds(since, end);
            return yes(seconds, since, Reason.of(ReasonCode.PICTURE_STILL, DECISIVE, tenths(seconds)));
        }
        Instant nearly = nearlyFrozenSince(memory, end);
        if (nearly != null) {
            double seconds = seconds(nearly, end);
            String changed = tenths(PERCENT * picture.changedBlockShare());
            return yes(seconds, nearly, Reason.of(ReasonCode.PICTURE_NEARLY_STILL, DECISIVE, changed, tenths(seconds)));
        }
        return Reading.NO;
    }

    /** Whether the picture last taken in, shown at this time, stands for more than a moment. */
    boolean isStill(PictureMemory memory, Instant at) {
        return memory.standsSince(at.minus(LEAST_STILL));
    }

    /** Whether this is the first picture that does. */
    boolean isStillFrom(PictureMemory memory, Look look) {
        return isStill(memory, look.time()) && !isStill(memory, look.time().minusNanos(look.durationNs()));
    }

    /** Since when nothing has moved but a clock or noise, if that has been so for long; else null. */
    @Nullable
    Instant nearlyFrozenSince(PictureMemory memory, Instant end) {
        Instant since = memory.nearlyStillSince();
        boolean lasting = since != null && Duration.between(since, end).compareTo(settings.nearlyStillAfter()) >= 0;
        return lasting ? since : null;
    }

    private Reading yes(double seconds, Instant since, Reason reason) {
        double limit = settings.freeze().warn().toMillis() / MS_PER_S;
        return Reading.yes(seconds, limit, "s", reason).since(since);
    }

    /**
     * Whether the decoder made up a part of the picture lately; or damage was seen, and macroblocks with it, of which either
     * alone is a coder's or a network's usual matter. Decoders that conceal well leave no edges of macroblocks.
     */
    Reading mosaic(AvFrame look, PictureMemory memory, VideoObservation video) {
        Instant seen = memory.mosaicAt(look.end(), settings.mosaicMemory());
        if (seen == null) {
            return Reading.NO;
        }
        Instant madeUp = memory.concealedAt();
        return (seen.equals(madeUp) ? concealed(video) : blocks(video)).until(seen);
    }

    private Reading concealed(VideoObservation video) {
        double share = settings.mosaicConcealedShare();
        for (PictureMeasurement picture : video.pictures()) {
            share = Math.max(share, picture.concealedShare());
        }
        return Reading.yes(
                PERCENT * share,
                PERCENT * settings.mosaicConcealedShare(),
                "%",
                Reason.of(ReasonCode.PICTURE_CONCEALED, DECISIVE, tenths(PERCENT * share)));
    }

    private Reading blocks(VideoObservation video) {
        TrackAccount account = video.account();
        double edgeShare = edgeShare(video.pictures());
        double share = Double.isNaN(edgeShare) ? settings.mosaicEdgeShare() : edgeShare;
        String errors = Long.toString(account.errors());
        String missing = Long.toString(Math.max(0, account.expected() - account.decoded()));
        return Reading.yes(
                PERCENT * share,
                PERCENT * settings.mosaicEdgeShare(),
                "%",
                Reason.of(ReasonCode.MACROBLOCKS, STRONG, tenths(PERCENT * share)),
                Reason.of(ReasonCode.DECODER_ERRORS, MEDIUM, errors, missing));
    }

    Reading lost(VideoObservation video, PictureMemory memory) {
        if (video.pictures().length > 0) {
            return Reading.NO;
        }
        boolean patient =
                !memory.seen() && memory.waitedNs() < settings.patience().toNanos();
        if (patient || !isDue(video, memory)) {
            return Reading.UNKNOWN;
        }
        Reason reason = Reason.of(ReasonCode.NO_PICTURES, DECISIVE, Integer.toString(video.pid()));
        return Reading.yes(0, 1, "pictures", reason);
    }

    /** Slow pictures may leave a look empty, and a recording may be without tracks that its tables name. */
    private static boolean isDue(VideoObservation video, PictureMemory memory) {
        return switch (video.account().state()) {
            case MISSING -> memory.seen();
            case DECODED, SAMPLED -> video.account().expected() > 0;
            case NO_STREAM, NOT_WATCHED, UNSUPPORTED, SCRAMBLED -> false;
        };
    }

    /** Largest share of macroblocks' edges in a look; NaN where none was measured. */
    static double edgeShare(PictureMeasurement[] pictures) {
        double largest = Double.NaN;
        for (PictureMeasurement picture : pictures) {
            double share = picture.blockEdgeShare();
            largest = Double.isNaN(largest) || share > largest ? share : largest;
        }
        return largest;
    }

    private static double seconds(@Nullable Instant since, Instant end) {
        return since == null ? 0 : Duration.between(since, end).toMillis() / MS_PER_S;
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
