package io.bandwatch.dsp.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.fm.ReceivedSound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StationListenerTest {
    private static final double RATE_HZ = 912e3;
    private static final double CENTRE_HZ = 98e6;
    private static final double BESIDE_HZ = 200e3;
    private static final double TONE_HZ = 1000.0;
    private static final double DEVIATION_HZ = 30e3;

    @Test
    void aToneIsHeardAtItsLevelAndFramesJoinWithoutAGap() {
        BandSettings settings = BandSettings.of(RATE_HZ, CENTRE_HZ);
        StationListener listener = new StationListener(settings, CENTRE_HZ + BESIDE_HZ);
        int lead = settings.leadSamples();
        int count = settings.frameSamples();
        List<Float> sound = new ArrayList<>();
        double soundRateHz = 0.0;
        for (int frame = 1; frame <= 5; frame++) {
            ReceivedSound heard = hear(listener, (long) frame * count - lead, lead, count);
            soundRateHz = heard.rateHz();
            assertThat(heard.left()).as("no pilot: both sides alike").isEqualTo(heard.right());
            for (float value : heard.left()) {
                sound.add(value);
            }
        }
        assertThat(sound).hasSize((int) Math.round(5 * count * soundRateHz / RATE_HZ));

        // 75 kHz is full scale; 50 us take 0.41 dB at 1 kHz
        double expected = DEVIATION_HZ / 75e3 / Math.hypot(1.0, 2.0 * Math.PI * TONE_HZ * 50e-6);
        double cosine = 0.0;
        double sine = 0.0;
        double power = 0.0;
        for (int i = 0; i < sound.size(); i++) {
            double angle = 2.0 * Math.PI * TONE_HZ * i / soundRateHz;
            cosine += 2.0 * sound.get(i) * Math.cos(angle) / sound.size();
            sine += 2.0 * sound.get(i) * Math.sin(angle) / sound.size();
            power += (double) sound.get(i) * sound.get(i) / sound.size();
        }
        double amplitude = Math.hypot(cosine, sine);
        // 1 %: the flatness promised to 100 kHz is 0.1 dB
        assertThat(amplitude).isCloseTo(expected, within(0.01 * expected));
        // one tone through all frames: a jump of a single sample between frames would leave 6 % of the power beside it
        assertThat(1.0 - amplitude * amplitude / (2.0 * power)).isLessThan(1e-3);
    }

    private static ReceivedSound hear(StationListener listener, long first, int lead, int count) {
        float[] re = new float[lead + count];
        float[] im = new float[lead + count];
        for (int i = 0; i < lead + count; i++) {
            double t = (first + i) / RATE_HZ;
            double phase =
                    2.0 * Math.PI * BESIDE_HZ * t + DEVIATION_HZ / TONE_HZ * Math.sin(2.0 * Math.PI * TONE_HZ * t);
            re[i] = (float) (0.25 * Math.cos(phase));
            im[i] = (float) (0.25 * Math.sin(phase));
        }
        return listener.hear(re, im, lead, count);
    }
}
