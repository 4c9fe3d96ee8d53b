package io.bandwatch.deploy.cluster.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the REST interface of a JobManager listens.
 *
 * @param host name or address; of IPv6 without brackets
 * @param port usually 8081
 */
public record JobManagerAddress(String host, int port) {
    private static final int MOST_PORT = 65_535;

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException with the remedy
     */
    public static JobManagerAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[|]$", "");
        String port = text.substring(colon + 1);
        boolean number = port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= MOST_PORT;
        if (host.isEmpty() || host.contains("/") || !number) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not HOST:PORT of a JobManager's REST interface, such as 127.0.0.1:8081");
        }
        return new JobManagerAddress(host, Integer.parseInt(port));
    }

    /** Whether it is on this machine's loopback. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether a host is; one that is not known is none. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
