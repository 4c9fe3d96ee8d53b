package io.bandwatch.samples.audio;

import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.IOException;
import java.util.List;

/** Speaks a text with {@code espeak-ng}. */
final class EspeakSpeech {
    private static final double PAUSE_S = 0.7;
    private static final int MOST_BYTES = SoundClip.LONGEST_S * 22_050 * 2 + 44;

    private EspeakSpeech() {}

    static SoundClip speak(Programme.Speech speech) {
        if (!ChildProcess.isInstalled("espeak-ng")) {
            throw new ScenarioException(
                    "speech needs the program espeak-ng, which is not installed; install the package"
                            + " espeak-ng, or give the station music or a sound file");
        }
        String voice = speech.language().equals("zh") ? "cmn" : "en";
        try {
            ChildProcess.Outcome outcome = ChildProcess.run(
                    List.of("espeak-ng", "-v", voice, "-b", "1", "--stdin", "--stdout"), speech.text(), MOST_BYTES);
            if (outcome.exitCode() != 0 || outcome.output().length <= 44) {
                throw new ScenarioException("espeak-ng spoke nothing (" + outcome.complaint()
                        + "); install the package espeak-ng-data, which holds its voices");
            }
            return WavClip.read("the speech of espeak-ng", outcome.output())
                    .withPeak(0.9f)
                    .followedBySilence(PAUSE_S);
        } catch (IOException e) {
            throw new ScenarioException("espeak-ng cannot be run (" + e + "); install the package espeak-ng", e);
        }
    }
}
