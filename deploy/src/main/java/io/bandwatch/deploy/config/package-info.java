/**
 * The configuration of the live service: one YAML file, read strictly into one immutable {@link
 * io.bandwatch.deploy.config.MonitorConfig}. A quantity without a unit, an unknown key or a value that cannot be is an error with file,
 * line and column. Secrets are never in the file. Uses the YAML reader of {@code samples.yaml}.
 */
@NullMarked
package io.bandwatch.deploy.config;

import org.jspecify.annotations.NullMarked;
