package io.bandwatch.ingest.av.demux;

import io.bandwatch.signal.ts.Codec;
import java.util.Optional;

/**
 * Tells the units of a track that begin with a picture which needs no other: of MPEG-2 an I picture (ISO/IEC 13818-2, 6.3.9,
 * picture_coding_type 1), of H.264 a picture of I slices (ITU-T H.264, 7.3.3 and 7.4.3: first_mb_in_slice, slice_type 2 or 7) or an IDR, of
 * HEVC an IRAP picture (ITU-T H.265, table 7-1, types 16 to 21), of AVS an I picture (GB/T 20090.2, start code B3).
 */
enum KeyPictures {
    MPEG2VIDEO {
        @Override
        boolean startsWithOne(byte[] unit) {
            int at = startCode(unit, 0);
            while (at >= 0 && at + 2 < unit.length && unit[at] != 0) {
                at = startCode(unit, at);
            }
            return at >= 0 && at + 2 < unit.length && (unit[at + 2] >> 3 & 7) == 1;
        }
    },
    H264 {
        @Override
        boolean startsWithOne(byte[] unit) {
            boolean found = false;
            for (int at = startCode(unit, 0); at >= 0 && at < unit.length; at = startCode(unit, at)) {
                int type = unit[at] & 0x1F;
                if (type == 5) {
                    return true;
                }
                if (type == 1 || type == 2) {
                    long[] bit = {8L * (at + 1)};
                    boolean begins = exponentialGolomb(unit, bit) == 0;
                    if (found && begins) {
                        // the other field, made of the first
                        return true;
                    }
                    long slice = exponentialGolomb(unit, bit);
                    if (slice != 2 && slice != 7) {
                        return false;
                    }
                    found = true;
                }
            }
            return found;
        }
    },
    HEVC {
        @Override
        boolean startsWithOne(byte[] unit) {
            for (int at = startCode(unit, 0); at >= 0 && at < unit.length; at = startCode(unit, at)) {
                int type = unit[at] >> 1 & 0x3F;
                if (type < 32) {
                    return type >= 16 && type <= 21;
                }
            }
            return false;
        }
    },
    AVS {
        @Override
        boolean startsWithOne(byte[] unit) {
            for (int at = startCode(unit, 0); at >= 0 && at < unit.length; at = startCode(unit, at)) {
                int code = unit[at] & 0xFF;
                if (code == 0xB3 || code == 0xB6) {
                    return code == 0xB3;
                }
            }
            return false;
        }
    };

    /** Whether the first picture in a unit needs no other; false where it is cut off before that can be seen. */
    abstract boolean startsWithOne(byte[] unit);

    /** For a codec; nothing for those whose pictures are not told apart here. */
    static Optional<KeyPictures> of(Codec codec) {
        for (KeyPictures pictures : values()) {
            if (pictures.name().equals(codec.name())) {
                return Optional.of(pictures);
            }
        }
        return Optional.empty();
    }

    /** Index of the byte after the next 00 00 01 at or after {@code from}; below 0 without one. */
    private static int startCode(byte[] unit, int from) {
        for (int at = from; at + 3 < unit.length; at++) {
            if (unit[at] == 0 && unit[at + 1] == 0 && unit[at + 2] == 1) {
                return at + 3;
            }
        }
        return -1;
    }

    /** Reads ue(v) (H.264, 9.1) at a bit, and moves behind it; below 0 where the unit ends. */
    private static long exponentialGolomb(byte[] unit, long[] at) {
        int zeros = 0;
        while (bit(unit, at[0]) == 0 && zeros < 32) {
            zeros++;
            at[0]++;
        }
        long value = 0;
        for (int i = 0; i <= zeros; i++) {
            int bit = bit(unit, at[0]++);
            if (bit < 0) {
                return -1;
            }
            value = value << 1 | bit;
        }
        return value - 1;
    }

    private static int bit(byte[] unit, long at) {
        int index = (int) (at >> 3);
        return index >= unit.length ? -1 : unit[index] >> (7 - (int) (at & 7)) & 1;
    }
}
