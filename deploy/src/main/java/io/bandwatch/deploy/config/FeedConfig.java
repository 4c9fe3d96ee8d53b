package io.bandwatch.deploy.config;

import io.bandwatch.alerts.push.Calibration;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a site.
 *
 * @param spec its name, address and settings
 * @param referenceOf programme, as registers call it, that this feed has as it should be on air; null where it is on air itself
 * @param calibration what its levels mean in field strength, or null where nobody calibrated it
 */
public record FeedConfig(LiveFeedSpec spec, @Nullable String referenceOf, @Nullable Calibration calibration) {}
