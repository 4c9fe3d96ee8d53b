@NullMarked
package io.bandwatch.deploy.doctor;

import org.jspecify.annotations.NullMarked;
