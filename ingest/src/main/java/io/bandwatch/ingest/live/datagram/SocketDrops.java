package io.bandwatch.ingest.live.datagram;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Datagrams that the system has dropped because a socket's buffer was full: the last column of {@code /proc/net/udp} and {@code
 * udp6}, proc(5). Nothing is known where there is no such table; 0 then. Sockets bound to the same address count together.
 */
public final class SocketDrops {
    private static final int WORD_BYTES = 4;

    private final Path table;
    private final String local;

    private SocketDrops(Path table, String local) {
        this.table = table;
        this.local = local;
    }

    /** Those of a socket that is bound. */
    public static SocketDrops of(DatagramChannel channel) throws IOException {
        InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
        boolean six = bound.getAddress() instanceof Inet6Address;
        return new SocketDrops(
                Path.of(six ? "/proc/net/udp6" : "/proc/net/udp"),
                written(bound.getAddress().getAddress(), bound.getPort()));
    }

    /** How many there were since the socket was opened. */
    public long now() {
        try {
            return in(Files.readAllLines(table, StandardCharsets.US_ASCII), local);
        } catch (IOException absent) {
            return 0;
        }
    }

    /** The sum over the lines of an address. */
    static long in(List<String> lines, String local) {
        long dropped = 0;
        for (String line : lines) {
            List<String> columns = List.of(line.strip().split("\\s+"));
            if (columns.size() > 2 && columns.get(1).equals(local)) {
                dropped += Long.parseLong(columns.get(columns.size() - 1));
            }
        }
        return dropped;
    }

    /** As the table has it: words of four bytes, least significant byte first on the machines that Java runs on. */
    static String written(byte[] address, int port) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < address.length; word += WORD_BYTES) {
            for (int place = WORD_BYTES - 1; place >= 0; place--) {
                text.append(String.format(Locale.ROOT, "%02X", address[word + place]));
            }
        }
        return text.append(String.format(Locale.ROOT, ":%04X", port)).toString();
    }
}
