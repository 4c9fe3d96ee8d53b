package io.bandwatch.ingest.inspect;

/**
 * Recognises MPEG audio without a tag by its frames: sync word, a header without forbidden values, and the next header
 * where this one says that it is (ISO/IEC 11172-3, 2.4.1.3 and 2.4.2.3; ISO/IEC 13818-3 for the lower rates).
 */
final class MpegAudio {
    /** Three headers in their places: raw samples do so once in some 10^10 files. */
    private static final int HEADERS = 3;

    private static final int[] LAYER2_KBPS = {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] LAYER3_KBPS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] LOW_RATE_KBPS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES_HZ = {44_100, 48_000, 32_000};

    private MpegAudio() {}

    static boolean begins(byte[] head) {
        int at = 0;
        for (int i = 0; i < HEADERS; i++) {
            int length = frameBytes(head, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Length of the frame that begins here, or 0 if none does. */
    private static int frameBytes(byte[] head, int at) {
        if (at + 4 > head.length || (head[at] & 0xff) != 0xff || (head[at + 1] & 0xe0) != 0xe0) {
            return 0;
        }
        int version = head[at + 1] >> 3 & 3;
        int layer = head[at + 1] >> 1 & 3;
        int bitrate = head[at + 2] >> 4 & 15;
        int rate = head[at + 2] >> 2 & 3;
        boolean layer3 = layer == 1;
        if (version == 1 || !(layer3 || layer == 2) || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        boolean full = version == 3;
        int kbps = !full ? LOW_RATE_KBPS[bitrate] : layer3 ? LAYER3_KBPS[bitrate] : LAYER2_KBPS[bitrate];
        int rateHz = RATES_HZ[rate] >> (full ? 0 : version == 2 ? 1 : 2);
        int bytesPerKbpsSecond = layer3 && !full ? 72_000 : 144_000;
        return bytesPerKbpsSecond * kbps / rateHz + (head[at + 2] >> 1 & 1);
    }
}
