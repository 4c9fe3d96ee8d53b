package io.bandwatch.deploy.cli.acceptance.agreement;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.signal.Decibels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What FFmpeg's filters say of a track, with the thresholds that ours are set to. */
final class FfmpegFilters {
    /** Shorter stretches are told by neither, s. */
    static final double LEAST_PICTURE_S = 1.0;

    static final double LEAST_SILENCE_S = 0.5;

    private final Path scratch;

    FfmpegFilters(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * What was said of pictures.
     *
     * @param raw file of the pictures, planes of Y, U and V
     * @param firstS time stamp of the first in the stream, s
     * @param times of pictures from the first, s
     */
    record Pictures(
            Path raw, int width, int height, double firstS, double[] times, List<Span> black, List<Span> frozen) {
        double endS() {
            return times.length == 0 ? 0 : times[times.length - 1];
        }

        /** The longest picture. */
        double stepS() {
            double longest = 0.04;
            for (int i = 1; i < times.length; i++) {
                longest = Math.max(longest, times[i] - times[i - 1]);
            }
            return longest;
        }
    }

    /**
     * What was said of sound.
     *
     * @param pcm file of the samples, 32-bit float
     * @param momentary LUFS every 100 ms
     * @param shortTerm the same of 3 s
     * @param integrated LUFS; NaN of nothing
     * @param range LU
     * @param truePeak dB, to a tenth; negative infinity of nothing
     */
    record SoundSaid(
            Path pcm,
            int rateHz,
            int channels,
            List<Span> silences,
            List<Double> momentary,
            List<Double> shortTerm,
            double integrated,
            double range,
            double truePeak) {
        private static final int FIRST_FULL = 3;

        /** Its own momentary loudness, gated (ITU-R BS.1770-4, annex 1), without the windows that were not full yet. */
        double integratedOfFullWindows() {
            double absolute = mean(-70);
            return mean(Math.max(-70, absolute - 10));
        }

        private double mean(double gateLufs) {
            double power = 0;
            int count = 0;
            for (int i = FIRST_FULL; i < momentary.size(); i++) {
                if (momentary.get(i) >= gateLufs) {
                    power += Decibels.toPower(momentary.get(i));
                    count++;
                }
            }
            return Decibels.ofPower(power / count);
        }
    }

    /** Pictures of a track, scaled to the size of our thumbnails by the mean of the pixels as those are. */
    Pictures pictures(Path file, String stream, int width, int height) throws IOException, InterruptedException {
        Path raw = scratch.resolve("track.yuv");
        String filters = String.format(
                Locale.ROOT,
                "scale=%d:%d:flags=area,format=yuv420p,blackdetect=d=%s:pic_th=0.98:pix_th=0.10,"
                        + "freezedetect=n=0.001:d=%s,showinfo",
                width,
                height,
                LEAST_PICTURE_S,
                LEAST_PICTURE_S);
        String log = run(
                file,
                stream,
                List.of("-vf", filters, "-fps_mode", "passthrough", "-f", "rawvideo", "-y", raw.toString()));
        double[] times = numbers(log, "n: *\\d+ pts: *-?\\d+ pts_time:").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double first = times.length == 0 ? 0 : times[0];
        for (int i = 0; i < times.length; i++) {
            times[i] -= first;
        }
        return new Pictures(
                raw,
                width,
                height,
                first,
                times,
                spans(log, "black_start:", "black_end:", first),
                spans(log, "freeze_start:", "freeze_end:", first));
    }

    /** Sound of a track. */
    SoundSaid sound(Path file, String stream, int rateHz, int channels) throws IOException, InterruptedException {
        Path pcm = scratch.resolve("track.f32");
        run(file, stream, List.of("-f", "f32le", "-y", pcm.toString()));
        // by the samples themselves: gaps in time stamps are no part of what these filters measure
        String filters = "asetpts=N/SR/TB,silencedetect=n=-60dB:d=" + LEAST_SILENCE_S
                + ",ebur128=metadata=1:dualmono=true:peak=true,ametadata=print";
        String log = run(file, stream, List.of("-af", filters, "-f", "null", "-"));
        List<Double> integrated = numbers(log, "r128\\.I=");
        String summary = log.substring(Math.max(0, log.lastIndexOf("Summary:")));
        return new SoundSaid(
                pcm,
                rateHz,
                channels,
                spans(log, "silence_start:", "silence_end:", 0),
                numbers(log, "r128\\.M="),
                numbers(log, "r128\\.S="),
                integrated.isEmpty() ? Double.NaN : integrated.get(integrated.size() - 1),
                last(numbers(summary, "LRA:")),
                last(numbers(summary, "Peak:")));
    }

    private static double last(List<Double> numbers) {
        return numbers.isEmpty() ? Double.NaN : numbers.get(numbers.size() - 1);
    }

    private String run(Path file, String stream, List<String> arguments) throws IOException, InterruptedException {
        Path log = scratch.resolve("ffmpeg.log");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-nostats", "-hide_banner"));
        command.addAll(
                List.of("-threads", "1", "-filter_threads", "1", "-copyts", "-i", file.toString(), "-map", stream));
        command.addAll(arguments);
        Process ffmpeg;
        try {
            ffmpeg = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(log.toFile())
                    .start();
        } catch (IOException missing) {
            throw new CheckImpossibleException(
                    "no ffmpeg; install it with apt-get install -y ffmpeg (" + missing + ")");
        }
        ffmpeg.waitFor();
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    private static List<Double> numbers(String log, String before) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher =
                Pattern.compile(before + "\\s*(-?(?:[0-9.]+|nan|inf))").matcher(log);
        while (matcher.find()) {
            String word = matcher.group(1);
            boolean infinite = word.endsWith("inf");
            numbers.add(
                    word.endsWith("nan") ? Double.NaN : infinite ? Double.NEGATIVE_INFINITY : Double.parseDouble(word));
        }
        return numbers;
    }

    private static List<Span> spans(String log, String begin, String end, double firstS) {
        List<Double> from = numbers(log, begin);
        List<Double> to = numbers(log, end);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            double until = i < to.size() ? to.get(i) - firstS : Double.POSITIVE_INFINITY;
            spans.add(new Span(from.get(i) - firstS, until));
        }
        return spans;
    }
}
