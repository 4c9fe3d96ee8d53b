package io.bandwatch.dsp.ts.section;

/**
 * The CRC of sections: ISO/IEC 13818-1, Annex A; polynomial 0x04C11DB7, all ones at the start, most significant bit first,
 * so that a section with its CRC gives 0. Four bytes a step (M. E. Kounavis, F. L. Berry, "Novel Table Lookup-Based
 * Algorithms for High-Performance CRC Generation", IEEE Trans. Computers 57, 2008).
 */
public final class SectionCrc {
    private static final int POLYNOMIAL = 0x04C1_1DB7;
    private static final int[][] TABLES = tables();

    private SectionCrc() {}

    /** CRC of some bytes. */
    public static int of(byte[] bytes, int offset, int length) {
        int[] one = TABLES[0];
        int[] two = TABLES[1];
        int[] three = TABLES[2];
        int[] four = TABLES[3];
        int crc = -1;
        int at = offset;
        int end = offset + length;
        for (; at + 4 <= end; at += 4) {
            crc ^= bytes[at] << 24
                    | (bytes[at + 1] & 0xFF) << 16
                    | (bytes[at + 2] & 0xFF) << 8
                    | (bytes[at + 3] & 0xFF);
            crc = four[crc >>> 24] ^ three[(crc >>> 16) & 0xFF] ^ two[(crc >>> 8) & 0xFF] ^ one[crc & 0xFF];
        }
        for (; at < end; at++) {
            crc = (crc << 8) ^ one[(crc >>> 24) ^ (bytes[at] & 0xFF)];
        }
        return crc;
    }

    private static int[][] tables() {
        int[][] tables = new int[4][256];
        for (int value = 0; value < 256; value++) {
            int crc = value << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ (crc < 0 ? POLYNOMIAL : 0);
            }
            tables[0][value] = crc;
        }
        for (int table = 1; table < 4; table++) {
            for (int value = 0; value < 256; value++) {
                int before = tables[table - 1][value];
                tables[table][value] = before << 8 ^ tables[0][before >>> 24];
            }
        }
        return tables;
    }
}
