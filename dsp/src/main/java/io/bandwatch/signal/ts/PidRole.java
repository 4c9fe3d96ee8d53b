package io.bandwatch.signal.ts;

import java.util.Locale;

/** What a PID carries, by the tables of the stream. */
public enum PidRole {
    PAT,
    CAT,
    PMT,
    NIT,
    /** SDT and BAT. */
    SDT,
    EIT,
    /** TDT and TOT. */
    TDT,
    /** A PCR and nothing else. */
    PCR,
    VIDEO,
    AUDIO,
    SUBTITLE,
    TELETEXT,
    DATA,
    ECM,
    EMM,
    SCTE35,
    AIT,
    NULL,
    /** No table refers to it. */
    UNKNOWN;

    /** The word for it in records. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
