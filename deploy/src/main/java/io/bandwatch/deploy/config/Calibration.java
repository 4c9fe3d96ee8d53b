package io.bandwatch.deploy.config;

/**
 * What a level of a receiver means in field strength. Field strength in dB(uV/m) is the voltage at the aerial's terminals in dB(uV) plus
 * the antenna factor (ITU Spectrum Monitoring Handbook 2011, 4.4.3); the voltage there is what the receiver measures, less the gain and
 * plus the loss between.
 *
 * @param fullScaleDbuv voltage at the receiver's input that makes 0 dBFS at the gain it is set to, dB(uV)
 * @param antennaFactorDb antenna factor, dB(1/m)
 * @param gainDb gain of amplifiers between aerial and receiver, dB
 * @param cableDb loss of the cable, dB
 * @param uncertaintyDb of the field strength, 95 %, dB
 */
public record Calibration(
        double fullScaleDbuv, double antennaFactorDb, double gainDb, double cableDb, double uncertaintyDb) {
    public Calibration {
        if (!(uncertaintyDb > 0)) {
            throw new IllegalArgumentException("an uncertainty of " + uncertaintyDb + " dB is not above 0 dB");
        }
        if (cableDb < 0) {
            throw new IllegalArgumentException("a loss of " + cableDb + " dB is below 0 dB; a gain stands in 'gain'");
        }
    }

    /** Field strength of a level, dB(uV/m). */
    public double fieldDbuvM(double levelDbfs) {
        return levelDbfs + fullScaleDbuv - gainDb + cableDb + antennaFactorDb;
    }
}
