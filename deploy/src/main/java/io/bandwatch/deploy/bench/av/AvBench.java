package io.bandwatch.deploy.bench.av;

import io.bandwatch.deploy.bench.Figures;
import io.bandwatch.deploy.bench.Peer;
import io.bandwatch.ingest.DecodingDepth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a service costs: decoded and measured, beside ffmpeg with filters that look for the same, in turn; key pictures alone;
 * and the meters against the filters on what was decoded. Of both programs the second half of the stream is taken: what comes
 * first also starts a process and compiles it, once in the life of a service.
 */
public final class AvBench {
    private static final int ROUNDS = 9;
    private static final int PAIRS = 5;
    private static final int RAW_BYTES = 160_000_000;
    private static final int SOUND_S = 60;

    private final Path root;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * A benchmark.
     *
     * @param root folder of the checkout; the streams are made once, below its {@code .bandwatch}
     * @param out where the figures go
     * @param err where people are told what takes long
     */
    public AvBench(Path root, PrintWriter out, PrintWriter err) {
        this.root = root;
        this.out = out;
        this.err = err;
    }

    /** Measures high definition, then standard definition. */
    public void run() throws Exception {
        if (!Peer.ffmpegMonitoring().installed()) {
            throw new IOException("no ffmpeg to make streams with; install it with apt-get install -y ffmpeg");
        }
        measure(BenchService.highDefinition(root, err));
        measure(BenchService.standardDefinition(root, err));
    }

    private void measure(BenchService service) throws Exception {
        out.printf(Locale.ROOT, "%s, %d s; processor seconds for a second%n", service.name(), service.seconds());
        meters(service);
        Peer ffmpeg = Peer.ffmpegMonitoring();
        BenchService half = service.firstHalf();
        BenchService soundAlone = service.soundAlone();
        double seconds = service.seconds() / 2.0;
        Figures ours = new Figures(
                "decoded and measured, both processes", () -> ServicePass.cpuS(service, DecodingDepth.WHOLE) / seconds);
        Figures theirs =
                new Figures(ffmpeg.name(), () -> (ffmpeg.cpuS(service.file()) - ffmpeg.cpuS(half.file())) / seconds);
        Figures keys = new Figures(
                "key pictures, sound in stretches", () -> ServicePass.cpuS(service, DecodingDepth.SAMPLES) / seconds);
        Figures sound = new Figures("sound alone", () -> ServicePass.cpuS(soundAlone, DecodingDepth.WHOLE) / seconds);
        for (int round = 0; round < ROUNDS; round++) {
            for (Figures figures : List.of(ours, theirs, keys, sound)) {
                figures.measure(true);
            }
        }
        for (Figures figures : List.of(ours, theirs, keys, sound)) {
            out.println(figures.told(1));
        }
        out.println(ours.comparedWith(theirs));
        out.println(ours.comparedWith(keys));
        out.flush();
        Files.delete(half.file());
        Files.delete(soundAlone.file());
    }

    /** The filters cost what ffmpeg takes with them less what it takes without, on raw files in the page cache. */
    private void meters(BenchService service) throws Exception {
        int count = RAW_BYTES / (service.width() * service.height() * 3 / 2);
        int rounds = Math.max(1, 2000 / count / (service.width() / 480));
        Path pictures = service.pictures(count);
        Path sound = service.sound(SOUND_S);
        RawPass pass = new RawPass(service, pictures, sound);
        Peer bare = Peer.ffmpegRaw(service.width(), service.height(), rounds, false);
        Peer filters = Peer.ffmpegRaw(service.width(), service.height(), rounds, true);
        Peer bareSound = Peer.ffmpegRawSound(rounds, false);
        Peer soundFilters = Peer.ffmpegRawSound(rounds, true);
        double seconds = rounds * count / 25.0;
        double soundSeconds = (double) rounds * SOUND_S;
        Figures meters = new Figures(
                "meters on pictures and sound in memory",
                () -> pass.picturesCpuS(rounds) / seconds + pass.soundCpuS(rounds) / soundSeconds);
        Figures filtering = new Figures(
                "ffmpeg's filters on the same",
                () -> (filters.cpuS(pictures) - bare.cpuS(pictures)) / seconds
                        + (soundFilters.cpuS(sound) - bareSound.cpuS(sound)) / soundSeconds);
        for (int round = -1; round < PAIRS; round++) {
            meters.measure(round >= 0);
            filtering.measure(round >= 0);
        }
        out.println(meters.told(1));
        out.println(filtering.told(1));
        out.println(meters.comparedWith(filtering));
        out.flush();
        Files.delete(pictures);
        Files.delete(sound);
    }
}
