package io.bandwatch.detectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.rds.sync.BlockSynchroniser;
import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.sync.SyncSettings;
import io.bandwatch.detectors.rds.sync.SyncState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdsReceiverTest {
    private static final int PI = 0xC123;
    private static final int OTHER_PI = 0xC456;
    private static final String NAME = "BANDWACH";
    private static final String TEXT = "Twenty-four hours of music and news for the county";
    private static final RdsReceiver RECEIVER = new RdsReceiver(RdsSettings.DEFAULT);

    private RdsState state = RECEIVER.initial();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<Integer> codes = new LinkedHashSet<>();

    @Test
    void aCleanStationIsKnownAfterTwoSeconds() {
        show(new RdsBitStream().groups(StationGroups.mixed(PI, NAME, TEXT, 23)).frames());
        assertThat(station().pi()).isEqualTo(PI);
        assertThat(station().ps()).isEqualTo(NAME);
        assertThat(station().flags().programmeType()).isEqualTo(StationGroups.POP);
        assertThat(station().flags().stereo()).isTrue();
        assertThat(RECEIVER.reception(state).blockErrorRate()).isZero();
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @CsvSource({
        // symbol errors; each makes two bits wrong, so that a block has none with (1 - rate)^27
        "0.001, 0.02, 0.035",
        "0.005, 0.10, 0.15",
        "0.02, 0.37, 0.47"
    })
    void noWrongFactComesOfBitErrors(double symbolErrorRate, double leastBlockErrors, double mostBlockErrors) {
        for (long seed : seeds()) {
            forget();
            show(new RdsBitStream()
                    .groups(StationGroups.mixed(PI, NAME, TEXT, 700))
                    .withSymbolErrors(symbolErrorRate, seed)
                    .frames());
            assertThat(codes).containsExactly(PI);
            assertThat(names).containsExactly(NAME);
            assertThat(texts).containsExactly(TEXT);
            RdsReception reception = RECEIVER.reception(state);
            assertThat((double) reception.erroneousBlocks() / reception.blocks())
                    .isBetween(leastBlockErrors, mostBlockErrors);
        }
    }

    @Test
    void noWrongFactComesOfHopelessReception() {
        for (long seed : seeds()) {
            forget();
            show(new RdsBitStream()
                    .groups(StationGroups.mixed(PI, NAME, TEXT, 1400))
                    .withSymbolErrors(0.06, seed)
                    .frames());
            assertThat(codes).isSubsetOf(PI);
            assertThat(names).isSubsetOf(NAME);
            assertThat(texts).isSubsetOf(TEXT);
        }
    }

    @Test
    void noiseNamesNobody() {
        show(RdsBitStream.frames(RdsBitStream.random(1_000_000, new SplittableRandom(11)), 0));
        assertThat(codes).isEmpty();
        assertThat(names).isEmpty();
    }

    @Test
    void takingTheFirstPiNamesTheWrongStationFromADamagedBlock() {
        // block A of the first group is another PI's by an error that the code cannot see, then the station goes on
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 40));
        groups.set(0, new int[] {OTHER_PI, groups.get(0)[1], groups.get(0)[2], groups.get(0)[3]});
        byte[] bits = new RdsBitStream().groups(groups).bits();
        for (int i = 80; i < 104; i += 3) {
            bits[i] = (byte) -bits[i];
        }
        List<BitFrame> frames = RdsBitStream.frames(bits, 0);
        Group first = new BlockSynchroniser(SyncSettings.DEFAULT)
                .receive(SyncState.NONE, frames.get(0))
                .groups()
                .get(0);
        assertThat(first.isExact(Group.A)).isTrue();
        assertThat(first.word(Group.A)).isEqualTo(OTHER_PI);
        show(frames);
        assertThat(codes).containsExactly(PI);
    }

    @Test
    void anotherPiMustComeTwice() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        groups.addAll(StationGroups.name(OTHER_PI, "IMPOSTOR").subList(0, 1));
        groups.addAll(StationGroups.mixed(PI, NAME, TEXT, 20));
        showGroups(groups);
        assertThat(codes).containsExactly(PI);
        show(RdsBitStream.frames(
                new RdsBitStream()
                        .groups(StationGroups.mixed(OTHER_PI, "IMPOSTOR", "text", 20))
                        .bits(),
                8_000_000_000L));
        assertThat(station().pi()).isEqualTo(OTHER_PI);
        assertThat(station().ps()).isEqualTo("IMPOSTOR");
    }

    @Test
    void whatOneStationSaidIsNotOfTheNext() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        groups.addAll(StationGroups.name(OTHER_PI, "IMPOSTOR").subList(0, 3));
        showGroups(groups);
        assertThat(station().pi()).isEqualTo(OTHER_PI);
        assertThat(station().ps()).isNull();
        assertThat(station().radioText()).isNull();
    }

    @Test
    void aCloneOfThePiShowsByItsName() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        groups.addAll(StationGroups.mixed(PI, "DR WONDR", "Call now", 30));
        showGroups(groups);
        assertThat(codes).containsExactly(PI);
        assertThat(names).containsExactly(NAME, "DR WONDR");
        assertThat(texts).containsExactly(TEXT, "Call now");
    }

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
        showGroups(scrolling(1));
        assertThat(names).containsExactlyInAnyOrderElementsOf(SCROLL);
        assertThat(station().psRounds()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aScrollingNameIsNeverAMixtureOfTwo(long seed) {
        for (int rounds = 1; rounds <= 2; rounds++) {
            for (double lost : new double[] {0.05, 0.15, 0.3}) {
                forget();
                show(new RdsBitStream()
                        .groups(scrolling(rounds))
                        .withLostGroups(lost, seed)
                        .frames());
                assertThat(SCROLL).containsAll(names);
                assertThat(names).as("lost %s", lost).isNotEmpty();
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
        showGroups(groups);
        assertThat(texts).containsExactly(TEXT, "Now: a second text that differs");
    }

    @ParameterizedTest
    @MethodSource("seeds")
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
        show(new RdsBitStream().groups(groups).withLostGroups(0.1, seed).frames());
        assertThat(texts).containsExactlyInAnyOrder(TEXT, "Now: a second text that differs");
    }

    @Test
    void aTextWithoutEndMarkIsCompleteWhenItsSegmentsCameTwice() {
        List<int[]> segments = StationGroups.text(PI, 0, "Sixteen letters.").subList(0, 4);
        List<int[]> groups = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            groups.addAll(segments);
        }
        showGroups(groups);
        assertThat(station().radioText()).isNull();
        assertThat(station().partialRadioText()).isEqualTo("Sixteen letters.");
        groups.add(segments.get(0));
        forget();
        showGroups(groups);
        assertThat(station().radioText()).isEqualTo("Sixteen letters.");
    }

    @Test
    void aStationThatComesBackIsKnownWithinTwoRoundsOfItsName() {
        byte[] before = new RdsBitStream()
                .groups(StationGroups.mixed(PI, NAME, TEXT, 40))
                .bits();
        byte[] after = new RdsBitStream()
                .groups(StationGroups.mixed(OTHER_PI, "CHANGED ", TEXT, 16))
                .bits();
        show(RdsBitStream.frames(before, 0));
        show(RdsBitStream.frames(after, 6_000_000_000L));
        assertThat(station().pi()).isEqualTo(OTHER_PI);
        assertThat(station().ps()).isEqualTo("CHANGED ");
    }

    @Test
    void whatIsNotSaidAnyMoreExpires() {
        show(new RdsBitStream().groups(StationGroups.mixed(PI, NAME, TEXT, 60)).frames());
        silence(5_500, 15_000);
        assertThat(station().pi()).isEqualTo(PI);
        silence(15_000, 17_000);
        assertThat(station().pi()).isNull();
        assertThat(station().ps()).isNull();
        assertThat(station().lastSeen()).isNull();
    }

    @Test
    void aTextThatIsNotSentAnyMoreExpiresBeforeTheStation() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        for (int n = 0; n < 200; n++) {
            groups.addAll(StationGroups.name(PI, NAME));
        }
        showGroups(groups);
        assertThat(station().ps()).isEqualTo(NAME);
        assertThat(station().radioText()).isNull();
        assertThat(texts).containsExactly(TEXT);
    }

    @Test
    void framesMayBeCutAnywhere() {
        byte[] bits = new RdsBitStream()
                .groups(StationGroups.mixed(PI, NAME, TEXT, 60))
                .bits();
        show(RdsBitStream.frames(bits, 0));
        RdsStation whole = station();
        for (int length : new int[] {1, 26, 103, 5000}) {
            forget();
            List<BitFrame> frames = new ArrayList<>();
            for (int at = 0; at < bits.length; at += length) {
                byte[] part = Arrays.copyOfRange(bits, at, Math.min(bits.length, at + length));
                frames.add(new BitFrame(
                        RdsBitStream.START, part, Math.round(at * RdsBitStream.BIT_NS), RdsBitStream.BIT_NS));
            }
            show(frames);
            assertThat(station()).usingRecursiveComparison().isEqualTo(whole);
        }
    }

    private void silence(long fromMs, long toMs) {
        for (long ms = fromMs; ms <= toMs; ms += 200) {
            show(List.of(new BitFrame(RdsBitStream.START.plusMillis(ms), new byte[0], 0, RdsBitStream.BIT_NS)));
        }
    }

    private void showGroups(List<int[]> groups) {
        show(new RdsBitStream().groups(groups).frames());
    }

    private void show(List<BitFrame> frames) {
        for (BitFrame frame : frames) {
            state = RECEIVER.receive(state, frame);
            note(station().ps(), names);
            note(station().radioText(), texts);
            note(station().pi(), codes);
        }
    }

    private static <T> void note(@Nullable T value, Set<T> seen) {
        if (value != null) {
            seen.add(value);
        }
    }

    private void forget() {
        state = RECEIVER.initial();
        names.clear();
        texts.clear();
        codes.clear();
    }

    private RdsStation station() {
        return RECEIVER.station(state);
    }
}
