package io.bandwatch.dsp.synth.fm;

import org.jspecify.annotations.Nullable;

/**
 * How a transmitter is set up.
 *
 * @param stereo whether the difference of the channels is sent on 38 kHz
 * @param deviationHz largest deviation of everything together, Hz; 75 kHz in ITU-R BS.450
 * @param pilotHz deviation by the pilot, Hz, 0 for none; 8 to 10 % of the largest (BS.450)
 * @param rdsHz deviation by RDS, Hz; 2 kHz is recommended (IEC 62106-1)
 * @param preEmphasisS time constant, s: 50 us, or 75 us in the Americas; 0 for none
 * @param rds what RDS says; absent for no RDS
 */
public record MultiplexSettings(
        boolean stereo,
        double deviationHz,
        double pilotHz,
        double rdsHz,
        double preEmphasisS,
        @Nullable RdsProgramme rds) {

    /** 75 kHz, 50 us, no pilot, no RDS. */
    public static final MultiplexSettings MONO = new MultiplexSettings(false, 75_000.0, 0.0, 0.0, 50e-6, null);
    /** 75 kHz, 50 us, pilot at 9 %, no RDS. */
    public static final MultiplexSettings STEREO = new MultiplexSettings(true, 75_000.0, 6_750.0, 0.0, 50e-6, null);

    public MultiplexSettings {
        if (!(deviationHz > 0)
                || !(pilotHz >= 0)
                || !(rdsHz >= 0)
                || !(preEmphasisS >= 0)
                || pilotHz + rdsHz >= deviationHz) {
            throw new IllegalArgumentException("pilot and RDS must leave deviation for the programme, got " + pilotHz
                    + " + " + rdsHz + " of " + deviationHz + " Hz, pre-emphasis " + preEmphasisS + " s");
        }
    }

    /** The same transmitter with RDS at 2 kHz. */
    public MultiplexSettings withRds(RdsProgramme programme) {
        return new MultiplexSettings(stereo, deviationHz, pilotHz, 2_000.0, preEmphasisS, programme);
    }

    /** Deviation left for the programme, Hz. */
    double programmeHz() {
        return deviationHz - pilotHz - (rds == null ? 0.0 : rdsHz);
    }
}
