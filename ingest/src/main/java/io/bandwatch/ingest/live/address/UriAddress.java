package io.bandwatch.ingest.live.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * What GStreamer reads: {@code srt://HOST:PORT[?mode=caller|listener|rendezvous&latency=MS&...]}, {@code http://} and {@code
 * https://}. Whether an HTTP address is a stream or an HLS playlist is told by what comes.
 *
 * @param uri the address
 */
public record UriAddress(URI uri) implements FeedAddress {
    private static final Set<String> SRT_OPTIONS =
            Set.of("mode", "latency", "streamid", "passphrase", "pbkeylen", "localaddress", "localport");

    static UriAddress parse(String text, String scheme) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(
                    "feed address '" + text + "': " + malformed.getReason() + " at character " + malformed.getIndex(),
                    malformed);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("feed address '" + text + "' names no host; it is written " + scheme
                    + "://HOST" + (scheme.equals("srt") ? ":PORT" : "[:PORT]/PATH"));
        }
        if (scheme.equals("srt")) {
            if (uri.getPort() < 0) {
                throw new IllegalArgumentException("feed address '" + text + "' names no port; SRT has no usual one");
            }
            new Options(text, uri.getRawQuery(), SRT_OPTIONS)
                    .choice("mode", java.util.List.of("caller", "listener", "rendezvous"));
        }
        return new UriAddress(uri);
    }

    /** Whether pieces of it are fetched when they are wanted, so that it can wait. */
    public boolean fetched() {
        return !"srt".equalsIgnoreCase(uri.getScheme());
    }

    /** Without user, query and what else may be secret. */
    @Override
    public String shown() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }
}
