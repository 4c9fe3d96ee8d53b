package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.video.Ffmpeg.Span;
import io.bandwatch.signal.av.PictureMeasurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pictures of one run of ffmpeg, measured, with what its filters found in them. */
record Reel(List<PictureMeasurement> pictures, double[] times, List<Span> black, List<Span> frozen) {
    static final int WIDTH = 160;
    static final int HEIGHT = 90;

    /** Below which neither filter reports, s. */
    static final double LEAST_S = 1.0;

    private static final String FILTERS = "scale=" + WIDTH + ':' + HEIGHT + ",format=yuv420p" + ",blackdetect=d="
            + LEAST_S + ":pic_th=0.98:pix_th=0.10,freezedetect=n=0.001:d=" + LEAST_S + ",showinfo";

    /** One of ffmpeg's sources, filtered, 25 pictures a second. */
    static Reel generated(String graph) throws IOException, InterruptedException {
        return of(List.of("-f", "lavfi", "-i", graph), "0:v");
    }

    static Reel of(List<String> input, String stream) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(input);
        arguments.addAll(List.of("-map", stream, "-vf", FILTERS, "-fps_mode", "passthrough", "-f", "rawvideo", "-"));
        Ffmpeg.Output output = Ffmpeg.run(arguments);
        double[] times = output.numbers("pts_time:\\s*(-?[0-9.]+)").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int size = WIDTH * HEIGHT * 3 / 2;
        assertThat(times).as(output.log()).isNotEmpty();
        assertThat(output.bytes()).as(output.log()).hasSize(times.length * size);
        VideoMeter meter = new VideoMeter(VideoMeterSettings.DEFAULT);
        List<PictureMeasurement> pictures = new ArrayList<>();
        byte[] codes = new byte[size];
        for (int i = 0; i < times.length; i++) {
            System.arraycopy(output.bytes(), i * size, codes, 0, size);
            pictures.add(meter.measure(Picture.i420(codes, WIDTH, HEIGHT, false), null, 0, 40_000_000));
        }
        return new Reel(
                pictures,
                times,
                output.spans("black_start:([0-9.]+)", "black_end:([0-9.]+)"),
                output.spans("freeze_start: ([0-9.]+)", "freeze_end: ([0-9.]+)"));
    }

    /** Stretches of at least {@link #LEAST_S} in which pictures are so. */
    List<Span> stretches(Predicate<PictureMeasurement> so) {
        return stretches(so, 0);
    }

    /** The same, beginning so many pictures before the first that is so. */
    List<Span> stretches(Predicate<PictureMeasurement> so, int before) {
        List<Span> spans = new ArrayList<>();
        int first = -1;
        for (int i = 0; i <= times.length; i++) {
            boolean holds = i < times.length && so.test(pictures.get(i));
            if (holds && first < 0) {
                first = Math.max(0, i - before);
            } else if (!holds && first >= 0) {
                double end = times[Math.min(i, times.length - 1)];
                if (end - times[first] >= LEAST_S) {
                    spans.add(new Span(times[first], i < times.length ? end : Double.POSITIVE_INFINITY));
                }
                first = -1;
            }
        }
        return spans;
    }

    /** Longest time in which nothing moved but a clock or noise, s. */
    double nearlyStillS() {
        return pictures.stream()
                        .mapToLong(PictureMeasurement::nearlyStillNs)
                        .max()
                        .orElse(0)
                / 1e9;
    }

    /** Longest stretch in which pictures are so, pictures. */
    int longest(Predicate<PictureMeasurement> so) {
        int longest = 0;
        int run = 0;
        for (PictureMeasurement picture : pictures) {
            run = so.test(picture) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Differences of more than a picture, in words; empty where there is none. */
    String differences(String what, List<Span> ours, List<Span> theirs) {
        double pictureS = times.length < 2 ? 0.04 : longestStep() + 1e-3;
        double endS = times.length == 0 ? 0 : times[times.length - 1];
        StringBuilder differences = new StringBuilder();
        for (Span span : ours) {
            if (theirs.stream().noneMatch(other -> near(span, other, pictureS, endS))) {
                differences.append(String.format(Locale.ROOT, "%s %s here only; ", what, span));
            }
        }
        for (Span span : theirs) {
            if (ours.stream().noneMatch(other -> near(span, other, pictureS, endS))) {
                differences.append(String.format(Locale.ROOT, "%s %s in ffmpeg only; ", what, span));
            }
        }
        return differences.toString();
    }

    private double longestStep() {
        double longest = 0;
        for (int i = 1; i < times.length; i++) {
            longest = Math.max(longest, times[i] - times[i - 1]);
        }
        return longest;
    }

    /** What had not ended at the last picture may be told as ended there, or not at all. */
    private static boolean near(Span one, Span other, double toleranceS, double endS) {
        return Math.abs(one.fromS() - other.fromS()) <= toleranceS
                && Math.abs(Math.min(one.toS(), endS) - Math.min(other.toS(), endS)) <= toleranceS;
    }

    /** Sources that make no secret of what is in them. */
    static Stream<String> sources() {
        String moving = "testsrc2=s=160x90:r=25:d=";
        return Stream.of(
                moving + "7,drawbox=c=black:t=fill:enable='between(t,3,5)'",
                moving + "6,fade=out:st=1:d=3,fade=in:st=4.5:d=1",
                moving + "2,loop=loop=100:size=1:start=30",
                moving + "4,noise=alls=20:allf=t",
                "smptebars=s=160x90:r=25:d=4,noise=alls=20:allf=t",
                "mandelbrot=s=160x90:r=25,trim=end=4,lutyuv=y='16+(val-16)*0.2'",
                "color=black:s=160x90:r=25:d=4,noise=alls=12:allf=t",
                "testsrc=s=160x90:r=1:d=4,fps=25",
                "testsrc=s=160x90:r=0.5:d=8,fps=25,fade=out:st=6:d=1");
    }
}
