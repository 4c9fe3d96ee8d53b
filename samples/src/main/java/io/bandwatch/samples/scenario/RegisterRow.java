package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.fm.RdsProgramme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a station, where that is more than, or not, what it does.
 *
 * @param frequencyHz registered frequency, Hz
 * @param erpW registered power, W; absent if the register does not say
 * @param stereo whether it is registered as stereo
 * @param pi four hexadecimal digits; empty for none
 * @param ps name by RDS; empty for none
 */
public record RegisterRow(double frequencyHz, @Nullable Double erpW, boolean stereo, String pi, String ps) {
    /** The row of a station that does as registered. */
    public static RegisterRow of(double frequencyHz, Output output) {
        RdsProgramme rds = output.multiplex().rds();
        return new RegisterRow(
                frequencyHz,
                null,
                output.multiplex().stereo(),
                rds == null ? "" : String.format(Locale.ROOT, "%04X", rds.piCode()),
                rds == null ? "" : rds.programmeService().strip());
    }

    /** The same with a registered power. */
    public RegisterRow withPower(double newErpW) {
        return new RegisterRow(frequencyHz, newErpW, stereo, pi, ps);
    }

    /** The same with another identity by RDS. */
    public RegisterRow named(String newPi, String newPs) {
        return new RegisterRow(frequencyHz, erpW, stereo, newPi, newPs);
    }

    /** The same with another registered frequency. */
    public RegisterRow at(double newFrequencyHz) {
        return new RegisterRow(newFrequencyHz, erpW, stereo, pi, ps);
    }

    /** The same with another promise of stereo. */
    public RegisterRow promisingStereo(boolean newStereo) {
        return new RegisterRow(frequencyHz, erpW, newStereo, pi, ps);
    }
}
