package io.bandwatch.samples.scenario;

import java.util.Locale;

/** The kind of file around the samples. */
public enum Container {
    /** Samples alone; rate and centre in the file name. */
    RAW,
    /** A SigMF pair of metadata and data. */
    SIGMF,
    /** A WAV file of two channels; the centre in the file name. */
    WAV;

    /** The word used in scenario files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
