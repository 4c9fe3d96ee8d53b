package io.bandwatch.ingest.av.wire;

import io.bandwatch.ingest.DecodingDepth;

/**
 * What a decoder process is to do.
 *
 * @param file media file to decode; empty where the bytes of a transport stream follow
 * @param programme program_number in the transport stream; 0 is the first of its PAT
 * @param mostWidth of small luma planes
 * @param fullLuma the luma as sent is wanted as well
 * @param depth how much of a service is decoded
 * @param threads of each decoder
 */
public record Order(String file, int programme, int mostWidth, boolean fullLuma, DecodingDepth depth, int threads) {
    private static final int USUAL_WIDTH = 320;

    /** A service of a transport stream, everything decoded, one thread a decoder. */
    public static Order ofProgramme(int programme) {
        return new Order("", programme, USUAL_WIDTH, false, DecodingDepth.WHOLE, 1);
    }

    /** A whole media file. */
    public static Order ofFile(String file) {
        return new Order(file, 0, USUAL_WIDTH, false, DecodingDepth.WHOLE, 1);
    }

    public Order withFullLuma() {
        return new Order(file, programme, mostWidth, true, depth, threads);
    }

    public Order withDepth(DecodingDepth howMuch) {
        return new Order(file, programme, mostWidth, fullLuma, howMuch, threads);
    }
}
