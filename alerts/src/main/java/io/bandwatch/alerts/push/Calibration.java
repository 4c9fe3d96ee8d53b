package io.bandwatch.alerts.push;

import java.io.Serializable;

/**
 * What turns the level of a receiver into field strength at its antenna: E = level + full scale - gain + cable + antenna
 * factor, all in dB (ITU-R SM.378; the antenna factor is E over the voltage at 50 ohms).
 *
 * @param fullScaleDbuv voltage at the receiver's input that reads 0 dBFS without gain, dBµV
 * @param antennaFactorDb antenna factor at mid-band, dB/m
 * @param gainDb gain between antenna and receiver and of the receiver, dB
 * @param cableDb loss of the cable, dB
 * @param uncertaintyDb expanded uncertainty of the field strength (k = 2), dB
 */
public record Calibration(
        double fullScaleDbuv, double antennaFactorDb, double gainDb, double cableDb, double uncertaintyDb)
        implements Serializable {
    public Calibration {
        double sum = fullScaleDbuv + antennaFactorDb + gainDb + cableDb;
        if (!Double.isFinite(sum) || !(uncertaintyDb > 0) || cableDb < 0) {
            throw new IllegalArgumentException("a calibration needs finite values, a cable loss of 0 dB or more and an"
                    + " uncertainty above 0 dB, got full scale " + fullScaleDbuv + " dBµV, antenna factor "
                    + antennaFactorDb + " dB/m, gain " + gainDb + " dB, cable " + cableDb + " dB, uncertainty "
                    + uncertaintyDb + " dB");
        }
    }

    /** Field strength at the antenna, dBµV/m. */
    public double fieldStrengthDbuvPerM(double levelDbfs) {
        return levelDbfs + fullScaleDbuv - gainDb + cableDb + antennaFactorDb;
    }
}
