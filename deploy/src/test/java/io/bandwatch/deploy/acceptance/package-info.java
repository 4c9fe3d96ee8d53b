@NullMarked
package io.bandwatch.deploy.acceptance;

import org.jspecify.annotations.NullMarked;
