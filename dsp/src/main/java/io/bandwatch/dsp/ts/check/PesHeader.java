package io.bandwatch.dsp.ts.check;

import io.bandwatch.signal.ts.Codec;
import java.util.Optional;

/** The beginning of a PES packet (ISO/IEC 13818-1, 2.4.3.6). */
final class PesHeader {
    private static final int FIXED_BYTES = 9;

    private PesHeader() {}

    /** packet_start_code_prefix, and room for the fixed part. */
    static boolean startsAt(byte[] bytes, int at, int end) {
        return at + FIXED_BYTES <= end && bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 1;
    }

    /** PTS_DTS_flags of the stream_ids that have the long header: those marked 10 there. */
    static boolean hasPts(byte[] bytes, int at, int end) {
        return at + FIXED_BYTES + 5 <= end && (bytes[at + 6] & 0xC0) == 0x80 && (bytes[at + 7] & 0x80) != 0;
    }

    /** stream_id 110x xxxx: ISO/IEC 13818-3 or 11172-3 audio, AAC too (table 2-22). */
    static boolean mayBeMpegAudio(byte[] bytes, int at) {
        return (bytes[at + 3] & 0xE0) == 0xC0;
    }

    /** Layer of the first audio frame, where one begins with the payload; AAC has layer 0 and is none. */
    static Optional<Codec> audioLayer(byte[] bytes, int at, int end) {
        int frame = at + FIXED_BYTES + (bytes[at + 8] & 0xFF);
        if (frame + 2 > end || bytes[frame] != (byte) 0xFF || (bytes[frame + 1] & 0xE0) != 0xE0) {
            return Optional.empty();
        }
        return switch (bytes[frame + 1] >> 1 & 3) {
            case 3 -> Optional.of(Codec.MP1);
            case 2 -> Optional.of(Codec.MP2);
            case 1 -> Optional.of(Codec.MP3);
            default -> Optional.empty();
        };
    }
}
