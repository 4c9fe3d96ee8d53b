package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.dsp.fm.FmReceiver;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.fm.BroadcastMultiplex;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.signal.FmReception;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A way from the studio to the receiver. */
public enum AirPath {
    /** A stereo transmitter with 50 us, received at 20 dB of carrier to noise in 200 kHz. */
    FM {
        @Override
        public Heard heard(short[] sound, long seed, Path scratch) {
            return transmitted(sound, seed);
        }
    },
    /** AAC at 48 kbit/s. */
    AAC {
        @Override
        public Heard heard(short[] sound, long seed, Path scratch) throws IOException, InterruptedException {
            Path coded = scratch.resolve("coded-" + seed + ".m4a");
            encode(sound, coded);
            Heard heard = Heard.of(Corpus.decoded(coded));
            Files.delete(coded);
            return heard;
        }
    };

    private static final double DE_EMPHASIS_S = 50e-6;

    /** What is received of sound of 48 kHz. */
    public abstract Heard heard(short[] sound, long seed, Path scratch) throws IOException, InterruptedException;

    /** Its name in figures. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Heard transmitted(short[] sound, long seed) {
        int[] played = new int[1];
        Multiplex multiplex = BroadcastMultiplex.of(MultiplexSettings.STEREO, (left, right, count) -> {
                    for (int i = 0; i < count; i++) {
                        int at = Math.min(sound.length - 1, played[0]++);
                        left[i] = (float) sound[at] / -Short.MIN_VALUE;
                        right[i] = left[i];
                    }
                })
                .open(NoisyCarrier.RATE_HZ);
        NoisyCarrier carrier = new NoisyCarrier(multiplex, seed);
        FmReceiver receiver =
                new FmReceiver(NoisyCarrier.RATE_HZ, NoisyCarrier.LEAD + NoisyCarrier.FRAME, DE_EMPHASIS_S);
        List<byte[]> levels = new ArrayList<>();
        float[] wave = new float[sound.length / Way.LOOK * (Heard.WAVE_HZ / 5)];
        for (int at = 0; at + Way.LOOK <= sound.length; at += Way.LOOK) {
            FmReception reception = receiver.receive(
                    carrier.next(), NoisyCarrier.LEAD_S, NoisyCarrier.FIRST, NoisyCarrier.FRAME, 98e6, false);
            Heard.put(receiver.heard().left(), wave, levels.size());
            levels.add(reception.audio().printLevels());
        }
        return new Heard(levels, wave);
    }

    private static void encode(short[] sound, Path coded) throws IOException, InterruptedException {
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "s16le",
                        "-ar",
                        "48000",
                        "-ac",
                        "1",
                        "-i",
                        "-",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "48k",
                        coded.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try (OutputStream out = new BufferedOutputStream(ffmpeg.getOutputStream())) {
            ByteBuffer block = ByteBuffer.allocate(2 * Way.LOOK).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at < sound.length; at += Way.LOOK) {
                int count = Math.min(Way.LOOK, sound.length - at);
                block.clear().asShortBuffer().put(sound, at, count);
                out.write(block.array(), 0, 2 * count);
            }
        }
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg could not encode " + coded);
        }
    }
}
