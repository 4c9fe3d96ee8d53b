package io.bandwatch.detectors.rds.frequency;

import java.util.Arrays;

/**
 * A list of alternative frequencies while its pairs come. The pairs bear no number, so a lost group voids what came.
 *
 * @param expected frequencies announced, -1 before a list began
 * @param khz those that came, kHz
 */
public record FrequencyList(int expected, int[] khz) {
    public static final FrequencyList NONE = new FrequencyList(-1, new int[0]);

    /** With one more pair of codes, first byte high. */
    public FrequencyList with(int pair) {
        int first = pair >> 8;
        int second = pair & 0xFF;
        int length = FrequencyCode.listLength(first);
        if (length >= 0) {
            return new FrequencyList(length, new int[0]).plus(FrequencyCode.vhfKhz(second));
        }
        if (expected < 0 || isComplete()) {
            return NONE;
        }
        if (first == FrequencyCode.LOW_BAND_FOLLOWS) {
            return plus(FrequencyCode.lowBandKhz(second));
        }
        return plus(FrequencyCode.vhfKhz(first)).plus(FrequencyCode.vhfKhz(second));
    }

    private FrequencyList plus(int frequencyKhz) {
        if (frequencyKhz == 0 || isComplete()) {
            return this;
        }
        int[] more = Arrays.copyOf(khz, khz.length + 1);
        more[khz.length] = frequencyKhz;
        return new FrequencyList(expected, more);
    }

    public boolean isComplete() {
        return expected == khz.length;
    }
}
