@NullMarked
package io.bandwatch.deploy.cli.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
