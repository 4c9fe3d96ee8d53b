package io.bandwatch.detectors.content;

/** Which bits of a word are most likely to have turned over. */
public final class LeastSureBits {
    private LeastSureBits() {}

    /**
     * The bits that are least sure, the least first.
     *
     * @param differences of {@link SoundWord#differences}
     * @param count how many of them
     */
    public static int[] of(int[] differences, int count) {
        int[] sizes = new int[count];
        int[] bits = new int[count];
        int found = 0;
        for (int bit = 0; bit < differences.length; bit++) {
            int size = Math.abs(differences[bit]);
            if (found == count && size >= sizes[count - 1]) {
                continue;
            }
            int place = found < count ? found++ : count - 1;
            while (place > 0 && sizes[place - 1] > size) {
                sizes[place] = sizes[place - 1];
                bits[place] = bits[place - 1];
                place--;
            }
            sizes[place] = size;
            bits[place] = bit;
        }
        return bits;
    }
}
