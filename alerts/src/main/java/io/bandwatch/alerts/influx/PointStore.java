package io.bandwatch.alerts.influx;

import java.io.IOException;
import java.util.List;

/** Where lines go. */
interface PointStore extends AutoCloseable {
    /**
     * Returns when every line has been accepted.
     *
     * @throws StoreRefusedException if the store will never accept one of them
     * @throws IOException if it could not be reached or could not write now
     */
    void write(List<String> lines) throws IOException;

    @Override
    void close();
}
