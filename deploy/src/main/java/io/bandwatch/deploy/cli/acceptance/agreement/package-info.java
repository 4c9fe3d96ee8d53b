/** Whether the detectors agree with FFmpeg's filters on recordings, track by track. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.agreement;

import org.jspecify.annotations.NullMarked;
