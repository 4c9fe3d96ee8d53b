package io.bandwatch.deploy;

import io.bandwatch.detectors.artefact.ReferenceClock;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.JudgeSettings;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.detectors.verdict.VerdictSettings;
import io.bandwatch.detectors.video.ServiceProfiles;
import io.bandwatch.detectors.watch.WatchSettings;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the detectors of a job are told beforehand.
 *
 * @param register the licences, or null where none were given
 * @param maintenance approved maintenance
 * @param tracker how carriers are followed
 * @param watch how the carriers of a feed are held against each other
 * @param judge how a carrier is compared with the register
 * @param verdict what else is asked of it
 * @param unlicensed knobs of the unlicensed-carrier detector
 * @param lost knobs of the carrier-lost detector
 * @param stations knobs of the detectors of what is wrong with a station's emission
 * @param mismatch times of the programme-mismatch detector
 * @param streams what the detectors of transport streams are told
 * @param references feeds of what should be on air
 * @param insertions insertions that were approved beforehand
 * @param clips clips that are known
 * @param programmes what the detectors of pictures and sound of services are told
 * @param timezone zone of the site
 */
public record JudgingSettings(
        @Nullable LicenceRegister register,
        MaintenancePlan maintenance,
        TrackerSettings tracker,
        WatchSettings watch,
        JudgeSettings judge,
        VerdictSettings verdict,
        UnlicensedCarrierSettings unlicensed,
        CarrierLostSettings lost,
        StationSettings stations,
        ConditionTimes mismatch,
        StreamSettings streams,
        References references,
        InsertionSchedule insertions,
        ClipLibrary clips,
        ProgrammeSettings programmes,
        ZoneId timezone) {
    /** As for any content that should not be there: 3 s to warn, 6 s to alarm. */
    private static final ConditionTimes MISMATCH = ConditionTimes.ofSeconds(3, 6, 3);

    /** The defaults, with this register and this maintenance, at a site in this zone. */
    public static JudgingSettings of(@Nullable LicenceRegister register, MaintenancePlan maintenance, ZoneId timezone) {
        return new JudgingSettings(
                register,
                maintenance,
                TrackerSettings.DEFAULT,
                WatchSettings.DEFAULT,
                JudgeSettings.DEFAULT,
                VerdictSettings.DEFAULT,
                UnlicensedCarrierSettings.DEFAULT,
                CarrierLostSettings.DEFAULT,
                StationSettings.DEFAULT,
                MISMATCH,
                StreamSettings.of(null, null, SiteProfile.BROADCAST),
                References.NONE,
                InsertionSchedule.NONE,
                ClipLibrary.NOTHING,
                ProgrammeSettings.of(ServiceProfiles.of(Map.of(), maintenance)),
                timezone);
    }

    /** The same at a receiver with this reference clock, Hz, or none that is known. */
    public JudgingSettings withReferenceClock(@Nullable Double frequencyHz) {
        ReferenceClock clock = frequencyHz == null ? null : new ReferenceClock(frequencyHz);
        return with(verdict.with(clock), streams, references, insertions, clips, programmes);
    }

    /** The same with other knobs of the detectors of carriers. */
    public JudgingSettings withDetectors(UnlicensedCarrierSettings unlicensedCarrier, CarrierLostSettings lostCarrier) {
        return new JudgingSettings(
                register,
                maintenance,
                tracker,
                watch,
                judge,
                verdict,
                unlicensedCarrier,
                lostCarrier,
                stations,
                mismatch,
                streams,
                references,
                insertions,
                clips,
                programmes,
                timezone);
    }

    /** The same with other settings for transport streams. */
    public JudgingSettings withStreams(StreamSettings other) {
        return with(verdict, other, references, insertions, clips, programmes);
    }

    /**
     * The same with feeds of what should be on air.
     *
     * @param schedule what may be on air instead
     */
    public JudgingSettings withReferences(References feeds, InsertionSchedule schedule) {
        return with(verdict, streams, feeds, schedule, clips, programmes);
    }

    /** The same with clips that are known. */
    public JudgingSettings withClips(ClipLibrary known) {
        return with(verdict, streams, references, insertions, known, programmes);
    }

    /** The same with other settings for pictures and sound of services. */
    public JudgingSettings withProgrammes(ProgrammeSettings other) {
        return with(verdict, streams, references, insertions, clips, other);
    }

    private JudgingSettings with(
            VerdictSettings asked,
            StreamSettings multiplexes,
            References feeds,
            InsertionSchedule schedule,
            ClipLibrary known,
            ProgrammeSettings services) {
        return new JudgingSettings(
                register,
                maintenance,
                tracker,
                watch,
                judge,
                asked,
                unlicensed,
                lost,
                stations,
                mismatch,
                multiplexes,
                feeds,
                schedule,
                known,
                services,
                timezone);
    }
}
