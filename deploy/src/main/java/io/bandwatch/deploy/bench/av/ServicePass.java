package io.bandwatch.deploy.bench.av;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.av.DecodedListener;
import io.bandwatch.ingest.av.Restart;
import io.bandwatch.ingest.av.ServiceDecoder;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.programme.LookAssembler;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.ingest.programme.Prints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Once through a stream: decoded in a process of its own, cut into looks, measured with all meters; the looks are dropped. What
 * a service costs is what its second half does: a process starts and is compiled once in the life of a service.
 */
final class ServicePass implements DecodedListener {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final int LOOKS_A_SECOND = 5;

    private final LookAssembler assembler;
    private final ServiceDecoder decoder;
    private final long half;
    private long looks;
    private @Nullable ProcessorTime atHalf;

    private ServicePass(BenchService service, DecodingDepth depth) {
        this.decoder = new ServiceDecoder("bench", Order.ofProgramme(0).withDepth(depth), this);
        this.assembler = new LookAssembler(Onlooker.NOBODY, LookAssembler.STREAM_LATE_NS, Prints.usual(depth));
        this.half = service.seconds() * (long) LOOKS_A_SECOND / 2;
    }

    /** Processor seconds of this process and of the decoder's for the second half of a service. */
    static double cpuS(BenchService service, DecodingDepth depth) throws IOException, InterruptedException {
        ServicePass pass = new ServicePass(service, depth);
        pass.run(service.file());
        ProcessorTime atHalf = pass.atHalf;
        if (atHalf == null || pass.looks < (service.seconds() - 1L) * LOOKS_A_SECOND) {
            throw new IOException(service.name() + " came out " + pass.looks + " looks long; see ./bandwatch doctor");
        }
        return ProcessorTime.now().since(atHalf);
    }

    private void run(Path file) throws IOException, InterruptedException {
        byte[] block = new byte[BLOCK_BYTES];
        try (decoder;
                InputStream bytes = Files.newInputStream(file)) {
            for (int got = bytes.read(block); got > 0; got = bytes.read(block)) {
                decoder.give(block, 0, got);
            }
            decoder.finish();
        }
        assembler.end();
        count();
    }

    private void count() {
        while (assembler.next().isPresent()) {
            looks++;
            if (looks == half) {
                atHalf = soFar();
            }
        }
    }

    private ProcessorTime soFar() {
        try {
            return ProcessorTime.now().with(decoder.processId().orElseThrow());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void track(Track track) {
        assembler.take(track);
    }

    @Override
    public void picture(Picture picture) {
        assembler.take(picture);
        count();
    }

    @Override
    public void sound(Sound sound) {
        assembler.take(sound);
        count();
    }

    @Override
    public void fault(Fault fault) {
        assembler.take(fault);
    }

    @Override
    public void restarted(Restart restart) {
        throw new IllegalStateException("the decoder had to be started again: " + restart.reason());
    }
}
