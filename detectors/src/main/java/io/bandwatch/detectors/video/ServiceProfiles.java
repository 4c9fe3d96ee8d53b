package io.bandwatch.detectors.video;

import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    /**
     * Those of a register, and what maintenance excuses.
     *
     * @param traits what is usual for services, by their numbers
     */
    public static ServiceProfiles of(Map<Integer, Set<ServiceTrait>> traits, MaintenancePlan maintenance) {
        Map<Integer, ServiceProfile> known = new TreeMap<>();
        traits.forEach((service, usual) -> known.put(service, new ServiceProfile(usual, maintenance)));
        return new ServiceProfiles(known, new ServiceProfile(Set.of(), maintenance));
    }

    public ServiceProfiles {
        known = Map.copyOf(known);
    }

    /** That of a service. */
    public ServiceProfile of(int serviceId) {
        return known.getOrDefault(serviceId, others);
    }
}
