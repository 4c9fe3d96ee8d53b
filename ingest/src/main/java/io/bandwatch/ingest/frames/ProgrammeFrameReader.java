package io.bandwatch.ingest.frames;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.av.ServiceDecoder;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.programme.Arrivals;
import io.bandwatch.ingest.programme.LookAssembler;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.ingest.programme.Prints;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures and sound of a media file, or of one service of a transport stream, look by look. They are decoded in a
 * process of their own; one thread feeds it, another brings what it decoded. A look is a function of the file, and what was
 * told before an interruption is decoded again and passed over, as with transport streams.
 */
final class ProgrammeFrameReader implements FrameReader {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final long POLL_MS = 100;

    private final Recording recording;
    private final MediaLayout layout;
    private final long told;
    private final Arrivals decoded = new Arrivals();
    private final LookAssembler assembler;
    private final ServiceDecoder decoder;
    private final @Nullable RecordingBytes bytes;
    private final Thread feeding;
    private volatile boolean closed;
    private volatile boolean fed;
    private volatile @Nullable Exception failure;
    private long looks;
    private long reachedNs;
    private long restarts;
    private boolean ended;

    ProgrammeFrameReader(
            Recording recording, MediaLayout layout, RecordingPosition position, Onlooker onlooker, Prints prints)
            throws IOException {
        this.recording = recording;
        this.layout = layout;
        this.told = position.next();
        this.ended = position.ended();
        boolean wholeFile = layout.programme() == 0;
        long lateNs = wholeFile ? LookAssembler.FILE_LATE_NS : LookAssembler.STREAM_LATE_NS;
        Prints made = prints == Prints.SOUND ? Prints.usual(layout.depth()) : prints;
        this.assembler = new LookAssembler(onlooker, lateNs, made);
        this.bytes = wholeFile ? null : RecordingBytes.open(Path.of(recording.path()), recording.compression(), 0);
        Order order = wholeFile
                ? Order.ofFile(recording.path())
                : Order.ofProgramme(layout.programme()).withDepth(layout.depth());
        String name = recording.feed() + "-" + layout.serviceId();
        this.decoder = new ServiceDecoder(name, order, decoded);
        this.feeding = new Thread(this::feed, "feeding-" + name);
        feeding.setDaemon(true);
        if (!ended) {
            feeding.start();
        }
    }

    private void feed() {
        try (decoder) {
            byte[] block = new byte[BLOCK_BYTES];
            RecordingBytes from = bytes;
            for (int got = read(from, block); got > 0 && !closed; got = read(from, block)) {
                decoder.give(block, 0, got);
            }
            decoder.finish();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException broken) {
            failure = broken;
        } finally {
            fed = true;
        }
    }

    private static int read(@Nullable RecordingBytes from, byte[] block) {
        return from == null ? 0 : from.read(block, 0, block.length);
    }

    @Override
    public @Nullable MeasuredFrame next() {
        while (!ended) {
            Optional<LookAssembler.Look> look = assembled();
            if (look.isEmpty()) {
                return end();
            }
            MeasuredFrame frame = measured(look.get());
            if (looks > told) {
                return frame;
            }
        }
        return null;
    }

    /** Waits for the next look; empty at the end. */
    private Optional<LookAssembler.Look> assembled() {
        Optional<LookAssembler.Look> look = assembler.next();
        try {
            while (look.isEmpty()) {
                boolean last = fed;
                Consumer<LookAssembler> what = decoded.next(last ? 0 : POLL_MS);
                if (what != null) {
                    what.accept(assembler);
                } else if (last) {
                    assembler.end();
                    return assembler.next();
                }
                look = assembler.next();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return look;
    }

    private MeasuredFrame measured(LookAssembler.Look look) {
        looks++;
        reachedNs = look.untilNs();
        restarts = look.restarts();
        Instant time = recording.start().plusNanos(look.fromNs());
        AvFrame frame = new AvFrame(
                recording.feed(),
                layout.serviceId(),
                FrameKind.MEASURED,
                time,
                look.untilNs() - look.fromNs(),
                recording.timeKnown(),
                look.video(),
                look.audio(),
                restarts);
        return new MeasuredFrame(FeedFrame.of(frame), new RecordingPosition(looks, frame.end(), false));
    }

    private MeasuredFrame end() {
        Exception broken = failure;
        if (broken != null) {
            throw new IllegalStateException(
                    recording.path() + " cannot be decoded: " + broken.getMessage() + "; see ./bandwatch doctor",
                    broken);
        }
        ended = true;
        Instant end = recording.start().plusNanos(reachedNs);
        AvFrame last = new AvFrame(
                recording.feed(),
                layout.serviceId(),
                FrameKind.ENDED,
                end,
                0,
                recording.timeKnown(),
                null,
                new AudioObservation[0],
                restarts);
        return new MeasuredFrame(FeedFrame.of(last), new RecordingPosition(looks, end, true));
    }

    @Override
    public double progress() {
        return bytes == null ? (ended ? 1 : 0) : bytes.progress();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        feeding.interrupt();
        decoded.close();
        try {
            feeding.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        if (bytes != null) {
            bytes.close();
        }
    }
}
