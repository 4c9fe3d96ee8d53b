package io.bandwatch.ingest.av.demux;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.ts.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups of MPEG-2 pictures: 25 of them, a second, the first an I picture of 20 000 bytes. */
class PictureGroupsTest {
    private static final int GROUP = 25;
    private static final int PICTURE_TICKS = 3600;
    private static final int FIRST_BYTES = 20_000;
    private static final int BUSY_BYTES = 5000;
    private static final int STILL_BYTES = 100;

    private final List<Long> decoded = new ArrayList<>();
    private final List<Long> alone = new ArrayList<>();
    private PictureGroups groups;
    private int sent;

    @BeforeEach
    void begin() {
        groups = PictureGroups.of(Codec.MPEG2VIDEO, (unit, leftOutTicks) -> {
            decoded.add(unit.ptsTicks() / PICTURE_TICKS);
            if (leftOutTicks > 0) {
                assertThat(leftOutTicks).isEqualTo((GROUP - 1) * PICTURE_TICKS);
                alone.add(unit.ptsTicks() / PICTURE_TICKS);
            }
        });
    }

    @Test
    void ofBusyGroupsOnlyTheFirstPictureIsDecoded() throws Exception {
        send(10, FIRST_BYTES, BUSY_BYTES);
        groups.end();

        assertThat(decoded)
                .isEqualTo(alone)
                .containsExactlyElementsOf(firsts(0, 10).toList());
    }

    @Test
    void aGroupThatStandsIsDecodedWholeWithTheOneBeforeAndTwoSecondsAfter() throws Exception {
        send(5, FIRST_BYTES, BUSY_BYTES);
        send(1, FIRST_BYTES, STILL_BYTES);
        send(10, FIRST_BYTES, BUSY_BYTES);
        groups.end();

        // in the fifth the freeze may begin; of those after it one begins within 2 s
        assertThat(alone)
                .containsExactlyElementsOf(
                        Stream.concat(firsts(0, 4), firsts(7, 16)).toList());
        assertThat(decoded).hasSize(4 + 3 * GROUP + 9).isSorted();
    }

    @Test
    void aPictureThatRefinesTheFirstDoesNotHideAGroupThatStands() throws Exception {
        send(5, FIRST_BYTES, BUSY_BYTES);
        for (int i = 0; i < GROUP; i++) {
            send(picture(i == 0, i == 0 ? FIRST_BYTES : i == 3 ? 3 * BUSY_BYTES : STILL_BYTES), false);
        }
        send(5, FIRST_BYTES, BUSY_BYTES);
        groups.end();

        assertThat(alone)
                .containsExactlyElementsOf(
                        Stream.concat(firsts(0, 4), firsts(7, 11)).toList());
    }

    @Test
    void shortGroupsCountAsOneThatIsASecondLong() throws Exception {
        List<Long> spans = new ArrayList<>();
        List<Long> firsts = new ArrayList<>();
        groups = PictureGroups.of(Codec.MPEG2VIDEO, (unit, leftOutTicks) -> {
            firsts.add(unit.ptsTicks() / PICTURE_TICKS);
            spans.add(leftOutTicks / PICTURE_TICKS);
        });
        for (int i = 0; i < 120; i++) {
            send(picture(i % 12 == 0, i % 12 == 0 ? FIRST_BYTES : BUSY_BYTES), false);
        }
        groups.end();

        // twice 480 ms are too short, three times as much is not
        assertThat(firsts).containsExactly(0L, 36L, 72L, 108L);
        assertThat(spans).containsExactly(35L, 35L, 35L, 11L);
    }

    @Test
    void aFurtherFirstPictureDoesNotHideThatAShortGroupStands() throws Exception {
        groups = PictureGroups.of(
                Codec.MPEG2VIDEO, (unit, leftOutTicks) -> decoded.add(unit.ptsTicks() / PICTURE_TICKS));
        for (int i = 0; i < 240; i++) {
            // 320 ms each: four of them are a group
            boolean stands = i >= 96 && i < 144;
            send(picture(i % 8 == 0, i % 8 == 0 ? FIRST_BYTES : stands ? STILL_BYTES : BUSY_BYTES), false);
        }
        groups.end();

        assertThat(decoded).contains(97L, 120L, 143L).doesNotContain(1L, 239L);
    }

    @Test
    void groupsOfMoreThanTwoSecondsAreDecodedWhole() throws Exception {
        for (int i = 0; i < 300; i++) {
            send(picture(i % 60 == 0, i % 60 == 0 ? FIRST_BYTES : BUSY_BYTES), false);
        }
        groups.end();

        assertThat(decoded).hasSize(300);
        assertThat(alone).isEmpty();
    }

    @Test
    void paddingDoesNotHideAGroupThatStands() throws Exception {
        send(5, FIRST_BYTES, BUSY_BYTES);
        for (int i = 0; i < GROUP; i++) {
            send(Arrays.copyOf(picture(i == 0, i == 0 ? FIRST_BYTES : STILL_BYTES), FIRST_BYTES), false);
        }
        send(5, FIRST_BYTES, BUSY_BYTES);
        groups.end();

        assertThat(alone)
                .containsExactlyElementsOf(
                        Stream.concat(firsts(0, 4), firsts(7, 11)).toList());
    }

    @Test
    void aPlainFirstPictureIsSuspiciousUntilItHasBecomeUsual() throws Exception {
        send(20, FIRST_BYTES, BUSY_BYTES);
        send(1000, FIRST_BYTES / 5, BUSY_BYTES);
        groups.end();

        assertThat(alone).contains(18L * GROUP, 1019L * GROUP).doesNotContain(19L * GROUP, 20L * GROUP, 100L * GROUP);
    }

    @Test
    void aDamagedGroupIsDecodedWhole() throws Exception {
        send(5, FIRST_BYTES, BUSY_BYTES);
        for (int i = 0; i < GROUP; i++) {
            send(picture(i == 0, i == 0 ? FIRST_BYTES : BUSY_BYTES), i == 7);
        }
        send(5, FIRST_BYTES, BUSY_BYTES);
        groups.end();

        assertThat(decoded).contains(5L * GROUP + 7);
        assertThat(alone)
                .containsExactlyElementsOf(
                        Stream.concat(firsts(0, 4), firsts(7, 11)).toList());
    }

    @Test
    void picturesMadeOfAGroupThatWasLeftOutAreLeftOutToo() throws Exception {
        send(3, FIRST_BYTES, BUSY_BYTES);
        send(1, FIRST_BYTES, BUSY_BYTES);
        sent++;
        send(picture(true, FIRST_BYTES), true);
        // shown before the first of its group, made of it and of the group before: an open group
        groups.accept(new Unit((sent - 2L) * PICTURE_TICKS, Unit.NONE, false, picture(false, STILL_BYTES)));
        groups.end();
        long opening = 4L * GROUP;

        assertThat(decoded)
                .as("the group before the damaged one is whole, so they can be made")
                .contains(opening, opening + 1);
        decoded.clear();
        begin();
        sent = 0;
        send(picture(true, FIRST_BYTES), true);
        groups.accept(new Unit(-PICTURE_TICKS, Unit.NONE, false, picture(false, STILL_BYTES)));
        groups.end();
        assertThat(decoded).as("nothing was decoded before").containsExactly(0L);
    }

    @Test
    void aStreamWithoutFirstPicturesIsDecodedAsItComes() throws Exception {
        for (int i = 0; i < 1000; i++) {
            send(picture(false, BUSY_BYTES), false);
        }
        groups.end();

        assertThat(decoded).hasSize(1000).isSorted();
        assertThat(alone).isEmpty();
    }

    private void send(int count, int firstBytes, int otherBytes) throws Exception {
        for (int i = 0; i < count * GROUP; i++) {
            send(picture(i % GROUP == 0, i % GROUP == 0 ? firstBytes : otherBytes), false);
        }
    }

    private void send(byte[] bytes, boolean damaged) throws Exception {
        long ticks = (long) sent++ * PICTURE_TICKS;
        groups.accept(new Unit(ticks, ticks, damaged, bytes));
    }

    /** A picture header (ISO/IEC 13818-2, 6.2.3) and what could be slices. */
    private static byte[] picture(boolean first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (2 + i % 200);
        }
        byte[] header = {0, 0, 1, 0, 0, (byte) ((first ? 1 : 2) << 3), (byte) 0x80, 0};
        System.arraycopy(header, 0, bytes, 0, header.length);
        return bytes;
    }

    private static Stream<Long> firsts(int from, int until) {
        return IntStream.range(from, until).mapToObj(group -> (long) group * GROUP);
    }
}
