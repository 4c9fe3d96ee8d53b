/**
 * What the tables of a transport stream say together: services, components, the network, and what each PID is for. A table
 * counts in its current version once it is whole, and the version before it until then.
 */
@NullMarked
package io.bandwatch.dsp.ts.service;

import org.jspecify.annotations.NullMarked;
