package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.live.address.ReceiverAddress;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receiver behind rtl_tcp: sets it, takes its samples, and tunes it from visit to visit. A connection on which nothing comes for
 * {@value #SILENT_MS} ms is given up, since one whose other end is gone says nothing else.
 */
final class RtlTcpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(RtlTcpTransport.class);

    /** Longer than any pause of a USB receiver, shorter than what raises feed-lost. */
    static final int SILENT_MS = 3000;

    private static final int CONNECT_MS = 5000;
    private static final int READ_BYTES = 1 << 15;

    /** "RTL0", the kind of tuner and how many gains it has, big-endian. */
    private static final int MAGIC = 0x52544c30;

    private static final String[] TUNERS = {"unknown", "E4000", "FC0012", "FC0013", "FC2580", "R820T", "R828D"};

    private final String feed;
    private final ReceiverAddress address;
    private final ReceiverSettings settings;
    private final TransportCounts counts;
    private final BlockWriter writer;
    private final AtomicReference<@Nullable Socket> open = new AtomicReference<>();

    RtlTcpTransport(
            String feed,
            ReceiverAddress address,
            ReceiverSettings settings,
            TransportCounts counts,
            BlockWriter writer) {
        this.feed = feed;
        this.address = address;
        this.settings = settings;
        this.counts = counts;
        this.writer = writer;
    }

    @Override
    public String receive(BooleanSupplier stopped) throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            open.set(socket);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SILENT_MS);
            socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MS);
            InputStream in = socket.getInputStream();
            greet(in);
            counts.add(Count.OPENINGS, 1);
            writer.opened();
            OutputStream out = socket.getOutputStream();
            set(out);
            return samples(
                    in, new Visits(settings, hz -> out.write(RtlTcpCommand.CENTER_HZ.with(hz)), writer), stopped);
        } catch (SocketTimeoutException silent) {
            return address.shown() + " said nothing for " + SILENT_MS + " ms";
        } catch (IOException failure) {
            return address.shown() + ": " + failure.getMessage();
        } finally {
            open.set(null);
            writer.flush();
        }
    }

    private void greet(InputStream in) throws IOException {
        DataInputStream greeting = new DataInputStream(in);
        int magic = greeting.readInt();
        if (magic != MAGIC) {
            throw new IOException("this is no rtl_tcp: it begins with 0x" + Integer.toHexString(magic)
                    + " instead of \"RTL0\"; correct the address");
        }
        int tuner = greeting.readInt();
        int gains = greeting.readInt();
        LOG.info(
                "feed {}: {} has a tuner {} of {} gains",
                feed,
                address.shown(),
                tuner >= 0 && tuner < TUNERS.length ? TUNERS[tuner] : "number " + tuner,
                gains);
    }

    private void set(OutputStream out) throws IOException {
        FrontEnd front = settings.frontEnd();
        out.write(RtlTcpCommand.SAMPLE_RATE_HZ.with(Math.round(settings.rateHz())));
        out.write(RtlTcpCommand.PPM.with(front.ppm()));
        out.write(RtlTcpCommand.DIRECT_SAMPLING.with(front.directSampling().code()));
        out.write(RtlTcpCommand.OFFSET_TUNING.with(front.offsetTuning() ? 1 : 0));
        out.write(RtlTcpCommand.AGC.with(front.agc() ? 1 : 0));
        Double gainDb = front.gainDb();
        out.write(RtlTcpCommand.GAIN_MODE.with(gainDb == null ? 0 : 1));
        if (gainDb != null) {
            out.write(RtlTcpCommand.TENTHS_OF_DB.with(Math.round(10 * gainDb)));
        }
        out.write(RtlTcpCommand.BIAS_TEE.with(front.biasTee() ? 1 : 0));
    }

    private String samples(InputStream in, Visits visits, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        byte[] bytes = new byte[READ_BYTES];
        visits.begin();
        while (!stopped.getAsBoolean()) {
            int got = in.read(bytes);
            if (got < 0) {
                return address.shown() + " closed the connection";
            }
            visits.take(bytes, got, System.nanoTime());
        }
        return "stopped";
    }

    @Override
    public void interrupt() {
        Socket socket = open.get();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException failed) {
                LOG.debug("feed {}: its connection could not be closed", feed, failed);
            }
        }
    }
}
