package io.bandwatch.detectors.rds.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.rds.RdsBitStream;
import io.bandwatch.detectors.rds.StationGroups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSynchroniserTest {
    private static final int PI = 0x54A8;
    private static final BlockSynchroniser SYNCHRONISER = new BlockSynchroniser(SyncSettings.DEFAULT);

    private SyncState state = SyncState.NONE;

    @Test
    void generatorMatrixIsThatOfTheStandard() {
        // EN 50067:1998 annex B.1.1, first and last row of the generator matrix
        assertThat(RdsBitStream.check(0x8000)).isEqualTo(0b00_0111_0111);
        assertThat(RdsBitStream.check(0x0001)).isEqualTo(0b01_1011_1001);
        assertThat(BlockCode.remainder((0x8000 << 10) | 0b00_0111_0111)).isZero();
        assertThat(BlockCode.remainder((0x0001 << 10) | 0b01_1011_1001)).isZero();
    }

    @Test
    void everyGroupComesOnceWhereverFramesAreCut() {
        List<int[]> sent = StationGroups.mixed(PI, "BANDWACH", "nothing is lost at a frame's edge", 60);
        List<Group> groups = receive(new RdsBitStream().groups(sent).frames());
        assertThat(groups).hasSize(60).allMatch(Group::isExact);
        assertThat(groups).extracting(g -> g.word(Group.D)).containsExactlyElementsOf(lastWords(sent));
        assertThat(groups).extracting(Group::slot).isEqualTo(slots(groups.get(0).slot(), 60));
    }

    @Test
    void aBitThatTwoFramesHoldIsTakenOnce() {
        List<Group> groups = receive(damagedEdges(+1));
        assertThat(groups).hasSize(60).allMatch(Group::isExact);
    }

    @Test
    void aBitThatNoFrameHoldsIsPutRight() {
        List<Group> groups = receive(damagedEdges(-1));
        assertThat(groups).hasSize(60);
        // correction is trusted after six exact blocks, so only a hole in the first two groups costs a block
        assertThat(groups.subList(2, 60))
                .allMatch(g -> g.has(Group.A) && g.has(Group.B) && g.has(Group.C) && g.has(Group.D));
        assertThat(groups).anyMatch(g -> !g.isExact());
    }

    @Test
    void bitsPutOneAfterAnotherRegardlessOfTimeLoseTheGroups() {
        List<BitFrame> untimed = new ArrayList<>();
        double nextNs = 0;
        for (BitFrame frame : damagedEdges(+1)) {
            untimed.add(new BitFrame(RdsBitStream.START, frame.softBits(), Math.round(nextNs), RdsBitStream.BIT_NS));
            nextNs += frame.softBits().length * RdsBitStream.BIT_NS;
        }
        assertThat(receive(untimed).stream().filter(Group::isExact).count()).isLessThan(50);
    }

    // each frame but the first begins one bit early or late
    private static List<BitFrame> damagedEdges(int more) {
        byte[] bits = new RdsBitStream()
                .groups(StationGroups.mixed(PI, "BANDWACH", "nothing is lost at a frame's edge", 60))
                .bits();
        List<BitFrame> frames = new ArrayList<>();
        for (int at = 0; at < bits.length; at += 237) {
            int from = Math.max(0, at == 0 ? 0 : at - more);
            byte[] part = Arrays.copyOfRange(bits, from, Math.min(bits.length, at + 237));
            frames.add(new BitFrame(
                    RdsBitStream.START, part, Math.round(from * RdsBitStream.BIT_NS), RdsBitStream.BIT_NS));
        }
        return frames;
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 600, 1100})
    void placeIsKeptThroughAHoleBelowOneSecond(int holeBits) {
        List<Group> groups = receive(withHole(holeBits));
        // what the hole touches is lost, and nothing after it
        int touched = holeBits / 104 + 2;
        assertThat(groups.stream().filter(Group::isExact).count()).isBetween(60L - touched, 60L - holeBits / 104);
        assertThat(groups.get(groups.size() - 1).slot() - groups.get(0).slot()).isEqualTo(59);
    }

    @Test
    void placeIsFoundAnewWithinOneGroupAfterALongHole() {
        byte[] before = stream(20);
        byte[] after = stream(20);
        List<BitFrame> frames = new ArrayList<>(RdsBitStream.frames(before, 0));
        frames.addAll(RdsBitStream.frames(after, 10_000_123_456L));
        List<Group> groups = receive(frames);
        assertThat(groups.stream().filter(Group::isExact).count()).isEqualTo(40);
    }

    @Test
    void aSlippedBitCostsOneGroup() {
        byte[] bits = stream(40);
        // the demodulator lost a bit within a frame, in the middle of a group
        byte[] slipped = new byte[bits.length - 1];
        System.arraycopy(bits, 0, slipped, 0, 2130);
        System.arraycopy(bits, 2131, slipped, 2130, bits.length - 2131);
        assertThat(receive(RdsBitStream.frames(slipped, 0)).stream()
                        .filter(Group::isExact)
                        .count())
                .isEqualTo(39);
    }

    private static byte[] stream(int groups) {
        return new RdsBitStream()
                .groups(StationGroups.mixed(PI, "BANDWACH", "through holes and slips", groups))
                .bits();
    }

    private static List<BitFrame> withHole(int holeBits) {
        byte[] bits = stream(60);
        int from = 2000;
        List<BitFrame> frames = new ArrayList<>(RdsBitStream.frames(Arrays.copyOf(bits, from), 0));
        frames.addAll(RdsBitStream.frames(
                Arrays.copyOfRange(bits, from + holeBits, bits.length),
                Math.round((from + holeBits) * RdsBitStream.BIT_NS)));
        return frames;
    }

    @Test
    void burstsOfOneAndTwoBitsAreCorrectedAnywhereInABlock() {
        for (int errors = 1; errors <= 3; errors += 2) {
            int burst = errors;
            assertThat(IntStream.range(0, errors == 1 ? 26 : 25)).allSatisfy(at -> {
                Group group = afterDamage(burst << at, (byte) 100);
                assertThat(group.qualities()).containsExactly(2, 1, 2, 2);
                assertThat(group.word(Group.B)).isEqualTo(StationGroups.nameSegment(PI, "BANDWACH", 0)[1]);
            });
        }
    }

    @Test
    void longerBurstsAndBitsThatAreCertainAreNotTurned() {
        assertThat(afterDamage(0b111 << 9, (byte) 100).has(Group.B)).isFalse();
        assertThat(afterDamage(0b101 << 9, (byte) 100).has(Group.B)).isFalse();
        assertThat(afterDamage(1 << 9, (byte) 127).has(Group.B)).isFalse();
    }

    /** The seventh group, whose block B is damaged in the bits of a mask that came with a reliability. */
    private Group afterDamage(int mask, byte reliability) {
        state = SyncState.NONE;
        byte[] bits = new RdsBitStream()
                .groups(IntStream.range(0, 8)
                        .mapToObj(n -> StationGroups.nameSegment(PI, "BANDWACH", n % 2))
                        .toList())
                .bits();
        for (int n = 0; n < 26; n++) {
            int at = 6 * 104 + 26 + n;
            if (((mask >> (25 - n)) & 1) == 1) {
                bits[at] = (byte) (bits[at] > 0 ? -reliability : reliability);
            }
        }
        return receive(RdsBitStream.frames(bits, 0)).get(6);
    }

    @Test
    void blocksOfAnotherServiceBetweenGroupsAreNoErrors() {
        // four blocks with offset E, which is zero, follow each tenth group (NRSC-4-B, MMBS)
        SplittableRandom random = new SplittableRandom(1);
        byte[] bits = new byte[0];
        for (int n = 0; n < 10; n++) {
            byte[] groups = stream(10);
            int at = bits.length;
            bits = Arrays.copyOf(bits, at + groups.length + 104);
            System.arraycopy(groups, 0, bits, at, groups.length);
            for (int b = 0; b < 4; b++) {
                int word = random.nextInt(0x10000);
                int block = (word << 10) | RdsBitStream.check(word);
                for (int i = 0; i < 26; i++) {
                    bits[at + groups.length + 26 * b + i] = (byte) (((block >> (25 - i)) & 1) == 1 ? 100 : -100);
                }
            }
        }
        List<Group> groups = receive(RdsBitStream.frames(bits, 0));
        assertThat(groups.stream().filter(Group::isExact).count()).isEqualTo(100);
        assertThat(state.tally().erroneous()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomBitsMakeHardlyAnyGroup(long seed) {
        // three exact blocks in six by chance: about 7e-8 a bit, so 0.07 synchronisations in a million bits (14
        // minutes)
        byte[] noise = RdsBitStream.random(1_000_000, new SplittableRandom(seed));
        List<Group> readable = receive(RdsBitStream.frames(noise, 0)).stream()
                .filter(g -> g.has(Group.B))
                .toList();
        assertThat(readable).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void synchronisingOnOneExactBlockWouldMakeThousandsOfGroupsOfThem() {
        byte[] noise = RdsBitStream.random(1_000_000, new SplittableRandom(1));
        int register = 0;
        int found = 0;
        for (byte bit : noise) {
            register = BlockCode.shiftIn(register, bit > 0 ? 1 : 0);
            found += OffsetWord.of(BlockCode.remainder(register)) == OffsetWord.A ? 1 : 0;
        }
        // one remainder in 1024
        assertThat(found).isBetween(850, 1100);
    }

    @Test
    void synchronisationIsLostWithinTwoSecondsOfNoise() {
        List<BitFrame> frames = new ArrayList<>(RdsBitStream.frames(stream(20), 0));
        byte[] noise = RdsBitStream.random(2375, new SplittableRandom(5));
        frames.addAll(RdsBitStream.frames(noise, Math.round(2080 * RdsBitStream.BIT_NS)));
        receive(frames);
        assertThat(state.isSynchronised()).isFalse();
    }

    @Test
    void blockErrorsAreCountedCorrectedOrNot() {
        byte[] bits = stream(100);
        for (int block = 50; block < 400; block += 10) {
            bits[26 * block + 7] = (byte) -bits[26 * block + 7];
        }
        receive(RdsBitStream.frames(bits, 0));
        assertThat(state.tally().blocks()).isEqualTo(400);
        assertThat(state.tally().erroneous()).isEqualTo(35);
    }

    private List<Group> receive(List<BitFrame> frames) {
        List<Group> groups = new ArrayList<>();
        for (BitFrame frame : frames) {
            BlockSynchroniser.Outcome outcome = SYNCHRONISER.receive(state, frame);
            state = outcome.next();
            groups.addAll(outcome.groups());
        }
        return groups;
    }

    @Test
    void aFrameWithoutBitsChangesNothing() {
        receive(RdsBitStream.frames(stream(5), 0));
        SyncState before = state;
        receive(List.of(new BitFrame(Instant.EPOCH, new byte[0], 0, RdsBitStream.BIT_NS)));
        assertThat(state).isSameAs(before);
    }

    private static List<Integer> lastWords(List<int[]> sent) {
        return sent.stream().map(words -> words[3]).toList();
    }

    private static List<Long> slots(long first, int count) {
        return IntStream.range(0, count).mapToObj(n -> first + n).toList();
    }
}
