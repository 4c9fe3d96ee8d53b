package io.bandwatch.signal.ts;

import java.util.Locale;

/** The indicators of ETSI TR 101 290 V1.4.1, clause 5.2, in its order. */
public enum TsIndicator {
    TS_SYNC_LOSS(1, "1.1", Measure.COUNT),
    SYNC_BYTE_ERROR(1, "1.2", Measure.COUNT),
    PAT_ERROR_2(1, "1.3.a", Measure.INTERVAL),
    CONTINUITY_COUNT_ERROR(1, "1.4", Measure.COUNT),
    PMT_ERROR_2(1, "1.5.a", Measure.INTERVAL),
    PID_ERROR(1, "1.6", Measure.INTERVAL),
    TRANSPORT_ERROR(2, "2.1", Measure.COUNT),
    CRC_ERROR(2, "2.2", Measure.COUNT),
    PCR_REPETITION_ERROR(2, "2.3.a", Measure.INTERVAL),
    PCR_DISCONTINUITY_INDICATOR_ERROR(2, "2.3.b", Measure.INTERVAL),
    PCR_ACCURACY_ERROR(2, "2.4", Measure.DEVIATION),
    PTS_ERROR(2, "2.5", Measure.INTERVAL),
    CAT_ERROR(2, "2.6", Measure.COUNT),
    NIT_ACTUAL_ERROR(3, "3.1.a", Measure.INTERVAL),
    NIT_OTHER_ERROR(3, "3.1.b", Measure.INTERVAL),
    SI_REPETITION_ERROR(3, "3.2", Measure.INTERVAL),
    BUFFER_ERROR(3, "3.3", Measure.COUNT),
    UNREFERENCED_PID(3, "3.4.a", Measure.INTERVAL),
    SDT_ACTUAL_ERROR(3, "3.5.a", Measure.INTERVAL),
    SDT_OTHER_ERROR(3, "3.5.b", Measure.INTERVAL),
    EIT_ACTUAL_ERROR(3, "3.6.a", Measure.INTERVAL),
    EIT_OTHER_ERROR(3, "3.6.b", Measure.INTERVAL),
    EIT_PF_ERROR(3, "3.6.c", Measure.COUNT),
    RST_ERROR(3, "3.7", Measure.INTERVAL),
    TDT_ERROR(3, "3.8", Measure.INTERVAL),
    EMPTY_BUFFER_ERROR(3, "3.9", Measure.COUNT),
    DATA_DELAY_ERROR(3, "3.10", Measure.INTERVAL);

    /** What an occurrence measures. */
    public enum Measure {
        /** That it happened: no value, or a packet's. */
        COUNT(""),
        /** A time between two events. */
        INTERVAL("s"),
        /** A clock reference against its stream. */
        DEVIATION("ns");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        /** Unit of the measured value and of its limit; empty for counts. */
        public String unit() {
            return unit;
        }
    }

    private final int priority;
    private final String clause;
    private final Measure measure;

    TsIndicator(int priority, String clause, Measure measure) {
        this.priority = priority;
        this.clause = clause;
        this.measure = measure;
    }

    /** 1: needed to decode at all; 2: recommended to watch; 3: depends on the application. */
    public int priority() {
        return priority;
    }

    /** Number in the tables of clause 5.2. */
    public String clause() {
        return clause;
    }

    public Measure measure() {
        return measure;
    }

    /** The word for it in records. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
