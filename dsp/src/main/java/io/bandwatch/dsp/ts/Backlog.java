package io.bandwatch.dsp.ts;

/** Bytes that wait until the time of their packets is known. */
final class Backlog {
    private byte[] bytes = new byte[0];
    private int from;
    private int end;

    boolean isEmpty() {
        return from == end;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int size() {
        return end - from;
    }

    void add(byte[] block, int offset, int length) {
        if (end + length > bytes.length) {
            byte[] larger = size() + length > bytes.length ? new byte[2 * (size() + length)] : bytes;
            System.arraycopy(bytes, from, larger, 0, size());
            bytes = larger;
            end -= from;
            from = 0;
        }
        System.arraycopy(block, offset, bytes, end, length);
        end += length;
    }

    /** So many of the oldest bytes are done with. */
    void done(int count) {
        from += count;
        if (from == end) {
            from = 0;
            end = 0;
        }
    }
}
