package io.bandwatch.ingest;

/** How one complex sample is written: in-phase, then quadrature, little-endian. */
public enum SampleFormat {
    /** Two unsigned bytes, zero at 127.5 (rtl_sdr). */
    CU8("cu8", 2),
    /** Two signed bytes (hackrf_transfer). */
    CS8("cs8", 2),
    /** Two signed 16-bit numbers. */
    CS16("cs16", 4),
    /** Two 32-bit IEEE 754 numbers, full scale 1.0. */
    CF32("cf32", 8);

    private final String label;
    private final int sampleBytes;

    SampleFormat(String label, int sampleBytes) {
        this.label = label;
        this.sampleBytes = sampleBytes;
    }

    /** The name used in file names and options, such as {@code cu8}. */
    public String label() {
        return label;
    }

    /** Bytes of one complex sample. */
    public int sampleBytes() {
        return sampleBytes;
    }
}
