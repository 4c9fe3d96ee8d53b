package io.bandwatch.samples.ts;

/**
 * What a packet carries.
 *
 * @param pid its PID
 * @param what kind of content
 * @param tableId table_id of the section that it carries, {@value #NO_TABLE} for none
 * @param section section_number of that section
 */
public record TsPart(int pid, Content what, int tableId, int section) {
    /** It carries no section. */
    public static final int NO_TABLE = -1;

    /** Kinds of content. */
    public enum Content {
        STUFFING,
        SECTION,
        /** A clock reference and nothing else. */
        REFERENCE,
        /** First packet of a PES packet, with its header. */
        UNIT_START,
        /** A further packet of it. */
        UNIT
    }

    static final TsPart NULL_PACKET = new TsPart(0x1FFF, Content.STUFFING, NO_TABLE, 0);

    static TsPart of(int pid, Content what) {
        return new TsPart(pid, what, NO_TABLE, 0);
    }

    /** Whether it is a section of this table. */
    public boolean isTable(int id) {
        return tableId == id;
    }
}
