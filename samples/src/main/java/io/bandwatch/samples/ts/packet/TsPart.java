package io.bandwatch.samples.ts.packet;

/**
 * Something that a packet carries. Of a packet that carries several things each is a part.
 *
 * @param pid its PID
 * @param what kind of content
 * @param tableId table_id of the section that it carries, {@value #NONE} for none
 * @param extension table_id_extension of that section, {@value #NONE} for none
 * @param section section_number of that section
 * @param at where in its packet it begins, bytes: the section, or the PES packet
 */
public record TsPart(int pid, Content what, int tableId, int extension, int section, int at) {
    /** It carries no section, or the section has none. */
    public static final int NONE = -1;

    private static final int PAYLOAD = 4;

    /** Kinds of content. */
    public enum Content {
        STUFFING,
        SECTION,
        /** A clock reference. */
        REFERENCE,
        /** First packet of a PES packet, with its header. */
        UNIT_START,
        /** A further packet of it. */
        UNIT
    }

    public static final TsPart NULL_PACKET = of(PacketBytes.NULL_PID, Content.STUFFING);

    public static TsPart of(int pid, Content what) {
        return new TsPart(pid, what, NONE, NONE, 0, PAYLOAD);
    }

    /** Whether it is a section of this table. */
    public boolean isTable(int id) {
        return tableId == id;
    }
}
