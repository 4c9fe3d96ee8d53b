package io.bandwatch.alerts.push.plan;

import io.bandwatch.detectors.Severity;
import java.io.Serializable;

/**
 * When people are left alone.
 *
 * @param hours local time of the site
 * @param below what is less severe than this waits until their end
 */
public record QuietHours(DailyHours hours, Severity below) implements Serializable {}
