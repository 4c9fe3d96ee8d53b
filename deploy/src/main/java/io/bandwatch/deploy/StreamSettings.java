package io.bandwatch.deploy;

import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.ts.fault.FeedLostDetector;
import io.bandwatch.detectors.ts.fault.TsFaultSettings;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.detectors.ts.services.ServiceRegister;
import io.bandwatch.detectors.ts.services.ServiceSettings;
import io.bandwatch.detectors.ts.services.SiteProfile;
import org.jspecify.annotations.Nullable;

/**
 * What the detectors of transport streams are told beforehand.
 *
 * @param judge what explains a service
 * @param faults knobs of the detector of faults by priority
 * @param lost times of the feed-lost detector
 * @param services knobs of the detector of services
 */
public record StreamSettings(
        ServiceJudge judge, TsFaultSettings faults, ConditionTimes lost, ServiceSettings services) {
    /**
     * The defaults.
     *
     * @param register the services register, or null where none was given
     * @param site name of the site, or null
     * @param profile what the register means there
     */
    public static StreamSettings of(@Nullable ServiceRegister register, @Nullable String site, SiteProfile profile) {
        return new StreamSettings(
                new ServiceJudge(register, site, profile),
                TsFaultSettings.DEFAULT,
                FeedLostDetector.DEFAULT_TIMES,
                ServiceSettings.DEFAULT);
    }
}
