/** What is permitted, read from files: registers, lists of maintenance and insertions, alerts of emergencies. */
@NullMarked
package io.bandwatch.deploy.registers;

import org.jspecify.annotations.NullMarked;
