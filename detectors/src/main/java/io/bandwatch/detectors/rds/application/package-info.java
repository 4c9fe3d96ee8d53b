/**
 * Data beside the basic features: <em>open data applications</em>, which group 3A announces with an application
 * identifier and the group they come in, and the transparent channels of group 5A. Immutable values; may import the
 * group and text packages.
 */
@NullMarked
package io.bandwatch.detectors.rds.application;

import org.jspecify.annotations.NullMarked;
