package io.bandwatch.detectors.ts.services;

import io.bandwatch.signal.ts.TsService;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the register of services. What the row leaves empty is null and stands for any.
 *
 * @param line line of the file at which it begins
 * @param originalNetworkId original_network_id
 * @param transportStreamId transport_stream_id
 * @param serviceId service_id
 * @param name name of the service
 * @param programme programme that it carries
 * @param site site at which it may come
 * @param profile what is usual for it; none where the row says nothing of it
 */
public record ServiceEntry(
        long line,
        @Nullable Integer originalNetworkId,
        @Nullable Integer transportStreamId,
        @Nullable Integer serviceId,
        @Nullable String name,
        @Nullable String programme,
        @Nullable String site,
        Set<ServiceTrait> profile)
        implements Serializable {
    public ServiceEntry {
        profile = Set.copyOf(profile);
    }

    /** Whether the row counts at a site; at a site without a name every row does. */
    boolean countsAt(@Nullable String wanted) {
        return site == null || wanted == null || site.equals(wanted);
    }

    /** Whether the row is this service's in everything that it names. */
    boolean explains(TsService service) {
        return hasIds(service) && (name == null || hasName(service));
    }

    /** Whether its identifiers are the service's. */
    boolean hasIds(TsService service) {
        return ofNetwork(service.originalNetworkId()) && ofStream(service.transportStreamId()) && ofService(service);
    }

    boolean ofService(TsService service) {
        return serviceId == null || serviceId == service.serviceId();
    }

    /** What the stream does not tell contradicts no row. */
    boolean ofNetwork(int id) {
        return originalNetworkId == null || id == TsService.UNKNOWN || originalNetworkId == id;
    }

    boolean ofStream(int id) {
        return transportStreamId == null || id == TsService.UNKNOWN || transportStreamId == id;
    }

    /** Whether its name is the service's: capitals, width of characters and spaces are the operators' whim. */
    boolean hasName(TsService service) {
        return name != null && service.name() != null && plain(name).equals(plain(service.name()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
