package io.bandwatch.ingest.gst.decode;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.OrderReader;
import io.bandwatch.ingest.av.wire.ReportWriter;
import io.bandwatch.ingest.gst.direct.WidePipes;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Version;

/**
 * Decodes what it is ordered to on its standard input and reports on its standard output. A process of its own, so that native
 * code which crashes on a hostile stream takes one service with it for a second, and never the job.
 */
public final class DecoderChild {
    private static final int CANNOT_GO_ON = 3;

    private DecoderChild() {}

    /**
     * Runs until everything is decoded, or nobody listens any more.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end(failure));
        try {
            decode();
        } catch (IOException | InterruptedException failure) {
            end(failure);
        }
        // what GStreamer still holds need not be taken apart
        Runtime.getRuntime().halt(0);
    }

    private static void decode() throws IOException, InterruptedException {
        OrderReader orders = new OrderReader(new FileInputStream(FileDescriptor.in));
        ReportWriter report =
                new ReportWriter(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 18));
        report.hello();
        Order order = orders.order();
        try {
            Gst.init(Version.of(1, 16), "bandwatch");
        } catch (UnsatisfiedLinkError missing) {
            report.fault(new Fault(Fault.SERVICE, "GStreamer is not installed: " + missing.getMessage()));
            report.ended();
            return;
        }
        WidePipes.widen();
        try (ConcealmentLog log = new ConcealmentLog()) {
            log.listen();
            if (order.file().isEmpty()) {
                ServiceDecoding service = new ServiceDecoding(order, report, log);
                orders.listen(service);
                service.end();
            } else {
                new FileDecoding(order, report, log).run();
            }
        }
        report.ended();
    }

    private static void end(Throwable failure) {
        System.err.println("decoder: " + failure + " " + List.of(failure.getStackTrace()));
        Runtime.getRuntime().halt(CANNOT_GO_ON);
    }
}
