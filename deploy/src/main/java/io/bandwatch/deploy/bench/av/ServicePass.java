package io.bandwatch.deploy.bench.av;

import io.bandwatch.ingest.av.DecodedListener;
import io.bandwatch.ingest.av.Restart;
import io.bandwatch.ingest.av.ServiceDecoder;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.programme.LookAssembler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Once through a stream: decoded in a process of its own, cut into looks, measured with all meters; the looks are dropped. */
final class ServicePass implements DecodedListener {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final int LOOKS_A_SECOND = 5;

    private final LookAssembler assembler = new LookAssembler();
    private long looks;

    /** Processor seconds of this process and of the decoder's, its start included. */
    static double cpuS(BenchService service, boolean keyPictures) throws IOException, InterruptedException {
        ProcessorTime before = ProcessorTime.now();
        ServicePass pass = new ServicePass();
        pass.run(service.file(), Order.ofProgramme(0).withKeyPictures(keyPictures));
        if (pass.looks < (service.seconds() - 1L) * LOOKS_A_SECOND) {
            throw new IOException(service.name() + " came out " + pass.looks + " looks long; see ./bandwatch doctor");
        }
        return ProcessorTime.now().since(before);
    }

    private void run(Path file, Order order) throws IOException, InterruptedException {
        byte[] block = new byte[BLOCK_BYTES];
        try (ServiceDecoder decoder = new ServiceDecoder("bench", order, this);
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
