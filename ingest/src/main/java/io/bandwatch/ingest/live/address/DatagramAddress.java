package io.bandwatch.ingest.live.address;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams: {@code udp://[SOURCE@]HOST:PORT[?interface=NAME]}, and the same with {@code rtp}. The host is a multicast group to
 * be joined, or an address of this machine to be listened at; {@code 0.0.0.0} and {@code [::]} stand for all of them.
 *
 * @param rtp whether every datagram must be RTP; without, datagrams with and without an RTP header are taken
 * @param host group or own address, IPv6 without brackets
 * @param port 1..65535
 * @param source the one sender of the group that is wanted (RFC 4607), or null for any
 * @param networkInterface name or address of the interface that the group is joined on, or null for the one that the routes
 *     of the system give
 */
public record DatagramAddress(
        boolean rtp, String host, int port, @Nullable String source, @Nullable String networkInterface)
        implements FeedAddress {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern FORM = Pattern.compile(
            "(?i:udp|rtp)://(?:(?<source>[^@/?#]*)@)?(?<host>\\[[^\\]/?#]+\\]|[^:/?#@\\[\\]]*):(?<port>\\d{1,5})(?:\\?(?<query>.*))?");

    static DatagramAddress parse(String text, String scheme) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(
                    text,
                    "must be " + scheme + "://HOST:PORT, such as " + scheme + "://@239.1.1.1:5000?interface=eth0 or "
                            + scheme + "://[ff15::1]:5000");
        }
        String host = bare(form.group("host"));
        if (host.isEmpty()) {
            throw wrong(text, "names no host; to listen on every interface, say " + scheme + "://0.0.0.0:PORT");
        }
        int port = Integer.parseInt(form.group("port"));
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong(text, "port " + port + " must be 1 to " + HIGHEST_PORT);
        }
        String source = form.group("source");
        Options options = new Options(text, form.group("query"), Set.of("interface"));
        return new DatagramAddress(
                scheme.equals("rtp"),
                host,
                port,
                source == null || source.isEmpty() ? null : bare(source),
                options.text("interface"));
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("feed address '" + text + "': " + what);
    }

    @Override
    public String shown() {
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (rtp ? "rtp://" : "udp://") + bracketed + ":" + port;
    }
}
