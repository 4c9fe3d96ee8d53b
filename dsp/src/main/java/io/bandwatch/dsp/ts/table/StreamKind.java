package io.bandwatch.dsp.ts.table;

import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;

/**
 * What a stream_type means alone: ISO/IEC 13818-1, table 2-34; GB/T 20090.1 and GB/T 33475.1 for AVS; ATSC A/53-3, SCTE 35
 * and the Blu-ray registration for the values that are private to each.
 *
 * @param codec how it is coded
 * @param role what it is
 */
record StreamKind(Codec codec, PidRole role) {
    static final StreamKind DATA = new StreamKind(Codec.OTHER, PidRole.DATA);
    static final StreamKind SPLICES = new StreamKind(Codec.OTHER, PidRole.SCTE35);
    static final StreamKind OTHER_AUDIO = audio(Codec.OTHER);
    static final StreamKind OTHER_VIDEO = video(Codec.OTHER);
    static final StreamKind SUBTITLE = new StreamKind(Codec.OTHER, PidRole.SUBTITLE);
    static final StreamKind TELETEXT = new StreamKind(Codec.OTHER, PidRole.TELETEXT);
    static final StreamKind AIT = new StreamKind(Codec.OTHER, PidRole.AIT);

    static StreamKind video(Codec codec) {
        return new StreamKind(codec, PidRole.VIDEO);
    }

    static StreamKind audio(Codec codec) {
        return new StreamKind(codec, PidRole.AUDIO);
    }

    static StreamKind ofStreamType(int streamType, boolean bluRay) {
        return switch (streamType) {
            case 0x01, 0x02, 0x22 -> video(Codec.MPEG2VIDEO);
            case 0x03, 0x04 -> audio(Codec.MP2);
            case 0x0F, 0x1C, 0xCF -> audio(Codec.AAC);
            case 0x10, 0x1E, 0x21, 0x32, 0x33, 0x34, 0x35, 0x36, 0xD1, 0xD4, 0xEA -> OTHER_VIDEO;
            case 0x11 -> audio(Codec.AAC_LATM);
            case 0x1B, 0x1F, 0x20, 0x23, 0x26, 0xDB -> video(Codec.H264);
            case 0x24, 0x25, 0x28, 0x29, 0x2A, 0x2B, 0x31 -> video(Codec.HEVC);
            case 0x2D, 0x2E, 0x43, 0xD3, 0xD5 -> OTHER_AUDIO;
            case 0x1D -> SUBTITLE;
            case 0x42 -> video(Codec.AVS);
            case 0xD2 -> video(Codec.AVS2);
            default -> streamType >= 0x80 ? ofPrivateType(streamType, bluRay) : DATA;
        };
    }

    /** Values from 0x80 on are private, and Blu-ray and cable use them differently. */
    private static StreamKind ofPrivateType(int streamType, boolean bluRay) {
        return switch (streamType) {
            case 0x80 -> bluRay ? OTHER_AUDIO : video(Codec.MPEG2VIDEO);
            case 0x81, 0xC1 -> audio(Codec.AC3);
            case 0x82 -> bluRay ? audio(Codec.DTS) : SUBTITLE;
            case 0x83 -> OTHER_AUDIO;
            case 0x84, 0x87, 0xA1, 0xC2 -> audio(Codec.EAC3);
            case 0x85, 0x8A, 0xA2 -> audio(Codec.DTS);
            case 0x86 -> bluRay ? audio(Codec.DTS) : SPLICES;
            case 0x90, 0x92 -> SUBTITLE;
            default -> DATA;
        };
    }
}
