@NullMarked
package io.bandwatch.deploy.cli.acceptance.pictures;

import org.jspecify.annotations.NullMarked;
