/**
 * The one adapter between pure detectors and Flink. May import Flink and {@code io.bandwatch.detectors}; knows no
 * particular detector. One instance of a function works on one task thread.
 */
@NullMarked
package io.bandwatch.detectors.flink;

import org.jspecify.annotations.NullMarked;
