package io.bandwatch.deploy.replay;

import io.bandwatch.alerts.report.page.EvidencePictures;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Shown the files of a result once it has been told; they are gone afterwards. */
@FunctionalInterface
public interface ResultKeeper {
    /**
     * Keeps what it wants of them.
     *
     * @param result JSON Lines
     * @param spectra side file of spectra
     * @param evidence evidence that was cut, or null where none was asked for
     */
    void keep(Path result, Path spectra, @Nullable EvidencePictures evidence) throws IOException;
}
