package io.bandwatch.deploy.config;

import io.bandwatch.alerts.push.Calibration;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a site.
 *
 * @param spec its name, address and settings
 * @param calibration what its levels mean in field strength, or null where nobody calibrated it
 */
public record FeedConfig(LiveFeedSpec spec, @Nullable Calibration calibration) {}
