package io.bandwatch.deploy.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place with receivers or probes.
 *
 * @param name name, told in records and messages
 * @param region where it is administratively
 * @param latitudeDeg north, degrees (WGS 84), or null where it is not told
 * @param longitudeDeg east, degrees
 * @param feeds what is received there
 */
public record SiteConfig(
        String name,
        Region region,
        @Nullable Double latitudeDeg,
        @Nullable Double longitudeDeg,
        List<FeedConfig> feeds) {
    /**
     * An administrative place; what is not told is empty.
     *
     * @param province province
     * @param city city
     * @param county county
     */
    public record Region(String province, String city, String county) {}
}
