@NullMarked
package io.bandwatch.deploy.cli.acceptance;

import org.jspecify.annotations.NullMarked;
