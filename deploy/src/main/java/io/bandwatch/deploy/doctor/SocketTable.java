package io.bandwatch.deploy.doctor;

import java.util.List;
import java.util.Optional;

/** Reads lines of {@code /proc/net/tcp} and {@code tcp6}, proc(5): {@code sl local_address rem_address st ...}. */
final class SocketTable {
    // include/net/tcp_states.h of Linux: TCP_LISTEN
    private static final String STATE_LISTEN = "0A";
    private static final String ANY_IPV4 = "00000000";
    private static final String ANY_IPV6 = "0".repeat(32);
    // words in host byte order, least significant byte first; RFC 4291, 2.5.5.2: an IPv4 address as IPv6
    private static final String IPV4_IN_IPV6 = "0".repeat(16) + "FFFF0000";
    private static final String LOOPBACK_IPV6 = "0".repeat(24) + "01000000";

    /**
     * One socket.
     *
     * @param address {@code any}, {@code loopback} or {@code other}
     * @param port local port
     * @param listening whether it waits for connections
     */
    record Entry(String address, int port, boolean listening) {}

    private SocketTable() {}

    static Optional<Entry> parse(String line) {
        List<String> columns = List.of(line.strip().split("\\s+"));
        if (columns.size() < 4 || !columns.get(1).matches("[0-9A-F]+:[0-9A-F]{4}")) {
            return Optional.empty();
        }
        List<String> local = List.of(columns.get(1).split(":"));
        int port = Integer.parseInt(local.get(1), 16);
        return Optional.of(new Entry(kindOf(local.get(0)), port, columns.get(3).equals(STATE_LISTEN)));
    }

    private static String kindOf(String stated) {
        String address = stated.startsWith(IPV4_IN_IPV6) ? stated.substring(IPV4_IN_IPV6.length()) : stated;
        if (address.equals(ANY_IPV4) || address.equals(ANY_IPV6)) {
            return "any";
        }
        boolean loopback = address.equals(LOOPBACK_IPV6) || (address.length() == 8 && address.endsWith("7F"));
        return loopback ? "loopback" : "other";
    }
}
