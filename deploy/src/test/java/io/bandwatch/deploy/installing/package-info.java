@NullMarked
package io.bandwatch.deploy.installing;

import org.jspecify.annotations.NullMarked;
