/** YAML read strictly: every key is known or refused, with file, line and remedy. */
@NullMarked
package io.bandwatch.samples.yaml;

import org.jspecify.annotations.NullMarked;
