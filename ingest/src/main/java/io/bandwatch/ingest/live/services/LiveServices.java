package io.bandwatch.ingest.live.services;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.programme.LookAssembler.Look;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one live stream whose pictures and sound are decoded. One is decoded from when the tables show that it has any that
 * are not scrambled, until they show it no more. Time is given by the caller; not thread-safe.
 */
public final class LiveServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveServices.class);
    private static final int CHUNK_BYTES = 1 << 15;

    /** Bytes do not wait longer for others to go with, ns. */
    private static final long PATIENCE_NS = 100_000_000;

    private static final int SLEW = 200;

    private final String feed;
    private final ServiceChoice choice;
    private final boolean waits;
    private final LongFunction<Instant> clock;
    private final Destination out;
    private final Map<Integer, Decoded> services = new TreeMap<>();
    private byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private long filledSinceNs;

    /** Takes looks. */
    public interface Destination {
        void take(FeedFrame look) throws InterruptedException;
    }

    /** One of them. */
    private static final class Decoded {
        private final LiveService service;
        private final ServiceTime time = new ServiceTime();
        private Instant reached = Instant.MIN;
        private long restarts;

        Decoded(LiveService service) {
            this.service = service;
        }
    }

    /**
     * @param waits whether the stream can wait for decoders
     * @param clock what time of day the clock that nobody sets stands for, given it in ns
     */
    public LiveServices(
            String feed, ServiceChoice choice, boolean waits, LongFunction<Instant> clock, Destination out) {
        this.feed = feed;
        this.choice = choice;
        this.waits = waits;
        this.clock = clock;
        this.out = out;
    }

    /** The tables of the stream, as they are now. */
    public void listed(TsService[] listed) {
        for (TsService service : listed) {
            int number = service.serviceId();
            if (choice.includes(number) && !services.containsKey(number) && isDecodable(service)) {
                LOG.info("feed {}: service {} is decoded", feed, number);
                services.put(number, new Decoded(new LiveService(feed + "-" + number, number, choice.depth(), waits)));
            }
        }
        services.entrySet().removeIf(entry -> {
            boolean gone = Arrays.stream(listed).noneMatch(service -> service.serviceId() == entry.getKey());
            if (gone) {
                LOG.info("feed {}: service {} is gone", feed, entry.getKey());
                entry.getValue().service.close();
            }
            return gone;
        });
    }

    private static boolean isDecodable(TsService service) {
        return !service.scrambled() && Arrays.stream(service.components()).anyMatch(LiveServices::isHeardOrSeen);
    }

    private static boolean isHeardOrSeen(TsComponent component) {
        return component.role() == PidRole.VIDEO || component.role() == PidRole.AUDIO;
    }

    /** Takes bytes of the stream. */
    public void take(byte[] bytes, int from, int until, long nowNs) throws InterruptedException {
        if (services.isEmpty()) {
            return;
        }
        for (int at = from; at < until; ) {
            filledSinceNs = filled == 0 ? nowNs : filledSinceNs;
            int part = Math.min(CHUNK_BYTES - filled, until - at);
            System.arraycopy(bytes, at, chunk, filled, part);
            filled += part;
            at += part;
            if (filled == CHUNK_BYTES) {
                give();
            }
        }
    }

    private void give() throws InterruptedException {
        byte[] whole = filled == CHUNK_BYTES ? chunk : Arrays.copyOf(chunk, filled);
        for (Decoded decoded : services.values()) {
            decoded.service.give(whole);
        }
        chunk = new byte[CHUNK_BYTES];
        filled = 0;
    }

    /** Tells the looks that are complete. */
    public void tell(long nowNs) throws InterruptedException {
        if (filled > 0 && nowNs - filledSinceNs >= PATIENCE_NS) {
            give();
        }
        for (Map.Entry<Integer, Decoded> entry : services.entrySet()) {
            Decoded decoded = entry.getValue();
            for (Optional<Look> look = decoded.service.next(); look.isPresent(); look = decoded.service.next()) {
                tell(entry.getKey(), decoded, look.get(), nowNs);
            }
            Exception broken = decoded.service.failure();
            if (broken != null) {
                throw new IllegalStateException(
                        feed + ": service " + entry.getKey() + " cannot be decoded: " + broken.getMessage()
                                + "; see ./bandwatch doctor",
                        broken);
            }
        }
    }

    private void tell(int number, Decoded decoded, Look look, long nowNs) throws InterruptedException {
        long lengthNs = look.untilNs() - look.fromNs();
        Instant end = clock.apply(decoded.time.endNs(look.untilNs(), decoded.service.aheadNs(), nowNs));
        Instant from = end.minusNanos(lengthNs);
        // a clock that is set back is waited for by looks that are half a percent shorter
        boolean back = from.isBefore(decoded.reached);
        Instant begin = back ? decoded.reached : from;
        decoded.reached = begin.plusNanos(back ? lengthNs - lengthNs / SLEW : lengthNs);
        decoded.restarts = look.restarts();
        out.take(FeedFrame.of(new AvFrame(
                feed,
                number,
                FrameKind.MEASURED,
                begin,
                Duration.between(begin, decoded.reached).toNanos(),
                true,
                look.video(),
                look.audio(),
                look.restarts())));
    }

    /** Nothing follows: tells the last looks of each service, and that they were. */
    public void end(long nowNs) throws InterruptedException {
        if (filled > 0) {
            give();
        }
        for (Decoded decoded : services.values()) {
            decoded.service.end();
        }
        tell(nowNs);
        close();
        for (Map.Entry<Integer, Decoded> entry : services.entrySet()) {
            Decoded decoded = entry.getValue();
            if (!decoded.reached.equals(Instant.MIN)) {
                out.take(FeedFrame.of(new AvFrame(
                        feed,
                        entry.getKey(),
                        FrameKind.ENDED,
                        decoded.reached,
                        0,
                        true,
                        null,
                        new AudioObservation[0],
                        decoded.restarts)));
            }
        }
        services.clear();
    }

    @Override
    public void close() {
        services.values().forEach(decoded -> decoded.service.close());
    }
}
