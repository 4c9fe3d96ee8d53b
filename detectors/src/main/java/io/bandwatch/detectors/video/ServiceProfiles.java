package io.bandwatch.detectors.video;

import io.bandwatch.detectors.licences.MaintenancePlan;
import java.io.Serializable;
import java.util.Map;

/**
 * Profiles by service id.
 *
 * @param known those that have one of their own
 * @param others that of all others
 */
public record ServiceProfiles(Map<Integer, ServiceProfile> known, ServiceProfile others) implements Serializable {
    /** All services are {@link ServiceProfile#STANDARD}. */
    public static final ServiceProfiles NONE = new ServiceProfiles(Map.of());

    /** Profiles of some; the others are {@link ServiceProfile#STANDARD}. */
    public ServiceProfiles(Map<Integer, ServiceProfile> known) {
        this(known, ServiceProfile.STANDARD);
    }

    /** Nothing is usual but what maintenance excuses. */
    public static ServiceProfiles maintained(MaintenancePlan maintenance) {
        return new ServiceProfiles(Map.of(), new ServiceProfile(false, false, maintenance));
    }

    public ServiceProfiles {
        known = Map.copyOf(known);
    }

    /** That of a service. */
    public ServiceProfile of(int serviceId) {
        return known.getOrDefault(serviceId, others);
    }
}
