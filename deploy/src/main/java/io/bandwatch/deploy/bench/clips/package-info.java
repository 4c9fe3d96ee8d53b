/** What fingerprints cost: to make them, and to ask a library of clips whether one of them is heard. */
@NullMarked
package io.bandwatch.deploy.bench.clips;

import org.jspecify.annotations.NullMarked;
