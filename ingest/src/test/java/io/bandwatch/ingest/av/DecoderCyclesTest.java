package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.Captures;
import io.bandwatch.ingest.av.wire.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A small part of the acceptance check {@code decoders}. */
class DecoderCyclesTest {
    private static final Path HANDLES = Path.of("/proc/self/fd");

    @Test
    void leavesNothingBehindWhenItIsTakenApartInMidWork() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isDirectory(HANDLES), "this system does not list the open files of a process");
        byte[] bytes = Files.readAllBytes(Captures.file("ts/scte35-80s-with-ad.ts"));
        cycle(bytes);
        long before = handles();
        for (int i = 0; i < 2; i++) {
            cycle(bytes);
        }
        assertThat(handles()).isLessThanOrEqualTo(before);
        assertThat(threads()).isEmpty();
    }

    private static void cycle(byte[] bytes) throws IOException, InterruptedException {
        Decoded decoded = new Decoded();
        long process;
        try (ServiceDecoder decoder = new ServiceDecoder("cycle", Order.ofProgramme(0), decoded)) {
            decoder.give(bytes, 0, 1 << 17);
            process = decoder.processId().orElseThrow();
            while (decoded.pictures == 0) {
                Thread.sleep(5);
            }
        }
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(HANDLES)) {
            return open.count();
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.endsWith("-cycle"))
                .toList();
    }
}
