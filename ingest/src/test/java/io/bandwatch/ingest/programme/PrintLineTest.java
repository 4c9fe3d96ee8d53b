package io.bandwatch.ingest.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;
import io.bandwatch.signal.av.PicturePrint;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pictures that become darker to the right have a print in which every bit of neighbours is set, brighter ones none. */
class PrintLineTest {
    private static final long LOOK_NS = LookAssembler.LOOK_NS;
    private static final long ALL = (1L << PicturePrint.BITS) - 1;
    private static final int SIDE = 80;

    private final PrintLine line = new PrintLine();

    @Test
    void eachPrintIsOfThePictureThatIsShownInTheMiddleOfItsStep() {
        begin(0);
        // at 25 pictures a second the second one is shown at 50 ms, the fourth at 150 ms
        for (int i = 0; i < 5; i++) {
            take(40L * i, 40, i == 1, false);
        }
        assertThat(across()).containsExactly(ALL, 0);
        assertThat(sure()).containsExactly(ALL, ALL);
    }

    @Test
    void aPictureThatIsShownAcrossLooksCountsInBoth() {
        begin(0);
        take(0, 130, false, false);
        take(130, 130, true, false);
        assertThat(across()).containsExactly(0, ALL);
        begin(200);
        take(260, 130, false, false);
        assertThat(across()).containsExactly(ALL, 0);
    }

    @Test
    void whereNoPictureIsKnownNothingIsSure() {
        begin(0);
        take(0, 40, true, false);
        take(120, 40, true, false);
        assertThat(sure()).containsExactly(0, ALL);
        begin(200);
        assertThat(sure()).containsExactly(0, 0);
    }

    @Test
    void aPictureThatStandsForOthersTellsOfItsOwnStepAlone() {
        begin(0);
        take(10, 480, true, true);
        assertThat(sure()).containsExactly(ALL, 0);
        begin(200);
        assertThat(sure()).containsExactly(0, 0);
    }

    private void begin(long fromMs) {
        line.begin(new Stretch(fromMs * 1_000_000, fromMs * 1_000_000 + LOOK_NS, false));
    }

    private void take(long atMs, long lengthMs, boolean darker, boolean alone) {
        byte[] luma = new byte[SIDE * SIDE];
        for (int i = 0; i < luma.length; i++) {
            int x = i % SIDE;
            luma[i] = (byte) (100 + (darker ? -x : x));
        }
        PictureFormat format = new PictureFormat(SIDE, SIDE, 1, 1, 25, 1, false, false);
        long atNs = atMs * 1_000_000;
        byte[] none = new byte[0];
        Picture picture =
                new Picture(0, atNs, format, SIDE, SIDE, luma, none, none, none, 0, alone ? lengthMs * 1_000_000 : 0);
        line.take(new PictureLine.Waiting(picture, atNs, lengthMs * 1_000_000, false));
    }

    private long[] across() {
        return every(0);
    }

    private long[] sure() {
        return every(2);
    }

    private long[] every(int first) {
        long[] prints = line.taken();
        return LongStream.range(0, prints.length / PicturePrint.LONGS)
                .map(step -> prints[(int) step * PicturePrint.LONGS + first])
                .toArray();
    }
}
