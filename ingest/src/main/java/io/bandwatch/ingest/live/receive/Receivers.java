package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.gst.StreamChild;
import io.bandwatch.ingest.live.address.DatagramAddress;
import io.bandwatch.ingest.live.address.FeedAddress;
import io.bandwatch.ingest.live.address.FileAddress;
import io.bandwatch.ingest.live.address.ProgramAddress;
import io.bandwatch.ingest.live.address.UriAddress;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import java.util.List;

/** Makes the receiver that an address needs. */
public final class Receivers {
    private Receivers() {}

    /** A receiver that fills the ring from {@link Receiver#start} on. */
    public static Receiver of(String feed, FeedAddress address, BlockRing ring, TransportCounts counts) {
        BlockWriter writer = new BlockWriter(ring, counts, canWait(address));
        return new Receiver(feed, transport(feed, address, counts, writer), ring, new BackOff());
    }

    /** Whether what is behind an address waits until it is read, so that nothing needs to be dropped. */
    public static boolean canWait(FeedAddress address) {
        return address instanceof FileAddress || (address instanceof UriAddress uri && uri.fetched());
    }

    private static Transport transport(String feed, FeedAddress address, TransportCounts counts, BlockWriter writer) {
        if (address instanceof DatagramAddress datagrams) {
            return new DatagramTransport(feed, datagrams, counts, writer);
        }
        if (address instanceof FileAddress file) {
            return new FileTransport(file, counts, writer);
        }
        ProgramTransport.Call call = address instanceof ProgramAddress program
                ? new ProgramTransport.Call(feed, address.shown(), List.of("/bin/sh", "-c", program.command()), "")
                : child(feed, (UriAddress) address);
        return new ProgramTransport(call, counts, writer);
    }

    /** A JVM of its own, which a native crash may end. */
    private static ProgramTransport.Call child(String feed, UriAddress address) {
        List<String> command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                StreamChild.class.getName());
        return new ProgramTransport.Call(feed, address.shown(), command, address.uri() + System.lineSeparator());
    }
}
