package io.bandwatch.alerts.influx.embedded;

import java.nio.file.Path;

/** A process with a store of its own; it lives until it is killed, or its input ends. */
final class StoreHolder {
    private StoreHolder() {}

    /**
     * Starts a store, and says where it is.
     *
     * @param args its folder
     */
    public static void main(String[] args) throws Exception {
        try (EmbeddedInflux store = EmbeddedInflux.start(Path.of(args[0]))) {
            System.out.println(store.url());
            int end = System.in.read();
            assert end < 0;
        }
    }
}
