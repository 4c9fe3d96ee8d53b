package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.video.SmallPlane;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decoders lay out their pictures as they like: wherever the planes are, they are read as ffmpeg writes them. */
class DecodedPlanesTest {
    private static final int PICTURES = 6;

    @TempDir
    private Path folder;

    /** Sizes that are no multiple of a macroblock, nor of what a row is rounded up to. */
    @ParameterizedTest
    @CsvSource({"mpeg2video, 722, 570", "libx264, 646, 362"})
    void readsEveryPlaneWhereTheDecoderPutIt(String coder, int width, int height)
            throws IOException, InterruptedException {
        Path stream = folder.resolve("planes.ts");
        ffmpeg("-f lavfi -i testsrc2=size=" + width + 'x' + height + ":rate=25 -frames:v " + PICTURES
                + " -pix_fmt yuv420p -c:v " + coder + " -b:v 4M -f mpegts " + stream);
        Path raw = folder.resolve("planes.yuv");
        ffmpeg("-i " + stream + " -pix_fmt yuv420p -f rawvideo " + raw);
        ByteBuffer expected = ByteBuffer.wrap(Files.readAllBytes(raw));
        List<Picture> taken = new ArrayList<>();
        Decoded decoded = new Decoded() {
            @Override
            public void picture(Picture picture) {
                taken.add(picture);
            }
        };
        try (ServiceDecoder decoder = new ServiceDecoder("planes", Order.ofProgramme(0), decoded)) {
            byte[] bytes = Files.readAllBytes(stream);
            decoder.give(bytes, 0, bytes.length);
            decoder.finish();
        }
        assertThat(taken).hasSize(PICTURES);
        SmallPlane small = new SmallPlane(SmallPlane.factor(width, 320));
        int luma = width * height;
        for (int i = 0; i < PICTURES; i++) {
            int from = i * luma * 3 / 2;
            Picture picture = taken.get(i);
            assertThat(picture.luma()).isEqualTo(small.of(expected, from, width, width, height));
            byte[] blue = small.of(expected, from + luma, width / 2, width / 2, height / 2);
            byte[] red = small.of(expected, from + luma + luma / 4, width / 2, width / 2, height / 2);
            assertThat(picture.blueDifference()).isEqualTo(blue);
            assertThat(picture.redDifference()).isEqualTo(red);
        }
    }

    private static void ffmpeg(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
