/** One programme that several transmitters or services carry: which of them carries something else. */
@org.jspecify.annotations.NullMarked
package io.bandwatch.detectors.content.peers;
