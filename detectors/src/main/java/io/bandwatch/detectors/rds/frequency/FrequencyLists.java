package io.bandwatch.detectors.rds.frequency;

import java.util.Arrays;
import java.util.Objects;

/**
 * The alternative frequencies of group 0A.
 *
 * @param underWay the list that is coming
 * @param complete the lists that came; one by method A, one per transmitter by method B
 */
public record FrequencyLists(FrequencyList underWay, AlternativeFrequencies[] complete) {
    public static final FrequencyLists NONE = new FrequencyLists(FrequencyList.NONE, new AlternativeFrequencies[0]);
    /** A list by method B stands for a transmitter; no network has its programme on more than a band of them. */
    private static final int MOST = 64;

    /** A group was lost, and with it perhaps a pair of the list under way. */
    public FrequencyLists interrupted() {
        return underWay.expected() < 0 ? this : new FrequencyLists(FrequencyList.NONE, complete);
    }

    /** With one more pair of codes, first byte high. */
    public FrequencyLists with(int pair) {
        FrequencyList more = underWay.with(pair);
        return new FrequencyLists(more, more.isComplete() ? with(AlternativeFrequencies.of(more)) : complete);
    }

    private AlternativeFrequencies[] with(AlternativeFrequencies list) {
        if (list.transmitterKhz() == null) {
            return new AlternativeFrequencies[] {list};
        }
        int at = 0;
        while (at < complete.length && !Objects.equals(complete[at].transmitterKhz(), list.transmitterKhz())) {
            at++;
        }
        if (at == MOST) {
            return complete;
        }
        AlternativeFrequencies[] more = Arrays.copyOf(complete, Math.max(complete.length, at + 1));
        more[at] = list;
        return more;
    }
}
