package io.bandwatch.deploy.bench;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.Workers;
import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.fft.Fft;
import io.bandwatch.dsp.spectrum.WelchPsd;
import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.frames.FrameReader;
import io.bandwatch.ingest.frames.FrameReaders;
import io.bandwatch.ingest.frames.SampleConverter;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.signal.InputAccount;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reading, conversion, spectrum and carrier finding on one core, and the bare transform with conversion beside it. The
 * recording is one synthetic frame over and over, in the page cache.
 */
public final class PsdBench {
    private static final int FRAMES = 10;

    private final PrintWriter out;
    private final Stopwatch stopwatch = new Stopwatch();

    public PsdBench(PrintWriter out) {
        this.out = out;
    }

    /** Measures a narrow receiver and the whole band. */
    public void run() throws Exception {
        out.printf(
                "%-34s %10s %21s %14s%n",
                "one core, MS/s of processor time", "median", "lowest - highest", "bytes a block");
        measure("2.4 MS/s cu8, 5 carriers", 2.4e6, SampleFormat.CU8, 5);
        measure("25 MS/s cs16, 40 carriers", 25e6, SampleFormat.CS16, 40);
    }

    private void measure(String title, double rateHz, SampleFormat format, int carriers) throws Exception {
        BandSettings settings = BandSettings.of(rateHz, 97.5e6);
        int frame = settings.frameSamples();
        byte[] bytes = frame(settings, format, carriers);
        Path file = Files.createTempFile("bench-97.5MHz-" + (long) rateHz + "sps-", "." + format.label());
        try {
            try (OutputStream stream = Files.newOutputStream(file)) {
                for (int i = 0; i < FRAMES; i++) {
                    stream.write(bytes);
                }
            }
            int size = Integer.highestOneBit((int) Math.ceil(rateHz / 2000) - 1) << 1;
            out.printf("%n%s (FFT of %d points)%n", title, size);
            float[] re = new float[frame];
            float[] im = new float[frame];
            Stopwatch.Rate bare = bare(bytes, format, size, re, im);
            Stopwatch.Rate psd = spectrum(bytes, format, size, re, im);
            tell("bare transform and conversion", bare, frame / size);
            tell("conversion and spectrum", psd, 1);
            out.printf(Locale.ROOT, "%-34s %10.2f%n", "  of the bare rate", psd.median() / bare.median());
            Recording recording =
                    new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("bench", file.toString()));
            Stopwatch.Rate whole = stopwatch.timeOfAllThreads((long) FRAMES * frame, () -> readAll(recording));
            tell("all, each carrier received", whole, FRAMES);
            out.printf(Locale.ROOT, "%-34s %10.1f%n", "  times real time, one core", whole.median() * 1e6 / rateHz);
            out.flush();
        } finally {
            Files.delete(file);
        }
    }

    private Stopwatch.Rate bare(byte[] bytes, SampleFormat format, int size, float[] re, float[] im) throws Exception {
        SampleConverter converter = new SampleConverter(format);
        Fft fft = new Fft(size);
        float[] segment = new float[2 * size];
        int segments = re.length / size;
        return stopwatch.time((long) segments * size, () -> {
            converter.convert(bytes, re.length, re, im, 0);
            for (int s = 0; s < segments; s++) {
                for (int i = 0; i < size; i++) {
                    segment[2 * i] = re[s * size + i];
                    segment[2 * i + 1] = im[s * size + i];
                }
                fft.forward(segment);
            }
        });
    }

    private Stopwatch.Rate spectrum(byte[] bytes, SampleFormat format, int size, float[] re, float[] im)
            throws Exception {
        SampleConverter converter = new SampleConverter(format);
        BlockSpectra spectra = new BlockSpectra(size, re.length, 1);
        WelchPsd psd = new WelchPsd(spectra);
        double[] power = new double[size];
        return stopwatch.time(re.length, () -> {
            converter.convert(bytes, re.length, re, im, 0);
            spectra.take(re, im, 0, re.length);
            Workers.ALONE.run(spectra.blocks(), spectra::transform);
            psd.choose();
            Workers.ALONE.run(psd.parts(), (worker, part) -> psd.average(part));
            psd.power(power);
        });
    }

    private static void readAll(Recording recording) throws Exception {
        try (FrameReader reader =
                FrameReaders.open(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY)) {
            while (reader.next() != null) {
                // each frame is measured and dropped
            }
        }
    }

    private void tell(String what, Stopwatch.Rate rate, int blocks) {
        out.printf(
                Locale.ROOT,
                "%-34s %10.1f %10.1f - %8.1f %14d%n",
                what,
                rate.median(),
                rate.lowest(),
                rate.highest(),
                rate.bytesPerPass() / blocks);
    }

    private static byte[] frame(BandSettings settings, SampleFormat format, int carriers) {
        double spacingHz = 0.8 * settings.sampleRateHz() / carriers;
        double lowestHz = settings.centerHz() - spacingHz * (carriers - 1) / 2;
        List<Transmission> emissions = new ArrayList<>();
        for (int i = 0; i < carriers; i++) {
            emissions.add(Transmission.steady(lowestHz + i * spacingHz, 25, Multiplex.noise(i, 20e3, 15e3)));
        }
        int count = settings.frameSamples();
        float[] re = new float[count];
        float[] im = new float[count];
        new WidebandStream(settings.sampleRateHz(), settings.centerHz(), FloorShape.flat(-55), emissions, 1)
                .read(re, im, 0, count);
        byte[] bytes = new byte[count * format.sampleBytes()];
        for (int i = 0; i < count; i++) {
            if (format == SampleFormat.CU8) {
                bytes[2 * i] = (byte) Math.round(127.5 + 127.5 * re[i]);
                bytes[2 * i + 1] = (byte) Math.round(127.5 + 127.5 * im[i]);
            } else {
                putShort(bytes, 4 * i, re[i]);
                putShort(bytes, 4 * i + 2, im[i]);
            }
        }
        return bytes;
    }

    private static void putShort(byte[] bytes, int at, float value) {
        int code = Math.round(32767 * value);
        bytes[at] = (byte) code;
        bytes[at + 1] = (byte) (code >> 8);
    }
}
