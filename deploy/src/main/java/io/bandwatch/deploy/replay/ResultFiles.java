package io.bandwatch.deploy.replay;

import java.nio.file.Path;

/**
 * What a job writes.
 *
 * @param result the result, JSON Lines
 * @param spectra side file of pictures; there only if a page was asked for
 */
record ResultFiles(Path result, Path spectra) {}
