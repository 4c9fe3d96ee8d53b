package io.bandwatch.detectors.reception;

import io.bandwatch.detectors.rds.RdsReceiver;
import io.bandwatch.detectors.rds.RdsReception;
import io.bandwatch.detectors.rds.RdsSettings;
import io.bandwatch.detectors.rds.RdsState;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.sound.SoundTotals;
import io.bandwatch.signal.FmReception;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sums over what was received of one carrier.
 *
 * @param observedS time received, s
 * @param narrowS time received through the narrower channel filter, s
 * @param histogram of the instantaneous frequency
 * @param multiplexHz2S mean square of the multiplex, noise taken off, times time, Hz^2 s
 * @param power of the multiplex
 * @param pilotS time with a pilot, s
 * @param pilotHzS pilot deviation times that time, Hz s
 * @param sound sums over its sound
 * @param rds radio data
 * @param said what the station last said of itself; kept when its radio data has gone, null before the first PI
 */
public record ReceptionTotals(
        double observedS,
        double narrowS,
        DeviationHistogram histogram,
        double multiplexHz2S,
        MultiplexPower power,
        double pilotS,
        double pilotHzS,
        SoundTotals sound,
        RdsState rds,
        @Nullable RdsStation said) {
    private static final RdsReceiver RADIO_DATA = new RdsReceiver(RdsSettings.DEFAULT);

    /** Nothing received yet. */
    public static final ReceptionTotals NOTHING = new ReceptionTotals(
            0,
            0,
            DeviationHistogram.EMPTY,
            0,
            MultiplexPower.NOTHING,
            0,
            0,
            SoundTotals.NOTHING,
            RADIO_DATA.initial(),
            null);

    /** A line that stands this far above the noise in its own width is no accident. */
    private static final double PILOT_SNR_DB = 15;

    private static final double LOWEST_PILOT_HZ = 1500;

    /** Sums begun anew; what the radio data says stays. */
    public ReceptionTotals restarted() {
        return new ReceptionTotals(0, 0, DeviationHistogram.EMPTY, 0, power, 0, 0, NOTHING.sound, rds, said);
    }

    /** With one more look, which began at {@code time}. */
    public ReceptionTotals with(FmReception look, Instant time) {
        double s = look.observedS();
        double modulationHz2 = Math.max(0, look.multiplexMeanSquareHz2() - look.noiseMeanSquareHz2());
        boolean pilot = look.pilotSnrDb() > PILOT_SNR_DB && look.pilotDeviationHz() > LOWEST_PILOT_HZ;
        RdsState heard = RADIO_DATA.receive(
                rds,
                new BitFrame(
                        time,
                        look.rds().soft(),
                        look.rds().firstOffsetNs(),
                        look.rds().periodNs()));
        RdsStation station = RADIO_DATA.station(heard);
        return new ReceptionTotals(
                observedS + s,
                narrowS + (look.narrowFilter() ? s : 0),
                histogram.with(look),
                multiplexHz2S + modulationHz2 * s,
                power.with(modulationHz2, s),
                pilotS + (pilot ? s : 0),
                pilotHzS + (pilot ? look.pilotDeviationHz() * s : 0),
                sound.with(look.audio(), pilot, s, time),
                heard,
                station.pi() == null ? said : station);
    }

    /**
     * What they say; nothing before something was received.
     *
     * @param snrDb carrier over noise in 200 kHz, dB
     * @param recording sums over the whole recording so far, from which the radio data is told: an interval is too short
     *     for a name. A short one is too short for the power of the multiplex as well: that is of the last minute then
     */
    public Modulation modulation(double snrDb, ReceptionTotals recording) {
        if (observedS == 0) {
            return Modulation.UNKNOWN;
        }
        // without a PI the blocks may be those of a chance synchronisation
        RdsStation station = recording.said;
        RdsReception reception = RADIO_DATA.reception(recording.rds);
        MultiplexPower multiplex = power.isTooShort() ? recording.power.latest() : power;
        return new Modulation(
                snrDb < Modulation.LOWEST_DEVIATION_SNR_DB ? Double.NaN : histogram.peakHz(),
                snrDb < Modulation.LOWEST_DEVIATION_SNR_DB ? Double.NaN : Math.sqrt(multiplexHz2S / observedS),
                snrDb < Modulation.LOWEST_DEVIATION_SNR_DB ? Double.NaN : multiplex.dBr(),
                multiplex.windowS(),
                true,
                narrowS > 0.5 * observedS,
                pilotS > 0.5 * observedS,
                pilotS == 0 ? Double.NaN : pilotHzS / pilotS,
                pilotS > 0.5 * observedS && sound.isStereo(),
                sound.figures(),
                station,
                station == null ? Double.NaN : (double) reception.erroneousBlocks() / reception.blocks(),
                observedS,
                histogram);
    }
}
