package io.bandwatch.ingest.live.datagram;

import io.bandwatch.ingest.live.address.DatagramAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;

/** Opens the socket of a datagram address: bound to an address of this machine, or to a group, which it joins. */
public final class ListeningSocket {
    private ListeningSocket() {}

    /**
     * Bound to the very address, so that nothing else that is sent to the port comes in.
     *
     * @throws IOException if it cannot be listened to; the message names the address
     */
    public static DatagramChannel open(DatagramAddress address, int bufferBytes) throws IOException {
        InetAddress host = resolved(address.host());
        DatagramChannel channel = DatagramChannel.open(
                host instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, bufferBytes);
            if (host.isMulticastAddress()) {
                // several probes of one machine may listen to a group
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(host, address.port()));
                join(channel, host, address);
            } else {
                channel.bind(new InetSocketAddress(host, address.port()));
            }
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw new IOException(address.shown() + " cannot be listened to: " + failure.getMessage(), failure);
        }
    }

    private static void join(DatagramChannel channel, InetAddress group, DatagramAddress address) throws IOException {
        NetworkInterface through =
                address.networkInterface() == null ? routed(group, address.port()) : named(address.networkInterface());
        if (address.source() == null) {
            channel.join(group, through);
        } else {
            channel.join(group, through, resolved(address.source()));
        }
    }

    private static NetworkInterface named(String name) throws IOException {
        NetworkInterface byName = NetworkInterface.getByName(name);
        if (byName != null) {
            return byName;
        }
        NetworkInterface byAddress = null;
        if (name.matches("[0-9a-fA-F.:%]+")) {
            byAddress = NetworkInterface.getByInetAddress(InetAddress.getByName(name));
        }
        if (byAddress == null) {
            throw new SocketException("no interface is called '" + name + "' or has that address");
        }
        return byAddress;
    }

    /** The interface that the system would send to the group through. */
    private static NetworkInterface routed(InetAddress group, int port) throws IOException {
        NetworkInterface found = null;
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(group, port));
            InetAddress own = probe.getLocalAddress();
            found = own.isAnyLocalAddress() ? null : NetworkInterface.getByInetAddress(own);
        } catch (java.io.UncheckedIOException noRoute) {
            found = null;
        }
        if (found == null) {
            throw new SocketException("no route leads to the group; name the interface with ?interface=NAME");
        }
        return found;
    }

    private static InetAddress resolved(String host) throws UnknownHostException {
        return InetAddress.getByName(host);
    }
}
