package io.bandwatch.detectors.audio;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;
import static io.bandwatch.detectors.Reason.Weight.STRONG;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.StationProfile;
import io.bandwatch.detectors.sound.LoudnessWindow;
import io.bandwatch.detectors.sound.StereoImage;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one look of a station's sound, and what is remembered of it, say of each fault. */
record SoundQuestions(SoundSettings settings) implements Serializable {
    /** Between the correlation of mono and this, nobody knows: a voice in a room, or a wide stereo programme's pause. */
    private static final double WIDE_ENOUGH = 0.95;

    private static final double IN_PHASE_ENOUGH = -0.3;

    /** Stereo for so long is no accident. */
    private static final Duration STEREO_BEFORE = Duration.ofSeconds(10);

    /** How far the noise that is expected of the difference may be wrong, as a share of it. */
    private static final double NOISE_ERROR = 0.3;

    /** Difference that stands this far above its noise is programme, as a ratio. */
    private static final double ABOVE_NOISE = 2;

    Reading silence(Heard heard) {
        if (!heard.silent() || heard.bare()) {
            return Reading.NO;
        }
        Reason reason = heard.limitLufs() > settings.silenceLufs() + 0.1
                ? Reason.of(
                        ReasonCode.NOISE_ALONE,
                        DECISIVE,
                        tenths(heard.lufs()),
                        tenths(heard.look().snrDb()))
                : Reason.of(ReasonCode.SILENT, DECISIVE, tenths(heard.lufs()), tenths(settings.silenceLufs()));
        return Reading.yes(heard.lufs(), heard.limitLufs(), "LUFS", reason);
    }

    /**
     * Whether loudness is off the learned level.
     *
     * @param sign 1 for too high, -1 for too low
     */
    Reading loudness(Heard heard, SoundMemory memory, int sign) {
        LoudnessWindow window = memory.window();
        LearnedLevel level = memory.level();
        boolean known = Double.isFinite(window.shortTermLufs());
        if (heard.silent() || !known || !level.isUsable(settings.settleAfter())) {
            return Reading.UNKNOWN;
        }
        double mostLu = settings.deviationLu(heard.profile());
        return new OffLevel(window, level, mostLu, heard.look().end()).reading(sign, memory.strangeSince());
    }

    Reading mono(Heard heard, SoundMemory memory) {
        if (heard.silent() || heard.look().snrDb() < settings.lowestStereoSnrDb()) {
            return Reading.UNKNOWN;
        }
        Reason promise = promise(heard, memory);
        if (promise == null) {
            return Reading.NO;
        }
        StereoImage image = memory.image();
        double correlation = image.correlation();
        if (correlation <= settings.monoCorrelation()) {
            double leastDifference = Math.max(0, image.difference() - (1 + NOISE_ERROR) * image.differenceNoise());
            double sum = Math.max(0, image.sum() - image.sumNoise());
            boolean couldBeMono = (sum - leastDifference) / (sum + leastDifference) > settings.monoCorrelation();
            return correlation < WIDE_ENOUGH && !couldBeMono ? Reading.NO : Reading.UNKNOWN;
        }
        Reason reason = Reason.of(ReasonCode.LEFT_IS_RIGHT, DECISIVE, hundredths(correlation));
        return Reading.yes(correlation, settings.monoCorrelation(), "", reason, promise);
    }

    /** What promises stereo; null where the station is mono for all that is known. */
    private @Nullable Reason promise(Heard heard, SoundMemory memory) {
        LicenceEntry entry = heard.entry();
        if (heard.profile() == StationProfile.SPEECH || (entry != null && Boolean.FALSE.equals(entry.stereo()))) {
            return null;
        }
        if (memory.stereoNs() >= STEREO_BEFORE.toNanos()) {
            return Reason.of(ReasonCode.STEREO_BEFORE, STRONG);
        }
        if (entry != null && Boolean.TRUE.equals(entry.stereo())) {
            return Reason.of(ReasonCode.STEREO_REGISTERED, STRONG, entry.id());
        }
        return heard.pilot() ? Reason.of(ReasonCode.STEREO_PILOT, STRONG) : null;
    }

    Reading inverted(Heard heard, SoundMemory memory) {
        StereoImage image = memory.image();
        double correlation = image.correlation();
        boolean drowned = image.difference() < ABOVE_NOISE * image.differenceNoise();
        if (heard.silent()
                || heard.look().snrDb() < settings.lowestStereoSnrDb()
                || Double.isNaN(correlation)
                || (drowned && correlation < IN_PHASE_ENOUGH)) {
            return Reading.UNKNOWN;
        }
        if (correlation < settings.invertedCorrelation()) {
            Reason reason = Reason.of(ReasonCode.LEFT_AGAINST_RIGHT, DECISIVE, hundredths(correlation));
            return Reading.yes(correlation, settings.invertedCorrelation(), "", reason);
        }
        return correlation < IN_PHASE_ENOUGH ? Reading.UNKNOWN : Reading.NO;
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
