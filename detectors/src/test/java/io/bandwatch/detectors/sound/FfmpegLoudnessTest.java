package io.bandwatch.detectors.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Loudness, peaks and silence against ffmpeg's {@code ebur128} and {@code silencedetect}. One channel is measured as two
 * ({@code dualmono}), as listeners hear it.
 */
class FfmpegLoudnessTest {
    /** Half of it may be the steps of a tenth in which integrated loudness is counted. */
    private static final double TOLERANCE_LU = 0.1;

    /** Quieter than that, ebur128 has another floor than silence. */
    private static final double LEAST_LUFS = -65;

    private static final double SILENT = 0.001;
    private static final double LEAST_SILENCE_S = 0.5;
    private static final double BLOCK_S = 0.01;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "chromaprint-test.mp3, 44100, 1",
        "music-karissa-hobbs-lets-go-fishin.ogg, 44100, 2",
        "music-kevin-macleod-vibe-ace.ogg, 44100, 2",
        "music-macroform-cold-day-40s.flac, 8000, 1",
        "music-manolo-camp-morning-coffee-40s.flac, 8000, 1",
        "speech-en-asterisk-demo-congrats.flac, 8000, 1",
        "speech-en-librispeech-198-209-0000.ogg, 16000, 1",
        "speech-en-librispeech-5703-47212-0000.ogg, 16000, 1",
        "speech-fr-french-phrase.aiff, 44100, 1",
        "speech-zh-chinese-phrase.flac, 48000, 1",
        "speech-zh-wenet-mid.wav, 16000, 1"
    })
    void realSoundIsAsLoudAndAsSilentAsFfmpegSays(String name, int rateHz, int channels) throws Exception {
        FfmpegSound sound = FfmpegSound.of(name, rateHz, channels);
        PcmProgramme heard = sound.heard();
        assertThat(differences(heard.momentaryLufs(), sound.numbers("r128.M="), 3))
                .isEmpty();
        assertThat(differences(heard.shortTermLufs(), sound.numbers("r128.S="), 29))
                .isEmpty();
        List<Double> integrated = sound.numbers("r128.I=");
        int last = Math.min(integrated.size(), heard.momentaryLufs().size()) - 1;
        assertThat(heard.figures().loudnessLufs()).isCloseTo(integrated.get(last), within(TOLERANCE_LU));
        List<Double> peaks = sound.numbers("Peak:");
        // a tenth of a decibel is how ffmpeg tells it
        assertThat(heard.figures().truePeakDbfs()).isBetween(peaks.get(0) - 0.45, peaks.get(0) + 0.25);
        assertThat(silences(heard, sound)).isEmpty();
    }

    @Test
    void silenceThatWasPutInIsFoundByBoth() throws Exception {
        String graph = "sine=f=440:r=48000:d=6,volume=0:enable='between(t,1.503,3.207)'";
        FfmpegSound sound = FfmpegSound.of(List.of("-f", "lavfi", "-i", graph), 48_000, 1);
        assertThat(sound.numbers("silence_start:")).hasSize(1);
        assertThat(silences(sound.heard(), sound)).isEmpty();
    }

    @Test
    void loudnessOfPlainPowerIsNotThatOfFfmpeg() throws Exception {
        // the obvious rule, power without the ear, on a rumble that nobody hears
        FfmpegSound sound = FfmpegSound.of(List.of("-f", "lavfi", "-i", "sine=f=25:r=48000:d=4"), 48_000, 1);
        SoundFigures figures = sound.heard().figures();
        List<Double> integrated = sound.numbers("r128.I=");
        assertThat(figures.loudnessLufs()).isCloseTo(integrated.get(integrated.size() - 1), within(TOLERANCE_LU));
        assertThat(figures.levelDbfs() + 3.01 - figures.loudnessLufs()).isGreaterThan(6);
    }

    /** From the first block for which there is a whole window. */
    private static List<String> differences(List<Double> ours, List<Double> theirs, int first) {
        List<String> differences = new ArrayList<>();
        for (int i = first; i < Math.min(ours.size(), theirs.size()); i++) {
            boolean counts = theirs.get(i) > LEAST_LUFS;
            if (counts && !(Math.abs(ours.get(i) - theirs.get(i)) <= TOLERANCE_LU)) {
                differences.add("at " + (i + 1) / 10.0 + " s: " + ours.get(i) + " LUFS, ffmpeg " + theirs.get(i));
            }
        }
        return differences;
    }

    /** Silences that only one of them has, or has at another place by more than a picture. */
    private static List<String> silences(PcmProgramme heard, FfmpegSound sound) {
        double endS = heard.blockPeak().size() * BLOCK_S;
        List<double[]> theirs = new ArrayList<>();
        List<Double> starts = sound.numbers("silence_start:");
        List<Double> ends = sound.numbers("silence_end:");
        for (int i = 0; i < starts.size(); i++) {
            theirs.add(new double[] {starts.get(i), Math.min(endS, i < ends.size() ? ends.get(i) : endS)});
        }
        List<double[]> ours = quiet(heard.blockPeak());
        List<String> differences = new ArrayList<>();
        only(ours, theirs, "here", differences);
        only(theirs, ours, "ffmpeg", differences);
        return differences;
    }

    private static void only(List<double[]> some, List<double[]> others, String where, List<String> differences) {
        for (double[] span : some) {
            boolean both = others.stream()
                    .anyMatch(other -> Math.abs(span[0] - other[0]) < 0.04 && Math.abs(span[1] - other[1]) < 0.04);
            // what is as long as the limit to within two blocks is a matter of where the blocks lie
            boolean doubtful = span[1] - span[0] < LEAST_SILENCE_S + 2 * BLOCK_S;
            if (!both && !doubtful) {
                differences.add("silence " + span[0] + ".." + span[1] + " s only " + where);
            }
        }
    }

    private static List<double[]> quiet(List<Double> peaks) {
        List<double[]> spans = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= peaks.size(); i++) {
            if (i == peaks.size() || peaks.get(i) >= SILENT) {
                if ((i - first) * BLOCK_S >= LEAST_SILENCE_S) {
                    spans.add(new double[] {first * BLOCK_S, i * BLOCK_S});
                }
                first = i + 1;
            }
        }
        return spans;
    }
}
