package io.bandwatch.ingest.live.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A receiver behind the protocol of rtl_tcp: {@code rtl_tcp://HOST:PORT}; without a port it is 1234.
 *
 * @param host name or address
 * @param port TCP port
 */
public record ReceiverAddress(String host, int port) implements FeedAddress {
    private static final int USUAL_PORT = 1234;
    private static final int MOST_PORT = 65_535;

    static ReceiverAddress parse(String text) {
        try {
            // URI knows no underscore in a scheme
            URI uri = new URI("tcp" + text.substring(text.indexOf(':')));
            boolean port = uri.getPort() != 0 && uri.getPort() <= MOST_PORT;
            if (!port
                    || uri.getHost() == null
                    || uri.getQuery() != null
                    || uri.getFragment() != null
                    || uri.getUserInfo() != null
                    || !uri.getPath().isEmpty()) {
                throw wrong(text);
            }
            return new ReceiverAddress(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
        } catch (URISyntaxException malformed) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("feed address '" + text.replaceAll("//[^/]*@", "//...@")
                + "' is not of the form rtl_tcp://HOST:PORT, such as rtl_tcp://127.0.0.1:1234");
    }

    @Override
    public boolean isTuned() {
        return true;
    }

    @Override
    public String shown() {
        return String.format(Locale.ROOT, "rtl_tcp://%s:%d", host, port);
    }
}
