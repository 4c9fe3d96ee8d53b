/**
 * What this machine has and lacks, and the command that mends it.
 *
 * <p>A <em>diagnosis</em> is one line about one thing Bandwatch needs or can use. The checks are pure questions to a
 * {@code Machine}; only {@code LocalMachine} looks at the real one. Imports the JDK alone.
 */
@NullMarked
package io.bandwatch.deploy.doctor;

import org.jspecify.annotations.NullMarked;
