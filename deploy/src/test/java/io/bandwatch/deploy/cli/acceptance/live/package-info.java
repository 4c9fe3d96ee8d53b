@NullMarked
package io.bandwatch.deploy.cli.acceptance.live;

import org.jspecify.annotations.NullMarked;
