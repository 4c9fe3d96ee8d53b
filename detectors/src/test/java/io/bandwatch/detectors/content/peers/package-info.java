@org.jspecify.annotations.NullMarked
package io.bandwatch.detectors.content.peers;
