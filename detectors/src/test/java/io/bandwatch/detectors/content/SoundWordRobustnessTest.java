package io.bandwatch.detectors.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.sound.FfmpegSound;
import io.bandwatch.dsp.print.LevelSpectrum;
import io.bandwatch.signal.AudioMeasurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of decision 0015 on music and speech of the captures: how many of the bits that are sure differ after what happens to sound on
 * its way, and that a delay is taken where fewer than 0.22 do.
 */
class SoundWordRobustnessTest {
    private static final int RATE_HZ = 48_000;
    private static final int STEP = (int) (AudioMeasurement.PRINT_STEP_S * RATE_HZ);
    private static final int BANDS = AudioMeasurement.PRINT_BANDS;

    /** Words of two seconds, ten a second. */
    private static final int WINDOW = 20;

    /** Coders delay by up to 100 ms, which a follower finds like any other delay. */
    private static final int MOST_LATE = 8;

    private static final List<String> SOUNDS = List.of(
            "music-kevin-macleod-vibe-ace.ogg",
            "music-karissa-hobbs-lets-go-fishin.ogg",
            "music-manolo-camp-morning-coffee-40s.flac",
            "speech-en-librispeech-5703-47212-0000.ogg");

    private static final Map<String, FfmpegSound> DECODED = new ConcurrentHashMap<>();
    private static final Map<String, long[]> WORDS = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "{0}: mean {1}, 99 % below {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what the table says, and as much again as sounds differ among themselves
                "-af aresample=8000,aresample=48000 | 0.01 | 0.05",
                "-c:a aac -b:a 48k -f adts          | 0.03 | 0.12",
                "-c:a libopus -b:a 16k -f ogg       | 0.04 | 0.15",
                "-c:a libmp3lame -b:a 16k -ar 16000 -f mp3 | 0.05 | 0.17",
                "-af acompressor=threshold=-30dB:ratio=4,volume=4dB | 0.02 | 0.08",
                "-af aecho=1:1:23:0.5               | 0.07 | 0.22",
                "-af volume=-12dB                   | 0.005 | 0.02",
                "-af equalizer=f=1000:t=o:w=2:g=9   | 0.02 | 0.08",
                "noise                              | 0.08 | 0.28"
            })
    void theSameSoundIsKnownAfterItsWay(String way, double mean, double mostly) throws Exception {
        List<Double> shares = new ArrayList<>();
        for (String name : SOUNDS) {
            FfmpegSound sound = sound(name);
            float[] sent = sound.samples();
            float[] received = way.equals("noise") ? inNoise(sent) : sound.sent(List.of(way.split(" ")));
            shares.addAll(shares(words(name), words(received), 1));
        }

        assertThat(shares).hasSizeGreaterThan(40);
        assertThat(mean(shares)).as("mean of %s", shares).isLessThan(mean);
        assertThat(quantile(shares, 0.99)).as("99 %% of %s", shares).isLessThan(mostly);
        assertThat(mean(shares)).isLessThan(Follower.FOUND);
    }

    @ParameterizedTest
    @CsvSource({"1.02", "0.98"})
    void atAnotherSpeedMostBitsStay(double speed) throws Exception {
        List<Double> shares = new ArrayList<>();
        for (String name : SOUNDS) {
            FfmpegSound sound = sound(name);
            String filter = "asetrate=" + Math.round(RATE_HZ * speed) + ",aresample=" + RATE_HZ;
            float[] received = sound.sent(List.of("-af", filter));
            shares.addAll(shares(words(name), words(received), speed));
        }
        // the table's 0.16 counts bits that are not sure
        assertThat(mean(shares)).isLessThan(0.16);
    }

    @Test
    void otherSoundDiffersInHalfOfThem() throws Exception {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < SOUNDS.size(); i++) {
            long[] other = words(SOUNDS.get((i + 1) % SOUNDS.size()));
            shares.addAll(shares(words(SOUNDS.get(i)), other, 1));
        }
        assertThat(mean(shares)).isBetween(0.45, 0.55);
        // of 60 windows the least; 0.22 is eight standard deviations off
        assertThat(Collections.min(shares)).isGreaterThan(0.3);
    }

    /** White noise 20 dB below the mean of the sound. */
    private static float[] inNoise(float[] sound) {
        double square = 0;
        for (float sample : sound) {
            square += (double) sample * sample;
        }
        double rms = Math.sqrt(square / sound.length) / 10;
        Random random = new Random(15);
        float[] noisy = new float[sound.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (sound[i] + rms * random.nextGaussian());
        }
        return noisy;
    }

    private static FfmpegSound sound(String name) throws IOException, InterruptedException {
        FfmpegSound known = DECODED.get(name);
        FfmpegSound sound = known == null ? FfmpegSound.mixed(name, RATE_HZ) : known;
        DECODED.put(name, sound);
        return sound;
    }

    private static long[] words(String name) throws IOException, InterruptedException {
        long[] known = WORDS.get(name);
        long[] words = known == null ? words(sound(name).samples()) : known;
        WORDS.put(name, words);
        return words;
    }

    private static long[] words(float[] sound) {
        byte[] levels = new LevelSpectrum(RATE_HZ, sound.length).levels(sound, 0, sound.length / STEP * STEP);
        long[] words = new long[levels.length / BANDS];
        for (int step = SoundWord.REACH; step + SoundWord.REACH <= words.length; step++) {
            words[step] = SoundWord.isSilent(levels, step) ? SoundWord.QUIET : SoundWord.of(levels, step);
        }
        return words;
    }

    /** Shares of differing bits in windows of two seconds, at the delay at which fewest differ in all. */
    private static List<Double> shares(long[] sent, long[] received, double speed) {
        List<Double> best = List.of();
        for (int late = -MOST_LATE; late <= MOST_LATE; late++) {
            List<Double> shares = new ArrayList<>();
            for (int from = 0; from + WINDOW * Alignment.STRIDE < sent.length; from += WINDOW * Alignment.STRIDE) {
                double share = share(sent, received, from, late, speed);
                if (!Double.isNaN(share)) {
                    shares.add(share);
                }
            }
            best = best.isEmpty() || mean(shares) < mean(best) ? shares : best;
        }
        return best;
    }

    /** NaN where hardly anything is heard. */
    private static double share(long[] sent, long[] received, int from, int late, double speed) {
        int wrong = 0;
        int compared = 0;
        for (int i = 0; i < WINDOW; i++) {
            int step = from + i * Alignment.STRIDE;
            int there = (int) Math.round(step / speed) + late;
            if (there >= 0 && there < received.length) {
                wrong += SoundWord.wrong(sent[step], received[there]);
                compared += Integer.bitCount(SoundWord.compared(sent[step], received[there]));
            }
        }
        return compared < WINDOW * SoundWord.BITS / 8 ? Double.NaN : (double) wrong / compared;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(1);
    }

    private static double quantile(List<Double> values, double which) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1.0, Math.floor(which * sorted.length))];
    }
}
