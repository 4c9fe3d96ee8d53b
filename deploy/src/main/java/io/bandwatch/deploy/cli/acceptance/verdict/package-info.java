/** Checks of verdicts: named situations, random scenes, calibration, artefacts. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.verdict;

import org.jspecify.annotations.NullMarked;
