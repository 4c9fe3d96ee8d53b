package io.bandwatch.detectors.rds.frequency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One complete list of alternative frequencies. Method A gives the frequencies of the programme, method B pairs each of
 * them with the transmitter it is an alternative to, ascending for the same programme and descending for a regional
 * variant (IEC 62106-2, alternative frequencies).
 *
 * @param transmitterKhz method B: the frequency that the others are alternatives to, kHz; null by method A
 * @param sameProgrammeKhz frequencies with the same programme, kHz, in the order sent
 * @param regionalKhz method B: frequencies with a regional variant at times, kHz
 */
public record AlternativeFrequencies(@Nullable Integer transmitterKhz, int[] sameProgrammeKhz, int[] regionalKhz) {

    static AlternativeFrequencies of(FrequencyList list) {
        int[] khz = list.khz();
        return isPaired(khz) ? paired(khz) : new AlternativeFrequencies(null, khz, new int[0]);
    }

    // a list by method A could by chance hold its first frequency in every pair only if it named it twice
    private static boolean isPaired(int[] khz) {
        boolean paired = khz.length >= 3 && khz.length % 2 == 1;
        for (int i = 1; paired && i < khz.length; i += 2) {
            paired = khz[i] == khz[0] || khz[i + 1] == khz[0];
        }
        return paired;
    }

    private static AlternativeFrequencies paired(int[] khz) {
        int[] same = new int[khz.length];
        int[] regional = new int[khz.length];
        int sames = 0;
        int regionals = 0;
        for (int i = 1; i < khz.length; i += 2) {
            int other = khz[i] == khz[0] ? khz[i + 1] : khz[i];
            if (khz[i] < khz[i + 1]) {
                same[sames++] = other;
            } else {
                regional[regionals++] = other;
            }
        }
        return new AlternativeFrequencies(khz[0], Arrays.copyOf(same, sames), Arrays.copyOf(regional, regionals));
    }
}
