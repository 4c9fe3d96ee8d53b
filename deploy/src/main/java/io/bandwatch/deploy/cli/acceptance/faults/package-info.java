/** The whole live service while what is around it fails, and what became of every sample, packet, incident and push. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.faults;

import org.jspecify.annotations.NullMarked;
