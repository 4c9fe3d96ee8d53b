package io.bandwatch.samples.ts.packet;

/** table_id of ISO/IEC 13818-1, table 2-31, and EN 300 468, table 2. */
public final class TableIds {
    public static final int PAT = 0x00;
    public static final int CAT = 0x01;
    public static final int PMT = 0x02;
    public static final int NIT = 0x40;
    public static final int NIT_OTHER = 0x41;
    public static final int SDT = 0x42;
    public static final int SDT_OTHER = 0x46;
    public static final int BAT = 0x4A;
    public static final int EIT = 0x4E;
    public static final int EIT_OTHER = 0x4F;
    public static final int TDT = 0x70;
    public static final int RST = 0x71;
    public static final int STUFFING = 0x72;
    public static final int TOT = 0x73;

    private TableIds() {}
}
