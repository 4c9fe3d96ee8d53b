package io.bandwatch.alerts.influx.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that lives has its store in a folder; two of them would destroy it. */
public final class StoreTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreTakenException(Path folder, Throwable cause) {
        super(
                folder
                        + ": another bandwatch that runs (demo, or replay --store embedded) has its store here; end that one"
                        + " first. A replay can write into its store: --store and the URL that it has told",
                cause);
    }
}
