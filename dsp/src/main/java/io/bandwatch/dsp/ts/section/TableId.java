package io.bandwatch.dsp.ts.section;

/** Values of table_id: ISO/IEC 13818-1, table 2-31; EN 300 468, table 2; ATSC A/65, table 4.1; SCTE 35, 9.6. */
public final class TableId {
    public static final int PAT = 0x00;
    public static final int CAT = 0x01;
    public static final int PMT = 0x02;
    public static final int NIT_ACTUAL = 0x40;
    public static final int NIT_OTHER = 0x41;
    public static final int SDT_ACTUAL = 0x42;
    public static final int SDT_OTHER = 0x46;
    public static final int BAT = 0x4A;
    public static final int EIT_PF_ACTUAL = 0x4E;
    public static final int EIT_PF_OTHER = 0x4F;
    public static final int EIT_SCHEDULE_FIRST = 0x50;
    public static final int EIT_SCHEDULE_LAST = 0x6F;
    public static final int TDT = 0x70;
    public static final int RST = 0x71;
    public static final int STUFFING = 0x72;
    public static final int TOT = 0x73;
    public static final int AIT = 0x74;
    public static final int VCT_TERRESTRIAL = 0xC8;
    public static final int VCT_CABLE = 0xC9;
    public static final int STT = 0xCD;
    public static final int SPLICE_INFO = 0xFC;

    private TableId() {}

    /** Present, following and schedule, of this transport stream and of others. */
    public static boolean isEit(int tableId) {
        return tableId >= EIT_PF_ACTUAL && tableId <= EIT_SCHEDULE_LAST;
    }
}
