package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.gst.ChildClassPath;
import io.bandwatch.ingest.gst.StreamChild;
import io.bandwatch.ingest.live.address.DatagramAddress;
import io.bandwatch.ingest.live.address.FeedAddress;
import io.bandwatch.ingest.live.address.FileAddress;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.address.ProgramAddress;
import io.bandwatch.ingest.live.address.ReceiverAddress;
import io.bandwatch.ingest.live.address.UriAddress;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.util.List;
import java.util.Objects;

/** Makes the receiver that an address needs. */
public final class Receivers {
    /** Longer than what a receiver takes to be opened and set. */
    private static final long PROGRAM_SILENT_MS = 30_000;

    private Receivers() {}

    /** A receiver that fills the ring from {@link Receiver#start} on. */
    public static Receiver of(LiveFeedSpec spec, BlockRing ring, TransportCounts counts) {
        FeedAddress address = spec.parsed();
        ReceiverSettings settings = spec.receiver();
        BlockWriter writer = settings == null
                ? new BlockWriter(ring, counts, canWait(address))
                : BlockWriter.at(settings.plan().centersHz().get(0), ring, counts, canWait(address));
        return new Receiver(spec.feed(), transport(spec, address, counts, writer), ring, new BackOff());
    }

    /** Whether what is behind an address waits until it is read, so that nothing needs to be dropped. */
    public static boolean canWait(FeedAddress address) {
        return address instanceof FileAddress || (address instanceof UriAddress uri && uri.fetched());
    }

    private static Transport transport(
            LiveFeedSpec spec, FeedAddress address, TransportCounts counts, BlockWriter writer) {
        String feed = spec.feed();
        if (address instanceof ReceiverAddress receiver) {
            return new RtlTcpTransport(feed, receiver, Objects.requireNonNull(spec.receiver()), counts, writer);
        }
        if (address instanceof DatagramAddress datagrams) {
            return new DatagramTransport(feed, datagrams, counts, writer);
        }
        if (address instanceof FileAddress file) {
            return new FileTransport(file, counts, writer);
        }
        ProgramTransport.Call call = address instanceof ProgramAddress program
                ? new ProgramTransport.Call(
                        feed, address.shown(), List.of("/bin/sh", "-c", program.command()), () -> "", PROGRAM_SILENT_MS)
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
                ChildClassPath.of(StreamChild.class),
                StreamChild.class.getName());
        return new ProgramTransport.Call(
                feed, address.shown(), command, () -> address.resolved(System.getenv()) + System.lineSeparator(), 0);
    }
}
