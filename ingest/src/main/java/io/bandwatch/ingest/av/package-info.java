/**
 * Pictures and sound of services: decoded in processes of their own, counted here. A damaged stream raises no error by itself,
 * so loss is what the time stamps say is missing.
 */
@NullMarked
package io.bandwatch.ingest.av;

import org.jspecify.annotations.NullMarked;
