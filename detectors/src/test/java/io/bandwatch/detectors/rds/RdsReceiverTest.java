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
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdsReceiverTest {
    private static final int PI = 0xC123;
    private static final int OTHER_PI = 0xC456;
    private static final String NAME = "BANDWACH";
    private static final String TEXT = "Twenty-four hours of music and news for the county";

    private Listening heard = new Listening();

    @Test
    void aCleanStationIsKnownAfterTwoSeconds() {
        heard.to(new RdsBitStream()
                .groups(StationGroups.mixed(PI, NAME, TEXT, 23))
                .frames());
        assertThat(heard.station().pi()).isEqualTo(PI);
        assertThat(heard.station().ps()).isEqualTo(NAME);
        assertThat(heard.station().flags().programmeType()).isEqualTo(StationGroups.POP);
        assertThat(heard.station().flags().stereo()).isTrue();
        assertThat(heard.reception().blockErrorRate()).isZero();
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
            heard = new Listening();
            heard.to(new RdsBitStream()
                    .groups(StationGroups.mixed(PI, NAME, TEXT, 700))
                    .withSymbolErrors(symbolErrorRate, seed)
                    .frames());
            assertThat(heard.codes).containsExactly(PI);
            assertThat(heard.names).containsExactly(NAME);
            assertThat(heard.texts).containsExactly(TEXT);
            RdsReception reception = heard.reception();
            assertThat((double) reception.erroneousBlocks() / reception.blocks())
                    .isBetween(leastBlockErrors, mostBlockErrors);
        }
    }

    @Test
    void noWrongFactComesOfHopelessReception() {
        for (long seed : seeds()) {
            heard = new Listening();
            heard.to(new RdsBitStream()
                    .groups(StationGroups.mixed(PI, NAME, TEXT, 1400))
                    .withSymbolErrors(0.06, seed)
                    .frames());
            assertThat(heard.codes).isSubsetOf(PI);
            assertThat(heard.names).isSubsetOf(NAME);
            assertThat(heard.texts).isSubsetOf(TEXT);
        }
    }

    @Test
    void noiseNamesNobody() {
        heard.to(RdsBitStream.frames(RdsBitStream.random(1_000_000, new SplittableRandom(11)), 0));
        assertThat(heard.codes).isEmpty();
        assertThat(heard.names).isEmpty();
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
        heard.to(frames);
        assertThat(heard.codes).containsExactly(PI);
    }

    @Test
    void anotherPiMustComeTwice() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        groups.addAll(StationGroups.name(OTHER_PI, "IMPOSTOR").subList(0, 1));
        groups.addAll(StationGroups.mixed(PI, NAME, TEXT, 20));
        heard.toGroups(groups);
        assertThat(heard.codes).containsExactly(PI);
        heard.to(RdsBitStream.frames(
                new RdsBitStream()
                        .groups(StationGroups.mixed(OTHER_PI, "IMPOSTOR", "text", 20))
                        .bits(),
                8_000_000_000L));
        assertThat(heard.station().pi()).isEqualTo(OTHER_PI);
        assertThat(heard.station().ps()).isEqualTo("IMPOSTOR");
    }

    @Test
    void whatOneStationSaidIsNotOfTheNext() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        groups.addAll(StationGroups.name(OTHER_PI, "IMPOSTOR").subList(0, 3));
        heard.toGroups(groups);
        assertThat(heard.station().pi()).isEqualTo(OTHER_PI);
        assertThat(heard.station().ps()).isNull();
        assertThat(heard.station().radioText()).isNull();
    }

    @Test
    void aCloneOfThePiShowsByItsName() {
        List<int[]> groups = new ArrayList<>(StationGroups.mixed(PI, NAME, TEXT, 60));
        groups.addAll(StationGroups.mixed(PI, "DR WONDR", "Call now", 30));
        heard.toGroups(groups);
        assertThat(heard.codes).containsExactly(PI);
        assertThat(heard.names).containsExactly(NAME, "DR WONDR");
        assertThat(heard.texts).containsExactly(TEXT, "Call now");
    }

    @Test
    void aStationThatComesBackIsKnownWithinTwoRoundsOfItsName() {
        byte[] before = new RdsBitStream()
                .groups(StationGroups.mixed(PI, NAME, TEXT, 40))
                .bits();
        byte[] after = new RdsBitStream()
                .groups(StationGroups.mixed(OTHER_PI, "CHANGED ", TEXT, 16))
                .bits();
        heard.to(RdsBitStream.frames(before, 0));
        heard.to(RdsBitStream.frames(after, 6_000_000_000L));
        assertThat(heard.station().pi()).isEqualTo(OTHER_PI);
        assertThat(heard.station().ps()).isEqualTo("CHANGED ");
    }

    @Test
    void whatIsNotSaidAnyMoreExpires() {
        heard.to(new RdsBitStream()
                .groups(StationGroups.mixed(PI, NAME, TEXT, 60))
                .frames());
        heard.toSilence(5_500, 15_000);
        assertThat(heard.station().pi()).isEqualTo(PI);
        heard.toSilence(15_000, 17_000);
        assertThat(heard.station().pi()).isNull();
        assertThat(heard.station().ps()).isNull();
        assertThat(heard.station().lastSeen()).isNull();
    }

    @Test
    void framesMayBeCutAnywhere() {
        byte[] bits = new RdsBitStream()
                .groups(StationGroups.mixed(PI, NAME, TEXT, 60))
                .bits();
        heard.to(RdsBitStream.frames(bits, 0));
        RdsStation whole = heard.station();
        for (int length : new int[] {1, 26, 103, 5000}) {
            heard = new Listening();
            List<BitFrame> frames = new ArrayList<>();
            for (int at = 0; at < bits.length; at += length) {
                byte[] part = Arrays.copyOfRange(bits, at, Math.min(bits.length, at + length));
                frames.add(new BitFrame(
                        RdsBitStream.START, part, Math.round(at * RdsBitStream.BIT_NS), RdsBitStream.BIT_NS));
            }
            heard.to(frames);
            assertThat(heard.station()).usingRecursiveComparison().isEqualTo(whole);
        }
    }
}
