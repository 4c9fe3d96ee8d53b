/**
 * The outputs of another analyser for the same recordings, fact by fact: each is compared with what we say of it, or set aside
 * with its reason. {@link io.bandwatch.dsp.ts.peer.PeerReferencesTest} prints the comparison.
 */
@NullMarked
package io.bandwatch.dsp.ts.peer;

import org.jspecify.annotations.NullMarked;
