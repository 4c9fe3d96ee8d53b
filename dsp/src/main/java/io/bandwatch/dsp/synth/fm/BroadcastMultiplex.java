package io.bandwatch.dsp.synth.fm;

import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.SineTable;
import org.jspecify.annotations.Nullable;

/**
 * The multiplex of an FM transmitter after ITU-R BS.450-3: half the sum of the channels, half their difference on a
 * suppressed carrier of twice the pilot, the pilot, and RDS on three times the pilot (IEC 62106). Both subcarriers cross
 * zero upwards with the pilot. Not thread-safe; allocates nothing in {@code read}.
 */
public final class BroadcastMultiplex implements Multiplex {
    private static final double PILOT_HZ = 19_000.0;
    private static final double HIGHEST_HZ = 60_000.0;
    // the 15 kHz low pass after the limiter overshoots; what goes beyond this is cut, as by a composite clipper
    private static final double HEADROOM = 0.95;

    private final MultiplexSettings settings;
    private final ProgrammeSound sound;
    private final @Nullable RdsWaveform rds;
    private final double pilotStep;
    private double pilotTurns;

    private BroadcastMultiplex(MultiplexSettings settings, AudioStream audio, double rateHz) {
        this.settings = settings;
        this.sound = new ProgrammeSound(audio, settings, rateHz);
        RdsProgramme programme = settings.rds();
        this.rds = programme == null ? null : new RdsWaveform(new RdsBits(programme));
        this.pilotStep = PILOT_HZ / rateHz;
    }

    /** The multiplex of one transmitter; {@code audio} is read by the stream that is opened, so open it once. */
    public static Multiplex.Source of(MultiplexSettings settings, AudioStream audio) {
        return new Multiplex.Source() {
            @Override
            public Multiplex open(double sampleRateHz) {
                return new BroadcastMultiplex(settings, audio, sampleRateHz);
            }

            @Override
            public double reachHz() {
                return settings.deviationHz() + HIGHEST_HZ;
            }
        };
    }

    @Override
    public void read(float[] deviationHz, int count) {
        float most = (float) settings.programmeHz();
        float programme = (float) HEADROOM * most;
        float pilot = (float) settings.pilotHz();
        for (int i = 0; i < count; i++) {
            sound.next();
            float sine = SineTable.sine(pilotTurns);
            float value = sound.currentSum * programme;
            if (settings.stereo()) {
                float difference = sound.currentDifference * programme;
                value += difference * 2f * sine * SineTable.cosine(pilotTurns);
            }
            value = Math.max(-most, Math.min(most, value));
            if (pilot > 0f) {
                value += pilot * sine;
            }
            if (rds != null) {
                // one bit is 48 periods of 57 kHz, 16 of the pilot
                value += (float) settings.rdsHz() * rds.at(pilotTurns / 16.0) * sine * (3f - 4f * sine * sine);
            }
            deviationHz[i] = value;
            pilotTurns += pilotStep;
        }
    }
}
