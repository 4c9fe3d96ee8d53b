package io.bandwatch.detectors.rds.frequency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlternativeFrequenciesTest {

    @Test
    void methodAListsTheFrequenciesOfTheProgramme() {
        // three follow: 99.5 and, in the next pair, 89.3 and 101.7 MHz
        AlternativeFrequencies[] lists = complete(pair(227, 120), pair(18, 142));
        assertThat(lists).hasSize(1);
        assertThat(lists[0].transmitterKhz()).isNull();
        assertThat(lists[0].sameProgrammeKhz()).containsExactly(99_500, 89_300, 101_700);
    }

    @Test
    void methodBPairsEachWithItsTransmitter() {
        // five pairs with 99.5 MHz: three ascending, the same programme, and two descending, regional variants
        AlternativeFrequencies[] lists =
                complete(pair(235, 120), pair(18, 120), pair(120, 142), pair(120, 151), pair(173, 120), pair(120, 13));
        assertThat(lists[0].transmitterKhz()).isEqualTo(99_500);
        assertThat(lists[0].sameProgrammeKhz()).containsExactly(89_300, 101_700, 102_600);
        assertThat(lists[0].regionalKhz()).containsExactly(104_800, 88_800);
    }

    @Test
    void methodBKeepsAListPerTransmitter() {
        AlternativeFrequencies[] lists =
                complete(pair(227, 120), pair(18, 120), pair(227, 18), pair(18, 120), pair(227, 120), pair(120, 142));
        assertThat(lists).extracting(AlternativeFrequencies::transmitterKhz).containsExactly(99_500, 89_300);
        assertThat(lists[0].sameProgrammeKhz()).containsExactly(101_700);
    }

    @Test
    void longAndMediumWaveFollowTheirCode() {
        AlternativeFrequencies[] lists = complete(pair(227, 120), pair(250, 1), pair(250, 16));
        assertThat(lists[0].sameProgrammeKhz()).containsExactly(99_500, 153, 531);
    }

    @Test
    void aLostPairVoidsTheListInsteadOfMixingTwo() {
        FrequencyLists lists = FrequencyLists.NONE
                .with(pair(228, 120))
                .with(pair(18, 142))
                .interrupted()
                .with(pair(151, 205));
        assertThat(lists.complete()).isEmpty();
    }

    private static AlternativeFrequencies[] complete(int... pairs) {
        FrequencyLists lists = FrequencyLists.NONE;
        for (int pair : pairs) {
            lists = lists.with(pair);
        }
        return lists.complete();
    }

    private static int pair(int first, int second) {
        return (first << 8) | second;
    }
}
