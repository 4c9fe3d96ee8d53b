/**
 * Evidence of incidents of live feeds: cut out of the rings of raw bytes that lie on this host when the journal tells of an incident, and
 * made into a bundle of files with a manifest (docs/decisions/0023). Nothing of it runs in the job.
 */
@NullMarked
package io.bandwatch.deploy.evidence.live;

import org.jspecify.annotations.NullMarked;
