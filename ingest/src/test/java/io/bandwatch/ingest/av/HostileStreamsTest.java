package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.TrackKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileStreamsTest {
    @Test
    void saysThatNothingIsInRandomBytesAndInASingleOne() throws IOException, InterruptedException {
        byte[] junk = new byte[1 << 20];
        new Random(3).nextBytes(junk);
        for (byte[] bytes : new byte[][] {junk, {0x47}, {}}) {
            Decoded decoded = Decoded.of(Order.ofProgramme(7), bytes);
            assertThat(decoded.faults)
                    .containsExactly(new Fault(
                            Fault.SERVICE,
                            "no PMT of programme 7 with pictures or sound in " + bytes.length + " bytes"));
            assertThat(decoded.restarts).isEmpty();
        }
    }

    @Test
    void saysWhyAFileOfOneByteCannotBeDecoded(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("one.mp4"), new byte[] {0});
        Decoded decoded = Decoded.of(Order.ofFile(file.toString()), new byte[0]);
        assertThat(decoded.tracks).isEmpty();
        assertThat(decoded.faults).hasSize(1);
        assertThat(decoded.faults.get(0).reason()).isNotBlank();
    }

    @Test
    void survivesFlippedBitsAndLostPackets() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(DecodedCapturesTest.capture("ts/scte35-80s-with-ad.ts"));
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Decoded decoded = Decoded.of(Order.ofProgramme(0), bytes);
        assertThat(decoded.first(TrackKind.PICTURE).got()).isBetween(1000L, 2500L);
        assertThat(decoded.restarts).isEmpty();
    }
}
