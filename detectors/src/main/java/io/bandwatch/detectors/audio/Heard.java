package io.bandwatch.detectors.audio;

import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.StationProfile;
import io.bandwatch.detectors.reception.BareCarrier;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RfObservation;
import org.jspecify.annotations.Nullable;

/**
 * The sound of one look, judged against the noise that its carrier must have.
 *
 * @param look the look
 * @param audio its sound
 * @param pilot whether there was a pilot
 * @param entry register row of the station, or null
 * @param lufs loudness of the look; {@value #LOWEST_LUFS} LUFS at least
 * @param limitLufs loudness above which it is sound for certain
 * @param silent whether there was nothing but noise
 * @param bare whether the carrier had no modulation at all, which is a fault of its own
 */
record Heard(
        RfObservation look,
        AudioMeasurement audio,
        boolean pilot,
        @Nullable LicenceEntry entry,
        double lufs,
        double limitLufs,
        boolean silent,
        boolean bare) {
    /** Nothing in a broadcast is quieter. */
    private static final double LOWEST_LUFS = -120;

    /** A line that stands this far above the noise in its own width is no accident. */
    private static final double PILOT_SNR_DB = 15;

    private static final double LOWEST_PILOT_HZ = 1500;

    static Heard of(RfObservation look, FmReception reception, @Nullable LicenceEntry entry, SoundSettings settings) {
        AudioMeasurement audio = reception.audio();
        double power = 0;
        for (double block : audio.weightedMeanSquare()) {
            power += block / audio.weightedMeanSquare().length;
        }
        double quietest = Decibels.toPower(settings.silenceLufs() - AudioMeasurement.loudness(1));
        double overNoise = Decibels.toPower(settings.overNoiseDb());
        double limit = Math.max(quietest, overNoise * audio.expectedWeightedNoise());
        // the sum channel by itself tells quiet programme from noise where the stereo sound of a weak station drowns
        double sumLimit = Math.max(0.5 * quietest, overNoise * audio.expectedNoiseMeanSquare());
        boolean pilot = reception.pilotSnrDb() > PILOT_SNR_DB && reception.pilotDeviationHz() > LOWEST_PILOT_HZ;
        return new Heard(
                look,
                audio,
                pilot,
                entry,
                Math.max(LOWEST_LUFS, AudioMeasurement.loudness(power)),
                AudioMeasurement.loudness(limit),
                power < quietest || (power < limit && audio.meanSquareSum() < sumLimit),
                BareCarrier.DEFAULT.isBare(reception));
    }

    StationProfile profile() {
        return entry == null ? StationProfile.STANDARD : entry.profile();
    }
}
