package io.bandwatch.ingest.av.demux;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What a unit costs: its bytes without padding, which coders make of long runs of 00 and FF. */
final class CodedCost {
    /** Shorter runs occur in coded pictures and sound; what is left over at the ends of a longer one costs next to nothing. */
    private static final int WORD = Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private CodedCost() {}

    /** Bytes that are not in a word of padding. */
    static int of(byte[] bytes) {
        int cost = bytes.length;
        for (int at = 0; at + WORD <= bytes.length; at += WORD) {
            long word = (long) WORDS.get(bytes, at);
            cost -= word == 0 || word == -1 ? WORD : 0;
        }
        return cost;
    }
}
