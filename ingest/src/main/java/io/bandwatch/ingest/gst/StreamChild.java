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
    private static final Duration STREAMED = Duration.ofSeconds(5);
    /** Segments of a playlist may be ten seconds apart, and a server may be late. */
    private static final Duration FETCHED = Duration.ofSeconds(30);

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
                new StreamPipeline("srtsrc name=source", "uri", withMode(address), STREAMED).copyTo(out);
            } else if (new StreamPipeline("souphttpsrc name=source", "location", address, FETCHED).copyTo(out)) {
                new StreamPipeline("souphttpsrc name=source ! hlsdemux", "location", address, FETCHED).copyTo(out);
            }
        }
        // what GStreamer still holds need not be taken apart
        Runtime.getRuntime().halt(0);
    }

    /** Without a mode in the address, srtsrc of GStreamer 1.22 opens nothing and says nothing. */
    private static String withMode(String address) {
        if (address.contains("mode=")) {
            return address;
        }
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "mode=caller";
    }
}
