package io.bandwatch.deploy;

import io.bandwatch.detectors.audio.SoundSettings;
import io.bandwatch.detectors.rf.emission.FrequencyOffsetSettings;
import io.bandwatch.detectors.rf.emission.MpxPowerSettings;
import io.bandwatch.detectors.rf.emission.OverDeviationSettings;
import io.bandwatch.detectors.rf.emission.UnmodulatedCarrierSettings;
import io.bandwatch.detectors.rf.identity.RdsMismatchSettings;

/**
 * Knobs of the detectors of what is wrong with a station's emission and its sound.
 *
 * @param offset of the frequency-offset detector
 * @param deviation of the over-deviation detector
 * @param mpxPower of the mpx-power-high detector
 * @param unmodulated of the unmodulated-carrier detector
 * @param rds of the rds-mismatch detector
 * @param sound of the detector of faults of the sound
 */
public record StationSettings(
        FrequencyOffsetSettings offset,
        OverDeviationSettings deviation,
        MpxPowerSettings mpxPower,
        UnmodulatedCarrierSettings unmodulated,
        RdsMismatchSettings rds,
        SoundSettings sound) {
    public static final StationSettings DEFAULT = new StationSettings(
            FrequencyOffsetSettings.DEFAULT,
            OverDeviationSettings.DEFAULT,
            MpxPowerSettings.DEFAULT,
            UnmodulatedCarrierSettings.DEFAULT,
            RdsMismatchSettings.DEFAULT,
            SoundSettings.DEFAULT);
}
