package io.bandwatch.dsp.ts.section;

/** Who takes the sections of a PID. */
@FunctionalInterface
public interface SectionSink {
    /**
     * A whole section whose CRC is right, where it carries one.
     *
     * @param section the bytes, from table_id to the CRC; used again for the next section, so nobody keeps them
     * @param length bytes of the section
     */
    void section(byte[] section, int length);

    /** A whole section whose CRC is wrong; its bytes may say anything. */
    default void damaged(byte[] section, int length) {}
}
