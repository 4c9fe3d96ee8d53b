package io.bandwatch.ingest.live.tuning;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import java.io.Serializable;

/**
 * A live receiver of samples.
 *
 * @param format how its samples are written
 * @param rateHz samples a second
 * @param plan where it is tuned to
 * @param frontEnd what else is set
 * @param deEmphasisS time constant of the sound's de-emphasis, s
 */
public record ReceiverSettings(SampleFormat format, double rateHz, HopPlan plan, FrontEnd frontEnd, double deEmphasisS)
        implements Serializable {
    /** @throws IllegalArgumentException if a frequency of the plan cannot be measured at this rate */
    public ReceiverSettings {
        if (!(deEmphasisS > 0)) {
            throw new IllegalArgumentException("a de-emphasis of " + deEmphasisS + " s is not above 0");
        }
        plan.centersHz().forEach(centerHz -> BandSettings.of(rateHz, (double) centerHz));
    }

    /** How the band is measured at a frequency, Hz. */
    public BandSettings band(long centerHz) {
        return BandSettings.of(rateHz, (double) centerHz).deEmphasised(deEmphasisS);
    }

    /** Samples in a time, s. */
    public long samples(double seconds) {
        return Math.round(seconds * rateHz);
    }
}
