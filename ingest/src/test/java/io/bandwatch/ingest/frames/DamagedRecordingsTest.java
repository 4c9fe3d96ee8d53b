package io.bandwatch.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that are damaged and yet useful: everything up to the damage is used, and the damage is counted. */
class DamagedRecordingsTest {
    private static final int RATE = 240_000;

    @TempDir
    Path folder;

    @Test
    void countsAnOddByteOnceWhereverTheRunIsResumed() throws Exception {
        Path file = Files.write(folder.resolve("odd-98MHz-240kSps.cu8"), noise(2 * RATE + 1));
        assertThat(ending(file).trailingBytes()).isEqualTo(1);
        Frames.assertResumesAnywhere(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "zst"})
    void usesAPackedStreamUpToWhereItBreaksOff(String packing) throws Exception {
        Path file = folder.resolve("cut-98MHz-240kSps.cu8." + packing);
        Containers.write(file, noise(4 * RATE));
        byte[] packed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(packed, packed.length * 3 / 4));
        InputAccount account = ending(file);
        assertThat(account.truncatedStreams()).isEqualTo(1);
        // two bytes a sample, three quarters of two seconds; unpackers give out whole blocks of up to 128 KiB
        assertThat(account.samples()).isBetween(3L * RATE / 2 - 70_000, 3L * RATE / 2 + 1000);
        Frames.assertResumesAnywhere(file);
    }

    @Test
    void countsSamplesThatAWavFilePromisesAndDoesNotHold() throws Exception {
        byte[] samples = Containers.noise(SampleFormat.CS16, RATE);
        byte[] wav = Containers.wav("RIFF", Containers.fmt(1, 0, 16), new byte[0], samples, samples.length);
        Path file = Files.write(folder.resolve("cut-98MHz.wav"), Arrays.copyOf(wav, wav.length / 2 + 3));
        assertThat(ending(file).truncatedStreams()).isEqualTo(1);
        assertThat(ending(file).samples()).isEqualTo((wav.length / 2 + 3 - 44) / 4);
        Frames.assertResumesAnywhere(file);
    }

    @Test
    void countsSamplesThatAnArchivePromisesAndDoesNotHold() throws Exception {
        byte[] tar =
                Containers.archive(Containers.sigmfMeta("ci16_le"), Containers.noise(SampleFormat.CS16, RATE), true);
        Path file = Files.write(folder.resolve("cut.sigmf"), Arrays.copyOf(tar, tar.length / 2));
        assertThat(ending(file).truncatedStreams()).isEqualTo(1);
        Frames.assertResumesAnywhere(file);
    }

    @Test
    void aStationIsReceivedTheSameWhereverTheRunIsResumed() throws Exception {
        byte[] samples = noise(2 * 2 * RATE);
        double phase = 0;
        for (int i = 0; i < 2 * RATE; i++) {
            phase += 2 * Math.PI * (2000 + 40_000 * Math.sin(2 * Math.PI * 700.0 * i / RATE)) / RATE;
            samples[2 * i] += (byte) Math.round(60 * Math.cos(phase));
            samples[2 * i + 1] += (byte) Math.round(60 * Math.sin(phase));
        }
        Path file = Files.write(folder.resolve("tone-98MHz-240kSps.cu8"), samples);
        BandMeasurement band =
                Objects.requireNonNull(Frames.bandOf(Frames.of(file).get(3)));
        assertThat(band.carriers()[0].reception()).isNotNull();
        // each frame leans on the forty milliseconds before it, which a resumed run must read again
        Frames.assertResumesAnywhere(file);
    }

    @Test
    void replacesWhatIsNoNumberAndCountsIt() throws Exception {
        ByteBuffer samples = ByteBuffer.allocate(8 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2 * RATE; i++) {
            samples.putFloat((float) (random.nextDouble() - 0.5));
        }
        samples.putFloat(8 * 1000, Float.NaN).putFloat(8 * 2000 + 4, Float.POSITIVE_INFINITY);
        Path file = Files.write(folder.resolve("nan-98MHz-240kSps.cf32"), samples.array());
        assertThat(ending(file).nonFiniteSamples()).isEqualTo(2);
        Frames.assertResumesAnywhere(file);
    }

    private static InputAccount ending(Path file) throws Exception {
        List<MeasuredFrame> frames = Frames.of(file);
        assertThat(frames.get(frames.size() - 1).frame().kind()).isEqualTo(FrameKind.ENDED);
        return Frames.account(frames);
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < bytes; i++) {
            noise[i] = (byte) (112 + random.nextInt(32));
        }
        return noise;
    }
}
