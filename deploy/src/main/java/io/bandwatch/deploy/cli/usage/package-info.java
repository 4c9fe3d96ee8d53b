/** What all commands have in common: exit codes, messages, quantities. */
@NullMarked
package io.bandwatch.deploy.cli.usage;

import org.jspecify.annotations.NullMarked;
