package io.bandwatch.samples.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.scenario.Channels;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.yaml.ScenarioException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeSoundsTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} bits at {1} Hz, {2} channels")
    @CsvSource({"8,48000,1", "16,48000,2", "16,22050,1", "24,44100,2", "32,96000,1", "16,8000,1"})
    void readsAToneFromWavAtItsPitchAndLevel(int bits, int rateHz, int channels) throws Exception {
        Path file = folder.resolve("tone.wav");
        Files.write(file, wav(bits, rateHz, channels, 1_000.0, 0.5));
        Sound sound = Sound.of(new Programme.SoundFile(file), 0.1, 24_000);
        // half of full scale; steps of 8 bits and the interpolation leave a hundredth
        assertThat(sound.amplitude(1_000.0)).isCloseTo(0.5, within(0.01));
        assertThat(sound.rms()).isCloseTo(0.5 / Math.sqrt(2.0), within(0.01));
    }

    @Test
    void repeatsAShortClipFromThePlaceAskedFor() throws Exception {
        Path file = folder.resolve("tone.wav");
        Files.write(file, wav(16, 48_000, 1, 1_000.0, 0.5));
        float[] fromStart = Sound.of(new Programme.SoundFile(file), 0.0, 72_000).left;
        float[] later = Sound.of(new Programme.SoundFile(file), 0.25, 100).left;
        assertThat(fromStart[48_000 + 77]).isEqualTo(fromStart[77]);
        assertThat(later[0]).isEqualTo(fromStart[12_000]);
    }

    @Test
    void doesToTheChannelsWhatTheOutputSays() {
        Output output = Output.of(new Programme.Music(3, "pop"), MultiplexSettings.STEREO);
        float[][] plain = sound(output);
        float[][] inverted = sound(output.through(Channels.INVERTED));
        float[][] mono = sound(output.through(Channels.MONO).louder(20.0));
        float[][] left = sound(output.through(Channels.LEFT));
        for (int i = 0; i < plain[0].length; i++) {
            assertThat(inverted[0][i]).isEqualTo(plain[0][i]);
            assertThat(inverted[1][i]).isEqualTo(-plain[1][i]);
            // 20 dB is ten times the amplitude; floats of that size differ by millionths
            assertThat(mono[0][i]).isEqualTo(mono[1][i]).isCloseTo(5f * (plain[0][i] + plain[1][i]), within(1e-5f));
            assertThat(left[1][i]).isZero();
        }
        assertThat(plain[0]).isNotEqualTo(plain[1]);
    }

    private static float[][] sound(Output output) {
        float[][] channels = new float[2][4_800];
        new ProgrammeSounds().open(output, 1.0).read(channels[0], channels[1], 4_800);
        return channels;
    }

    @Test
    void tellsWhatIsWrongWithAFile() throws Exception {
        Path torn = folder.resolve("torn.wav");
        Files.write(torn, "RIFF    WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> open(new Programme.SoundFile(torn)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("torn.wav");
        assertThatThrownBy(() -> open(new Programme.SoundFile(folder.resolve("none.wav"))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("mend the path");
        Path tornFlac = folder.resolve("torn.flac");
        Files.write(tornFlac, "fLaC".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> open(new Programme.SoundFile(tornFlac)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("give a sound FLAC file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"music-macroform-cold-day-40s.flac", "speech-zh-wenet-mid.wav", "speech-en-librispeech-198-209-0000.ogg"
    })
    void readsRealRecordings(String name) {
        Path file = captures().resolve("audio").resolve(name);
        assumeThat(file).as("the folder of captures is not there").exists();
        if (name.endsWith(".ogg")) {
            assumeThat(ChildProcess.isInstalled("ffmpeg") || ChildProcess.isInstalled("gst-launch-1.0"))
                    .as("neither ffmpeg nor gst-launch-1.0 is installed")
                    .isTrue();
        }
        Sound sound = Sound.of(new Programme.SoundFile(file), 0.0, 10 * AudioStream.RATE_HZ);
        // programme of people is between -40 and -6 dBFS; a wrong byte order or width would be near full scale
        assertThat(20.0 * Math.log10(sound.rms())).isBetween(-40.0, -6.0);
    }

    @Test
    void flacAndAnIndependentDecoderAgree() throws Exception {
        Path file = captures().resolve("audio").resolve("speech-zh-chinese-phrase.flac");
        assumeThat(file).as("the folder of captures is not there").exists();
        assumeThat(ChildProcess.isInstalled("ffmpeg"))
                .as("ffmpeg is not installed")
                .isTrue();
        Path wav = folder.resolve("same.wav");
        ChildProcess.run(List.of("ffmpeg", "-v", "error", "-nostdin", "-i", file.toString(), wav.toString()), "", 100);
        float[] ours = Sound.of(new Programme.SoundFile(file), 0.0, 40_000).left;
        float[] theirs = Sound.of(new Programme.SoundFile(wav), 0.0, 40_000).left;
        assertThat(ours).isEqualTo(theirs);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"zh,城市新闻广播现在为您播送晚间新闻", "en,This is the evening news of the city"})
    void speaksBothLanguages(String language, String text) {
        assumeThat(ChildProcess.isInstalled("espeak-ng"))
                .as("espeak-ng is not installed")
                .isTrue();
        SoundClip clip = EspeakSpeech.speak(new Programme.Speech(text, language));
        // a sentence takes between one and eight seconds
        assertThat(clip.left().length).isBetween(AudioStream.RATE_HZ, 8 * AudioStream.RATE_HZ);
        assertThat(clip.left())
                .isEqualTo(
                        EspeakSpeech.speak(new Programme.Speech(text, language)).left());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"calm", "pop", "dance"})
    void composesStereoMusicThatIsMoreThanATone(String style) {
        Sound music = Sound.of(new Programme.Music(3, style), 0.0, 240_000);
        assertThat(music.left).isEqualTo(Sound.of(new Programme.Music(3, style), 0.0, 240_000).left);
        assertThat(music.left).isNotEqualTo(Sound.of(new Programme.Music(4, style), 0.0, 240_000).left);
        double difference = 0.0;
        for (int i = 0; i < music.left.length; i++) {
            difference += Math.pow(music.left[i] - music.right[i], 2.0);
        }
        // stereo: the difference of the channels within 30 dB of the sound itself
        assertThat(Math.sqrt(difference / music.left.length)).isGreaterThan(0.03 * music.rms());
        // no single tone holds more than a quarter of the power
        double strongest = 0.0;
        for (double hz = 40.0; hz < 1_000.0; hz += 1.0) {
            strongest = Math.max(strongest, music.amplitude(hz));
        }
        assertThat(strongest * strongest / 2.0).isLessThan(0.25 * music.rms() * music.rms());
    }

    private static Path captures() {
        String named = System.getenv("BANDWATCH_CAPTURES");
        return named != null
                ? Path.of(named)
                : Path.of(System.getProperty("bandwatch.root"))
                        .resolveSibling("shared")
                        .resolve("captures");
    }

    private static AudioStream open(Programme programme) {
        return new ProgrammeSounds().open(programme, 0.0);
    }

    /** One second of a tone, phase 0 at both ends. */
    private static byte[] wav(int bits, int rateHz, int channels, double hz, double amplitude) {
        int width = bits / 8;
        ByteBuffer out = ByteBuffer.allocate(44 + rateHz * channels * width).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity() - 8);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        out.putShort((short) channels).putInt(rateHz).putInt(rateHz * channels * width);
        out.putShort((short) (channels * width)).putShort((short) bits);
        // what a program writes that streams: the length is not known
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
        for (int i = 0; i < rateHz; i++) {
            long value = Math.round(amplitude * Math.sin(2.0 * Math.PI * hz * i / rateHz) * ((1L << (bits - 1)) - 1));
            for (int c = 0; c < channels; c++) {
                long code = bits == 8 ? value + 128 : value;
                for (int b = 0; b < width; b++) {
                    out.put((byte) (code >> (8 * b)));
                }
            }
        }
        return out.array();
    }

    /** A stretch of sound and plain measures of its left channel. */
    private record Sound(float[] left, float[] right) {
        static Sound of(Programme programme, double startS, int count) {
            Sound sound = new Sound(new float[count], new float[count]);
            new ProgrammeSounds().open(programme, startS).read(sound.left, sound.right, count);
            return sound;
        }

        double rms() {
            double sum = 0.0;
            for (float value : left) {
                sum += (double) value * value;
            }
            return Math.sqrt(sum / left.length);
        }

        double amplitude(double hz) {
            double a = 0.0;
            double b = 0.0;
            double cosine = 1.0;
            double sine = 0.0;
            double stepCosine = Math.cos(2.0 * Math.PI * hz / AudioStream.RATE_HZ);
            double stepSine = Math.sin(2.0 * Math.PI * hz / AudioStream.RATE_HZ);
            for (float value : left) {
                a += value * cosine;
                b += value * sine;
                double next = cosine * stepCosine - sine * stepSine;
                sine = sine * stepCosine + cosine * stepSine;
                cosine = next;
            }
            return 2.0 * Math.hypot(a, b) / left.length;
        }
    }
}
