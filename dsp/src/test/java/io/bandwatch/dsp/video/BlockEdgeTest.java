package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.video.Ffmpeg.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockEdgeTest {
    private static final int WIDTH = 352;
    private static final int HEIGHT = 288;

    /** More of the edges than this is a mosaic. */
    private static final double MOSAIC = 0.03;

    @TempDir
    private Path folder;

    @Test
    void damagedDataShowTheirMacroblocksAndASoundCodersDoNot() throws Exception {
        // the coder begins with a few poor pictures; a mosaic stays until the next picture that is coded by itself
        assertThat(mosaicShare(shares(encoded("3M", "null")))).isLessThan(0.1);
        assertThat(mosaicShare(shares(encoded("3M", "noise=amount=500")))).isGreaterThan(0.25);
    }

    private static double mosaicShare(double[] shares) {
        return Arrays.stream(shares)
                .map(share -> share > MOSAIC ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bikes-street-640x272-10s.mp4", "bigbuckbunny-720p-5s.mp4"})
    void soundPicturesHaveNoEdgesOfTheirOwnOnTheGrid(String name) throws Exception {
        double[] shares = shares(TsCaptures.file("../video/" + name));
        assertThat(shares).hasSizeGreaterThan(40);
        assertThat(Arrays.stream(shares).max().orElseThrow()).isLessThan(MOSAIC);
    }

    private Path encoded(String bitrate, String damage) throws Exception {
        Path file = Files.createTempFile(folder, "damaged", ".m2v");
        Output output = Ffmpeg.run(List.of(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=s=352x288:r=25,trim=end=3,scroll=h=0.02:v=0.013",
                "-c:v",
                "mpeg2video",
                "-g",
                "12",
                "-b:v",
                bitrate,
                "-maxrate",
                bitrate,
                "-bufsize",
                "500k",
                "-bsf:v",
                damage,
                file.toString()));
        assertThat(file).as(output.log()).isNotEmptyFile();
        return file;
    }

    private static double[] shares(Path file) throws Exception {
        Output output = Ffmpeg.run(List.of(
                "-t",
                "4",
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-vf",
                "crop=" + WIDTH + ':' + "min(ih\\,288)/16*16:0:0" + ",pad=" + WIDTH + ':' + HEIGHT,
                "-pix_fmt",
                "gray",
                "-f",
                "rawvideo",
                "-"));
        BlockEdgeMeter meter = new BlockEdgeMeter();
        List<Double> shares = new ArrayList<>();
        for (int at = 0; at + WIDTH * HEIGHT <= output.bytes().length; at += WIDTH * HEIGHT) {
            shares.add(meter.share(new Plane(output.bytes(), at, WIDTH, HEIGHT, WIDTH)));
        }
        assertThat(shares).as(output.log()).isNotEmpty();
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
