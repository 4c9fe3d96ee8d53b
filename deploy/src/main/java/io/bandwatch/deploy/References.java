package io.bandwatch.deploy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Feeds of what should be on air.
 *
 * @param ofAll feed that everything on air is held against, or null
 * @param programmes by feed the programme, as registers call it, whose reference it is
 */
public record References(@Nullable String ofAll, Map<String, String> programmes) {
    /** Nobody tells what should be on air. */
    public static final References NONE = new References(null, Map.of());

    public References {
        programmes = Map.copyOf(programmes);
    }

    /** One feed that everything on air is held against, or nobody. */
    public static References ofAll(@Nullable String feed) {
        return new References(feed, Map.of());
    }
}
