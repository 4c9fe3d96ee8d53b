package io.bandwatch.ingest.live.preroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingFolderTest {
    private static final Instant START = Instant.parse("2026-03-14T14:30:00Z");
    private static final RawSource CU8 = new RawSource("cu8", 2, 5000);
    private static final int LOOK_BYTES = 2000;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Room PLENTY = bytes -> true;

    @TempDir
    private Path folder;

    @Test
    void holdsExactlyTheNewestLooksOfItsLengthAndAccountsForEveryByte() throws IOException {
        RingFolder ring = ring(Duration.ofSeconds(1), 1 << 20, PLENTY);
        long written = 0;
        for (int look = 0; look < 13; look++) {
            ring.put(look(look));
            // the head of the first says "false" instead of "true"
            written += fileBytes() + (look == 0 ? 1 : 0);
        }

        assertThat(starts()).containsExactly(8, 9, 10, 11, 12);
        assertThat(ring.heldNs()).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(ring.heldBytes()).isEqualTo(sizeOnDisk());
        assertThat(ring.heldBytes() + ring.overwrittenBytes())
                .as("every byte that was written is held or was overwritten")
                .isEqualTo(written);
    }

    @Test
    void neverTakesMoreOfTheDiskThanItMay() throws IOException {
        long most = 3 * fileBytes() + 7;
        RingFolder ring = ring(Duration.ofHours(1), most, PLENTY);
        for (int look = 0; look < 20; look++) {
            ring.put(look(look));
            assertThat(sizeOnDisk()).isLessThanOrEqualTo(most);
        }

        assertThat(starts()).containsExactly(17, 18, 19);
    }

    @Test
    void doesNotGrowWhereThereIsNoRoomAndKeepsTheNewest() throws IOException {
        long disk = 4 * fileBytes() + 1;
        RingFolder ring = ring(Duration.ofHours(1), 1 << 20, bytes -> sizeOnDisk() + bytes <= disk);
        for (int look = 0; look < 9; look++) {
            ring.put(look(look));
        }

        assertThat(starts()).containsExactly(5, 6, 7, 8);
    }

    @Test
    void doesNotGiveUpWhatItHoldsWhereOthersHaveFilledTheDisk() throws IOException {
        boolean[] room = {true};
        RingFolder ring = ring(Duration.ofHours(1), 1 << 20, bytes -> room[0]);
        for (int look = 0; look < 9; look++) {
            room[0] = look < 5;
            ring.put(look(look));
        }

        // the head of the first is a byte longer than that of the others
        assertThat(starts()).containsExactly(4, 5, 6, 7, 8);
    }

    @Test
    void saysThatThereIsNoRoomAtAllAndGoesOnWhenThereIs() throws IOException {
        boolean[] room = {false};
        RingFolder ring = ring(Duration.ofHours(1), 1 << 20, bytes -> room[0]);

        assertThatThrownBy(() -> ring.put(look(0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no room");
        assertThat(sizeOnDisk()).isZero();
        room[0] = true;
        ring.put(look(1));
        ring.put(look(2));

        assertThat(starts()).containsExactly(1, 2);
        List<KeptLook> kept = Clip.looks(folder, START, START.plusSeconds(9));
        assertThat(kept.get(0).head().continues())
                .as("the look before it was not kept")
                .isFalse();
        assertThat(kept.get(1).head().continues()).isTrue();
    }

    @Test
    void takesOverWhatARunBeforeLeftButNothingUnfinished() throws IOException {
        RingFolder before = ring(Duration.ofSeconds(1), 1 << 20, PLENTY);
        for (int look = 0; look < 7; look++) {
            before.put(look(look));
        }
        long held = before.heldBytes();
        Files.write(folder.resolve("000000000000000007.look.part"), new byte[99]);
        Files.write(folder.resolve("000000000000000008.look"), new byte[] {'{', '}', '\n'});

        RingFolder after = ring(Duration.ofSeconds(1), 1 << 20, PLENTY);
        assertThat(after.heldBytes()).isEqualTo(held).isEqualTo(sizeOnDisk());
        after.put(look(40));

        assertThat(starts()).containsExactly(3, 4, 5, 6, 40);
        List<KeptLook> kept = Clip.looks(folder, START, START.plusSeconds(60));
        assertThat(kept.get(4).head().continues())
                .as("another run is another connection")
                .isFalse();
    }

    @Test
    void cutsToTheSample() throws IOException {
        RingFolder ring = ring(Duration.ofSeconds(9), 1 << 20, PLENTY);
        for (int look = 0; look < 10; look++) {
            ring.put(look(look));
        }
        // sample 1234 of 5000 a second begins at 246.8 ms
        Instant from = START.plusNanos(246_800_000);
        Instant to = START.plusNanos(1_500_200_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Clip clip = Clip.cut(Clip.looks(folder, from, to), from, to, bytes).orElseThrow();

        assertThat(clip.units()).isEqualTo(7501 - 1234);
        assertThat(bytes.toByteArray()).isEqualTo(Arrays.copyOfRange(all(10), 2 * 1234, 2 * 7501));
        assertThat(clip.from()).isEqualTo(from);
        assertThat(clip.to()).isEqualTo(to);
        assertThat(clip.beginnings()).hasSize(1);
        assertThat(clip.at(START.plusSeconds(1))).isEqualTo(5000 - 1234);
        assertThat(clip.at(START)).isZero();
        assertThat(clip.at(to.plusSeconds(1))).isEqualTo(clip.units());
    }

    @Test
    void aSlewedClockLeavesOutNoSampleAndDoublesNone() throws IOException {
        RingFolder ring = ring(Duration.ofSeconds(9), 1 << 20, PLENTY);
        for (int look = 0; look < 10; look++) {
            // each look is told a millisecond earlier than the count of its samples says
            Instant from = START.plus(LOOK.multipliedBy(look)).minusMillis(look);
            ring.put(new RawLook(look, look > 0, 98_000_000, from, from.plus(LOOK), bytes(look)));
        }
        Instant from = START.plusMillis(399);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Clip clip = Clip.cut(Clip.looks(folder, from, START.plusSeconds(9)), from, START.plusSeconds(9), bytes)
                .orElseThrow();

        assertThat(bytes.toByteArray()).endsWith(Arrays.copyOfRange(all(10), 3 * LOOK_BYTES, 10 * LOOK_BYTES));
        assertThat(clip.units() * 2).isEqualTo(bytes.size());
        assertThat(clip.at(START.plus(LOOK.multipliedBy(7)).minusMillis(7)))
                .as("the look that an incident began with begins there, though earlier looks ran late")
                .isEqualTo(clip.units() - 3 * LOOK_BYTES / 2);
    }

    @Test
    void aLookThatWasOverwrittenMeanwhileIsAGap() throws IOException {
        RingFolder ring = ring(Duration.ofSeconds(9), 1 << 20, PLENTY);
        for (int look = 0; look < 5; look++) {
            ring.put(look(look));
        }
        List<KeptLook> looks = Clip.looks(folder, START, START.plusSeconds(1));
        Files.delete(looks.get(2).file());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Clip clip = Clip.cut(looks, START, START.plusSeconds(1), bytes).orElseThrow();

        assertThat(clip.units()).isEqualTo(4 * LOOK_BYTES / 2);
        assertThat(clip.beginnings()).extracting(Clip.Part::first).containsExactly(0L, 2L * LOOK_BYTES / 2);
        assertThat(clip.beginnings().get(1).from()).isEqualTo(START.plus(LOOK.multipliedBy(3)));
    }

    private RingFolder ring(Duration span, long mostBytes, Room room) throws IOException {
        return new RingFolder(folder, CU8, new PrerollSettings(folder.toString(), span, mostBytes, 0), room);
    }

    private static RawLook look(int number) {
        Instant from = START.plus(LOOK.multipliedBy(number));
        return new RawLook(number, number > 0, 98_000_000, from, from.plus(LOOK), bytes(number));
    }

    /** No two samples of all looks together are the same. */
    private static byte[] bytes(int look) {
        byte[] bytes = new byte[LOOK_BYTES];
        for (int i = 0; i < LOOK_BYTES / 2; i++) {
            int sample = look * LOOK_BYTES / 2 + i;
            bytes[2 * i] = (byte) (sample >> 8);
            bytes[2 * i + 1] = (byte) sample;
        }
        return bytes;
    }

    private static byte[] all(int looks) {
        byte[] all = new byte[looks * LOOK_BYTES];
        for (int look = 0; look < looks; look++) {
            System.arraycopy(bytes(look), 0, all, look * LOOK_BYTES, LOOK_BYTES);
        }
        return all;
    }

    /** Size of the file of a look that continues another. */
    private static long fileBytes() {
        KeptLook.Head head = new KeptLook.Head(CU8, true, 98_000_000, START, START.plus(LOOK), LOOK_BYTES);
        return (long) head.line().length + LOOK_BYTES;
    }

    private long sizeOnDisk() throws IOException {
        long size = 0;
        for (Path file : RingFolder.files(folder)) {
            size += Files.size(file);
        }
        return size;
    }

    private List<Integer> starts() throws IOException {
        return Clip.looks(folder, START, START.plusSeconds(3600)).stream()
                .map(look -> (int) Duration.between(START, look.head().from()).dividedBy(LOOK))
                .toList();
    }
}
