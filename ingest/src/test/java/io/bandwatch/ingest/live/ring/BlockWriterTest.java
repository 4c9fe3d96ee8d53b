package io.bandwatch.ingest.live.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BlockWriterTest {
    private static final int DATAGRAM = 1316;
    private static final int PER_BLOCK = Block.BYTES / DATAGRAM;
    private static final long MS = 1_000_000;

    private final BlockRing ring = new BlockRing(4);
    private final TransportCounts counts = new TransportCounts();
    private final BlockWriter writer = new BlockWriter(ring, counts, false);
    private long nowNs;

    @Test
    void spreadsWhatWasFetchedAtOneGoEvenlyOverTheTimeSinceTheLast() throws Exception {
        add(4);
        writer.stamp(100, 500);
        writer.flush();

        Block block = next();
        assertThat(new long[] {block.arrivalNs(0), block.arrivalNs(1), block.arrivalNs(2), block.arrivalNs(3)})
                .containsExactly(200, 300, 400, 500);
    }

    @Test
    void spreadsOverSeveralBlocks() throws Exception {
        add(2 * PER_BLOCK);
        writer.stamp(0, 2 * PER_BLOCK * MS);
        writer.flush();

        assertThat(next().arrivalNs(PER_BLOCK - 1)).isEqualTo(PER_BLOCK * MS);
        assertThat(next().arrivalNs(0)).isEqualTo((PER_BLOCK + 1) * MS);
    }

    @Test
    void handsOverWhatIsOldEvenIfLittleCame() throws Exception {
        add(1);
        writer.stamp(0, MS);
        assertThat(ring.take(0)).isNull();

        writer.stamp(MS, 30 * MS);

        assertThat(next().pieces()).isEqualTo(1);
    }

    @Test
    void cutsWhatIsLongerThanABlock() throws Exception {
        writer.add(new byte[Block.BYTES + 1], 0, Block.BYTES + 1);
        writer.stamp(0, 0);
        writer.flush();

        assertThat(next().size()).isEqualTo(Block.BYTES);
        assertThat(next().size()).isEqualTo(1);
    }

    @Test
    void dropsWholeBlocksWhereNobodyTakesThemAndTellsHowMuch() throws Exception {
        fill(6);

        assertThat(counts.now().droppedBlocks()).isEqualTo(2);
        assertThat(counts.now().droppedBytes()).isEqualTo(2L * PER_BLOCK * DATAGRAM);
    }

    @Test
    void takesNoneUntilHalfOfTheRingIsFreeAndBeginsAnewThen() throws Exception {
        fill(5);
        List<Boolean> anew = new ArrayList<>();
        anew.add(take());
        fill(1);
        assertThat(counts.now().droppedBlocks()).as("one free of four").isEqualTo(2);
        anew.add(take());
        fill(1);
        for (int left = 0; left < 3; left++) {
            anew.add(take());
        }

        assertThat(anew).containsExactly(true, false, false, false, true);
        assertThat(counts.now().droppedBlocks()).isEqualTo(2);
    }

    @Test
    void takesBackWhatCameWithALossAndNothingBefore() throws Exception {
        add(3);
        writer.stamp(0, MS);
        add(PER_BLOCK);
        writer.discard();
        add(2);
        writer.stamp(MS, 2 * MS);
        writer.flush();

        assertThat(next().pieces()).isEqualTo(3);
        Block after = next();
        assertThat(after.pieces()).isEqualTo(2);
        assertThat(after.beginsAnew()).isTrue();
        assertThat(counts.now().droppedBytes()).isEqualTo((long) PER_BLOCK * DATAGRAM);
    }

    @Test
    void waitsForRoomWhereItMayAndDropsNothing() throws Exception {
        BlockWriter patient = new BlockWriter(ring, counts, true);
        Thread filling = new Thread(() -> {
            try {
                for (int block = 0; block < 10; block++) {
                    patient.add(new byte[Block.BYTES], 0, Block.BYTES);
                    patient.stamp(block, block);
                    patient.flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        filling.start();
        for (int block = 0; block < 10; block++) {
            ring.release(Objects.requireNonNull(ring.take(5000 * MS)));
        }
        filling.join();

        assertThat(counts.now().droppedBlocks()).isZero();
    }

    private void add(int datagrams) {
        for (int i = 0; i < datagrams; i++) {
            writer.add(new byte[DATAGRAM], 0, DATAGRAM);
        }
    }

    private void fill(int blocks) throws InterruptedException {
        for (int block = 0; block < blocks; block++) {
            add(PER_BLOCK);
            writer.stamp(nowNs, nowNs += MS);
            writer.flush();
        }
    }

    private Block next() throws InterruptedException {
        return Objects.requireNonNull(ring.take(0));
    }

    private boolean take() throws InterruptedException {
        Block block = next();
        boolean anew = block.beginsAnew();
        ring.release(block);
        return anew;
    }
}
