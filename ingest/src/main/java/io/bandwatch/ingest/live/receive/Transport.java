package io.bandwatch.ingest.live.receive;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Brings the bytes of one feed. */
interface Transport {
    /**
     * Opens what it reads from and receives until that ends, or until it is told to stop.
     *
     * @return why it ended, for a message, or null if nothing will follow
     * @throws IOException if it cannot be opened or read
     */
    @Nullable
    String receive(BooleanSupplier stopped) throws IOException, InterruptedException;

    /** Ends a {@link #receive} that waits. Called by another thread. */
    void interrupt();
}
