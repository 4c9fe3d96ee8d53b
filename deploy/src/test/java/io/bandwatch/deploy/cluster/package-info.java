@NullMarked
package io.bandwatch.deploy.cluster;

import org.jspecify.annotations.NullMarked;
