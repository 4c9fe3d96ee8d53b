package io.bandwatch.ingest.live.address;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What GStreamer reads: {@code srt://HOST:PORT[?mode=caller|listener|rendezvous&latency=MS&...]}, {@code http://} and {@code
 * https://}. Whether an HTTP address is a stream or an HLS playlist is told by what comes. A secret is not written into it but
 * named, see {@link NamedSecrets}.
 *
 * @param text the address as it is written
 */
public record UriAddress(String text) implements FeedAddress {
    private static final Set<String> SRT_OPTIONS =
            Set.of("mode", "latency", "streamid", "passphrase", "pbkeylen", "localaddress", "localport");

    private static final int MOST_PORT = 65_535;
    private static final int MOST_LATENCY_MS = 60_000;

    static UriAddress parse(String text, String scheme) {
        URI uri;
        try {
            uri = template(text);
        } catch (URISyntaxException malformed) {
            throw wrong(text, malformed.getReason() + " at character " + malformed.getIndex());
        }
        if (uri.getHost() == null) {
            throw wrong(
                    text,
                    "it names no host; it is written " + scheme + "://HOST"
                            + (scheme.equals("srt") ? ":PORT" : "[:PORT]/PATH"));
        }
        if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
            throw wrong(text, "port " + uri.getPort() + " is none; ports are 1 to " + MOST_PORT);
        }
        String user = uri.getRawUserInfo();
        if (user != null && !user.equals(NamedSecrets.PLACE)) {
            throw wrong(text, "it holds user or password; " + NamedSecrets.remedy(scheme + "://", "@" + uri.getHost()));
        }
        if (scheme.equals("srt")) {
            checkSrt(text, uri);
        }
        return new UriAddress(text);
    }

    private static void checkSrt(String text, URI uri) {
        if (uri.getPort() < 0) {
            throw wrong(text, "it names no port; SRT has no usual one");
        }
        Options options = new Options(text, uri.getRawQuery(), SRT_OPTIONS);
        options.choice("mode", List.of("caller", "listener", "rendezvous"));
        options.wholeNumber("latency", 0, MOST_LATENCY_MS);
        options.wholeNumber("localport", 1, MOST_PORT);
        if (options.text("pbkeylen") != null) {
            options.choice("pbkeylen", List.of("16", "24", "32", "0"));
        }
        String passphrase = options.text("passphrase");
        if (passphrase != null && !passphrase.equals(NamedSecrets.PLACE)) {
            throw wrong(text, "it holds a passphrase; " + NamedSecrets.remedy("passphrase=", ""));
        }
    }

    private static URI template(String text) throws URISyntaxException {
        return new URI(NamedSecrets.withoutNames(text));
    }

    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("feed address '" + FeedAddress.masked(text) + "': " + what);
    }

    private URI template() {
        try {
            return template(text);
        } catch (URISyntaxException unparsed) {
            throw new IllegalStateException("was parsed", unparsed);
        }
    }

    /** Whether pieces of it are fetched when they are wanted, so that it can wait. */
    public boolean fetched() {
        return !"srt".equalsIgnoreCase(template().getScheme());
    }

    /**
     * The address with the secrets that it names.
     *
     * @param environment where those are that are not in files
     * @throws IOException if one is not there, naming where it should be
     */
    public String resolved(Map<String, String> environment) throws IOException {
        return NamedSecrets.resolved(text, environment);
    }

    /** Without user, query and what else may be secret. */
    @Override
    public String shown() {
        URI uri = template();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }
}
