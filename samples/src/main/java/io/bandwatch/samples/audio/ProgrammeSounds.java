package io.bandwatch.samples.audio;

import io.bandwatch.dsp.synth.SineTable;
import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.signal.Decibels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Opens programmes as endless sound. One that several stations carry is made once. */
public final class ProgrammeSounds {
    private final Map<Programme, SoundClip> clips = new HashMap<>();

    /**
     * The sound that enters a transmitter.
     *
     * @param atS when in the scene it is opened, s
     */
    public AudioStream open(Output output, double atS) {
        AudioStream programme = open(output.programme(), output.startS() + atS);
        AudioStream sound = output.gainDb() == 0.0 ? programme : louder(programme, output.gainDb());
        return switch (output.channels()) {
            case STEREO -> sound;
            case MONO ->
                (left, right, count) -> {
                    sound.read(left, right, count);
                    for (int i = 0; i < count; i++) {
                        left[i] = 0.5f * (left[i] + right[i]);
                        right[i] = left[i];
                    }
                };
            case INVERTED ->
                (left, right, count) -> {
                    sound.read(left, right, count);
                    for (int i = 0; i < count; i++) {
                        right[i] = -right[i];
                    }
                };
            case LEFT ->
                (left, right, count) -> {
                    sound.read(left, right, count);
                    Arrays.fill(right, 0, count, 0f);
                };
        };
    }

    /**
     * The sound of a programme.
     *
     * @param startS where in it to begin, s
     * @throws io.bandwatch.samples.yaml.ScenarioException if a file or a program is missing
     */
    public AudioStream open(Programme programme, double startS) {
        if (programme instanceof Programme.Silence) {
            return (left, right, count) -> {
                Arrays.fill(left, 0, count, 0f);
                Arrays.fill(right, 0, count, 0f);
            };
        }
        if (programme instanceof Programme.Tone tone) {
            return tone(tone);
        }
        SoundClip clip = clips.get(programme);
        if (clip == null) {
            clip = make(programme);
            clips.put(programme, clip);
        }
        return clip.repeated(startS);
    }

    private static AudioStream louder(AudioStream sound, double gainDb) {
        float gain = (float) Decibels.toAmplitude(gainDb);
        return (left, right, count) -> {
            sound.read(left, right, count);
            for (int i = 0; i < count; i++) {
                left[i] *= gain;
                right[i] *= gain;
            }
        };
    }

    private static SoundClip make(Programme programme) {
        if (programme instanceof Programme.SoundFile file) {
            return SoundFiles.read(file.path());
        }
        if (programme instanceof Programme.Speech speech) {
            return EspeakSpeech.speak(speech);
        }
        if (programme instanceof Programme.Music music) {
            return ComposedMusic.compose(music);
        }
        throw new IllegalArgumentException("no clip is made of " + programme);
    }

    private static AudioStream tone(Programme.Tone tone) {
        float amplitude = (float) Decibels.toAmplitude(tone.levelDbfs());
        double step = tone.frequencyHz() / AudioStream.RATE_HZ;
        double[] turns = new double[1];
        return (left, right, count) -> {
            for (int i = 0; i < count; i++) {
                left[i] = amplitude * SineTable.sine(turns[0]);
                right[i] = left[i];
                turns[0] = (turns[0] + step) % 1.0;
            }
        };
    }
}
