package io.bandwatch.detectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdsTextsTest {
    private static final int PI = 0xC123;
    private static final String NAME = "BANDWACH";
    private static final String TEXT = "Twenty-four hours of music and news for the county";

    private Listening heard = new Listening();

    private static final List<String> SCROLL = List.of("THE BEST", " OF MUSI", "C AND   ", "NEWS FOR", "  YOU   ");

    // one name in each round of four groups, or two rounds of it, with text between
    private static List<int[]> scrolling(int rounds) {
        List<int[]> groups = new ArrayList<>();
        List<int[]> texts = StationGroups.text(PI, 0, TEXT);
        int t = 0;
        for (int turn = 0; turn < 60; turn++) {
            for (int n = 0; n < 4 * rounds; n++) {
                groups.add(StationGroups.nameSegment(PI, SCROLL.get(turn % SCROLL.size()), n % 4));
                groups.add(texts.get(t++ % texts.size()));
            }
        }
        return groups;
    }

    @Test
    void aScrollingNameIsReportedAsItStands() {
        heard.toGroups(scrolling(1));
        assertThat(heard.names).containsExactlyInAnyOrderElementsOf(SCROLL);
        assertThat(heard.station().psRounds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aScrollingNameIsNeverAMixtureOfTwo(long seed) {
        for (int rounds = 1; rounds <= 2; rounds++) {
            for (double lost : new double[] {0.05, 0.15, 0.3}) {
                heard = new Listening();
                heard.to(new RdsBitStream()
                        .groups(scrolling(rounds))
                        .withLostGroups(lost, seed)
                        .frames());
                assertThat(SCROLL).containsAll(heard.names);
                assertThat(heard.names).as("lost %s", lost).isNotEmpty();
            }
        }
    }

    @Test
    void puttingSegmentsTogetherRegardlessOfChangeMixesNames() {
        char[] shown = new char[8];
        Set<String> mixed = new TreeSet<>();
        for (int[] words : scrolling(1)) {
            if (words[1] >> 12 == 0) {
                int segment = words[1] & 3;
                shown[2 * segment] = (char) (words[3] >> 8);
                shown[2 * segment + 1] = (char) (words[3] & 0xFF);
                mixed.add(new String(shown));
            }
        }
        assertThat(mixed).contains("C ANMUSI");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void textsFollowTheirSwitchWithAndWithoutTheFlag(int flagOfSecond) {
        List<int[]> groups = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            groups.addAll(StationGroups.text(PI, 0, TEXT));
        }
        for (int n = 0; n < 3; n++) {
            groups.addAll(StationGroups.text(PI, flagOfSecond, "Now: a second text that differs"));
        }
        heard.toGroups(groups);
        assertThat(heard.texts).containsExactly(TEXT, "Now: a second text that differs");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void textsSwitchedInTheMiddleAreNotMixedWhenGroupsAreLost(long seed) {
        List<int[]> first = StationGroups.text(PI, 0, TEXT);
        List<int[]> second = StationGroups.text(PI, 1, "Now: a second text that differs");
        List<int[]> groups = new ArrayList<>();
        for (int turn = 0; turn < 20; turn++) {
            groups.addAll(first);
            groups.addAll(first.subList(0, turn % first.size()));
            groups.addAll(second);
            groups.addAll(second);
        }
        heard.to(new RdsBitStream().groups(groups).withLostGroups(0.1, seed).frames());
        assertThat(heard.texts).containsExactlyInAnyOrder(TEXT, "Now: a second text that differs");
    }

    @Test
    void aTextWithoutEndMarkIsCompleteWhenItsSegmentsCameTwice() {
        List<int[]> segments = StationGroups.text(PI, 0, "Sixteen letters.").subList(0, 4);
        List<int[]> groups = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            groups.addAll(segments);
        }
        heard.toGroups(groups);
        assertThat(heard.station().radioText()).isNull();
        assertThat(heard.station().partialRadioText()).isEqualTo("Sixteen letters.");
        groups.add(segments.get(0));
        heard = new Listening();
        heard.toGroups(groups);
        assertThat(heard.station().radioText()).isEqualTo("Sixteen letters.");
    }

    @Test
    void aTextThatIsNotSentAnyMoreExpiresBeforeTheStation() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        for (int n = 0; n < 200; n++) {
            groups.addAll(StationGroups.name(PI, NAME));
        }
        heard.toGroups(groups);
        assertThat(heard.station().ps()).isEqualTo(NAME);
        assertThat(heard.station().radioText()).isNull();
        assertThat(heard.texts).containsExactly(TEXT);
    }
}
