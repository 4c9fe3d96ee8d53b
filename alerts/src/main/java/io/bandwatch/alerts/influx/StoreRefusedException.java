package io.bandwatch.alerts.influx;

import java.io.IOException;

/** The store was there and refused: trying the same again would not help. */
final class StoreRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final int status;

    /**
     * @param status of HTTP
     * @param answer what the store said, or nothing
     */
    StoreRefusedException(int status, String answer) {
        super("HTTP " + status + (answer.isEmpty() ? "" : ": " + answer));
        this.status = status;
    }

    /**
     * Goes on where a point is at fault.
     *
     * @throws StoreRefusedException this one, if not: who writes (401, 403), where to (404) or how much at a time (413)
     */
    void throwUnlessOfPoints() throws StoreRefusedException {
        if (status != BAD_REQUEST && status != UNPROCESSABLE) {
            throw this;
        }
    }
}
