@NullMarked
package io.bandwatch.deploy.launcher;

import org.jspecify.annotations.NullMarked;
