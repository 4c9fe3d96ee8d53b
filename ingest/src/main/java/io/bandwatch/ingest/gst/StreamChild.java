package io.bandwatch.ingest.gst;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Version;

/**
 * Reads an address from the first line of its standard input and writes the transport stream that comes from there on its
 * standard output, until that ends. What is wrong is said on its standard error. A process of its own; nothing else calls it.
 */
public final class StreamChild {
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
                new StreamPipeline("srtsrc name=source", "uri", address).copyTo(out);
            } else if (new StreamPipeline("souphttpsrc name=source", "location", address).copyTo(out)) {
                new StreamPipeline("souphttpsrc name=source ! hlsdemux", "location", address).copyTo(out);
            }
        }
        // what GStreamer still holds need not be taken apart
        Runtime.getRuntime().halt(0);
    }
}
