package io.bandwatch.ingest.gst;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Version;

/**
 * Reads an address from the first line of its standard input and writes the transport stream that comes from there on its
 * standard output, until that ends. What is wrong is said on its standard error. A process of its own; nothing else calls it.
 */
public final class StreamChild {
    /** SRT itself takes a peer for gone after 5 s. */
    private static final Duration STREAMED = Duration.ofSeconds(10);
    /** Who listens waits for a caller as long as it takes. */
    private static final Duration LISTENING = Duration.ofDays(10_000);

    /** Segments of a playlist may be ten seconds apart, and a server may be late. */
    private static final Duration FETCHED = Duration.ofSeconds(30);

    private static final StreamPipeline.Patience HTTP = new StreamPipeline.Patience(FETCHED, FETCHED);

    private StreamChild() {}

    /**
     * Runs until the stream ends.
     *
     * @param arguments none: other users of the machine can see them, and an address may hold a secret
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String address = in.readLine();
        if (address == null) {
            System.err.println("no address on the standard input");
            System.exit(2);
            return;
        }
        Gst.init(Version.of(1, 16), "bandwatch");
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            if (address.startsWith("srt:")) {
                // a connection that ends ends the process: the parent must know that something is missing
                new StreamPipeline("srtsrc name=source auto-reconnect=false", "uri", withMode(address), srt(address))
                        .copyTo(out);
            } else if (new StreamPipeline("souphttpsrc name=source", "location", address, HTTP).copyTo(out)) {
                new StreamPipeline("souphttpsrc name=source ! hlsdemux", "location", address, HTTP).copyTo(out);
            }
        }
        // what GStreamer still holds need not be taken apart
        Runtime.getRuntime().halt(0);
    }

    private static StreamPipeline.Patience srt(String address) {
        return new StreamPipeline.Patience(address.contains("mode=listener") ? LISTENING : STREAMED, STREAMED);
    }

    /** Without a mode in the address, srtsrc of GStreamer 1.22 opens nothing and says nothing. */
    private static String withMode(String address) {
        if (address.contains("mode=")) {
            return address;
        }
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "mode=caller";
    }
}
