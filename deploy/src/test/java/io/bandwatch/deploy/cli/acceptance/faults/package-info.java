@NullMarked
package io.bandwatch.deploy.cli.acceptance.faults;

import org.jspecify.annotations.NullMarked;
