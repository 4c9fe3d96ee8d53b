package io.bandwatch.detectors.video;

import java.io.Serializable;
import java.util.Map;

/**
 * Profiles by service id.
 *
 * @param known those that have one of their own
 */
public record ServiceProfiles(Map<Integer, ServiceProfile> known) implements Serializable {
    /** All services are {@link ServiceProfile#STANDARD}. */
    public static final ServiceProfiles NONE = new ServiceProfiles(Map.of());

    public ServiceProfiles {
        known = Map.copyOf(known);
    }

    /** That of a service. */
    public ServiceProfile of(int serviceId) {
        return known.getOrDefault(serviceId, ServiceProfile.STANDARD);
    }
}
