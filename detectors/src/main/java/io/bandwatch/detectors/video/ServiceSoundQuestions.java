package io.bandwatch.detectors.video;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;
import static io.bandwatch.detectors.Reason.Weight.STRONG;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.audio.OffLevel;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import io.bandwatch.signal.av.AvFrame;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one look of a service's sound, and what is remembered of it, say of each fault. */
record ServiceSoundQuestions(ServiceSoundSettings settings) implements Serializable {
    /** Between the correlation of mono and this, nobody knows: a voice in a room, or a wide programme's pause. */
    private static final double WIDE_ENOUGH = 0.95;

    private static final double IN_PHASE_ENOUGH = -0.3;

    /** Stereo for so long is no accident. */
    private static final Duration STEREO_BEFORE = Duration.ofSeconds(10);

    Reading silence(double lufs, boolean silent) {
        if (!silent) {
            return Reading.NO;
        }
        Reason reason =
                Reason.of(ReasonCode.SILENT, DECISIVE, written(lufs, "%.1f"), written(settings.silenceLufs(), "%.1f"));
        return Reading.yes(lufs, settings.silenceLufs(), "LUFS", reason);
    }

    /**
     * Whether loudness is off the learned level.
     *
     * @param sign 1 for too high, -1 for too low
     */
    Reading loudness(AvFrame look, ServiceSoundMemory memory, boolean silent, double mostLu, int sign) {
        boolean known = Double.isFinite(memory.window().shortTermLufs());
        if (silent || !known || !memory.level().isUsable(settings.settleAfter())) {
            return Reading.UNKNOWN;
        }
        return new OffLevel(memory.window(), memory.level(), mostLu, look.end()).reading(sign, memory.strangeSince());
    }

    /** Mono is a fault only after stereo, or where stereo is promised. */
    Reading mono(AvFrame look, ServiceSoundMemory memory, ServiceProfile profile, boolean silent) {
        double correlation = memory.image().correlation();
        if (silent || Double.isNaN(correlation)) {
            return Reading.UNKNOWN;
        }
        Reason promise = promise(look, memory, profile);
        if (!ServiceHeard.isOfTwoChannels(look) || promise == null || correlation < WIDE_ENOUGH) {
            return Reading.NO;
        }
        if (correlation <= settings.monoCorrelation()) {
            return Reading.UNKNOWN;
        }
        Reason reason = Reason.of(ReasonCode.LEFT_IS_RIGHT, DECISIVE, written(correlation, "%.2f"));
        return Reading.yes(correlation, settings.monoCorrelation(), "", reason, promise);
    }

    private static @Nullable Reason promise(AvFrame look, ServiceSoundMemory memory, ServiceProfile profile) {
        if (profile.has(ServiceTrait.MONO)) {
            return null;
        }
        if (memory.stereoNs() >= STEREO_BEFORE.toNanos()) {
            return Reason.of(ReasonCode.STEREO_BEFORE, STRONG);
        }
        return profile.has(ServiceTrait.STEREO)
                ? Reason.of(ReasonCode.STEREO_REGISTERED, STRONG, Integer.toString(look.serviceId()))
                : null;
    }

    Reading inverted(AvFrame look, ServiceSoundMemory memory, boolean silent) {
        double correlation = memory.image().correlation();
        if (silent || Double.isNaN(correlation)) {
            return Reading.UNKNOWN;
        }
        if (ServiceHeard.isOfTwoChannels(look) && correlation < settings.invertedCorrelation()) {
            Reason reason = Reason.of(ReasonCode.LEFT_AGAINST_RIGHT, DECISIVE, written(correlation, "%.2f"));
            return Reading.yes(correlation, settings.invertedCorrelation(), "", reason);
        }
        return correlation < IN_PHASE_ENOUGH ? Reading.UNKNOWN : Reading.NO;
    }

    private static String written(double value, String format) {
        return String.format(Locale.ROOT, format, value);
    }
}
