package io.bandwatch.signal.av;

import java.util.Locale;

/** Colour bars that are known. */
public enum BarsKind {
    /** Eight columns, 75 % colours, as of EBU Tech 3325; white at 75 or 100 %. */
    EBU_75,
    /** Eight columns, 100 % colours. */
    EBU_100,
    /** Seven columns without black, 75 % colours (SMPTE EG 1). */
    SMPTE,
    /** Seven columns between grey edges, 75 % colours (SMPTE RP 219). */
    SMPTE_HD;

    /** The word used in records, such as {@code ebu-75}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
