/**
 * Tables of RFC 4180 read strictly: every problem with its line, and nothing of a table that has one. Pure; imports
 * commons-csv only.
 */
@NullMarked
package io.bandwatch.detectors.licences.csv;

import org.jspecify.annotations.NullMarked;
