package io.bandwatch.alerts.influx;

import java.io.IOException;

/** The store was there and refused: trying again would not help. */
final class StoreRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreRefusedException(String message) {
        super(message);
    }
}
