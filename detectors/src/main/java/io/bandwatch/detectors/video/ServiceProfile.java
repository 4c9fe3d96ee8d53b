package io.bandwatch.detectors.video;

import io.bandwatch.detectors.licences.MaintenancePlan;
import java.io.Serializable;
import java.time.Instant;

/**
 * What is usual for a service, so that it is not reported.
 *
 * @param pictureRadio whether it is radio with a picture, which may stand still while there is sound
 * @param classical whether long pauses and quiet passages are its programme
 * @param maintenance windows in which it may show a test card; its station is the service id in decimal
 */
public record ServiceProfile(boolean pictureRadio, boolean classical, MaintenancePlan maintenance)
        implements Serializable {
    /** Moving pictures, music and speech, no test card. */
    public static final ServiceProfile STANDARD = new ServiceProfile(false, false, MaintenancePlan.NONE);

    boolean mayShowBars(int serviceId, Instant at) {
        return maintenance.excuses(Integer.toString(serviceId), at);
    }
}
