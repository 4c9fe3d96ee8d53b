/** Checks of detection: carriers found, nothing invented, nothing lost. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.detection;

import org.jspecify.annotations.NullMarked;
