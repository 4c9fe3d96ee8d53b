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
 * @param whole it ends in that packet
 */
public record TsPart(int pid, Content what, int tableId, int extension, int section, int at, boolean whole) {
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
        return new TsPart(pid, what, NONE, NONE, 0, PAYLOAD, true);
    }

    /** A packet in which a section goes on; it may end there. */
    public static TsPart further(int pid, boolean ends) {
        return new TsPart(pid, Content.SECTION, NONE, NONE, 0, PAYLOAD, ends);
    }

    /** Whether it is a section of this table. */
    public boolean isTable(int id) {
        return tableId == id;
    }
}
