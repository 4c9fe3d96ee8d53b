package io.bandwatch.detectors.video;

import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * What is usual for a service, so that it is not reported.
 *
 * @param traits what its register row says
 * @param maintenance windows in which it may show a test card; its station is the service id in decimal
 */
public record ServiceProfile(Set<ServiceTrait> traits, MaintenancePlan maintenance) implements Serializable {
    /** Moving pictures, music and speech, no test card. */
    public static final ServiceProfile STANDARD = new ServiceProfile(Set.of(), MaintenancePlan.NONE);

    public ServiceProfile {
        traits = Set.copyOf(traits);
    }

    boolean has(ServiceTrait trait) {
        return traits.contains(trait);
    }

    /** A card is bars or another still picture. */
    boolean mayShowTestCard(int serviceId, Instant at) {
        return maintenance.excuses(Integer.toString(serviceId), at);
    }
}
