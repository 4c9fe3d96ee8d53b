package io.bandwatch.deploy;

import io.bandwatch.detectors.licences.JudgeSettings;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the detectors of a job are told beforehand.
 *
 * @param register the licences, or null where none were given
 * @param maintenance approved maintenance
 * @param tracker how carriers are followed
 * @param judge how a carrier is compared with the register
 * @param unlicensed knobs of the unlicensed-carrier detector
 * @param lost knobs of the carrier-lost detector
 * @param stations knobs of the detectors of what is wrong with a station's emission
 */
public record JudgingSettings(
        @Nullable LicenceRegister register,
        MaintenancePlan maintenance,
        TrackerSettings tracker,
        JudgeSettings judge,
        UnlicensedCarrierSettings unlicensed,
        CarrierLostSettings lost,
        StationSettings stations) {

    /** The defaults, with this register and this maintenance. */
    public static JudgingSettings of(@Nullable LicenceRegister register, MaintenancePlan maintenance) {
        return new JudgingSettings(
                register,
                maintenance,
                TrackerSettings.DEFAULT,
                JudgeSettings.DEFAULT,
                UnlicensedCarrierSettings.DEFAULT,
                CarrierLostSettings.DEFAULT,
                StationSettings.DEFAULT);
    }
}
