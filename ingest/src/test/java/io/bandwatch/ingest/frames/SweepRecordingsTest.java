package io.bandwatch.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.Captures;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps: when each was taken, and what damaged rows do to the others. */
class SweepRecordingsTest {
    private static final int SWEEPS = 5;
    private static final int HOPS = 3;

    @TempDir
    Path folder;

    @Test
    void theRealBandScanHasItsFortyNineSweepsOneSecondApart() throws Exception {
        List<Instant> times = times(Frames.of(Captures.file("rf/rtlpower-fm-band-85-110MHz-karlbode.csv")));
        assertThat(times).hasSize(49).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(48)).isEqualTo(times.get(0).plusSeconds(48));
    }

    @Test
    void hackrfSweepsCountFractionsOfASecond() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int hop = 0; hop < HOPS; hop++) {
                rows.add(row("2026-03-01, 20:00:0" + sweep + "." + (hop + 1) + "00000", hop, sweep));
            }
        }
        List<Instant> times = times(Frames.of(written(rows)));
        assertThat(times).hasSize(SWEEPS);
        assertThat(times.get(0)).isEqualTo(Instant.parse("2026-03-01T20:00:00.100Z"));
        assertThat(times.get(4)).isEqualTo(Instant.parse("2026-03-01T20:00:04.100Z"));
        Frames.assertResumesAnywhere(written(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01, 20:00:02, nonsense", "\"2026-03-01", ",,,,,,,,"})
    void aRowThatIsNoneIsCountedAndTheOthersStay(String broken) throws Exception {
        List<String> rows = rows();
        List<MeasuredFrame> whole = Frames.of(written(rows));
        rows.add(7, broken);
        List<MeasuredFrame> damaged = Frames.of(written(rows));
        assertThat(times(damaged)).isEqualTo(times(whole));
        assertThat(Frames.account(damaged).malformedRows()).isEqualTo(1);
        assertThat(Frames.account(damaged).samples())
                .isEqualTo(Frames.account(whole).samples());
        Frames.assertResumesAnywhere(written(rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14})
    void aDateCenturiesOffIsCountedAndMovesNoOtherRow(int at) throws Exception {
        List<String> rows = rows();
        List<Instant> whole = times(Frames.of(written(rows)));
        for (String year : List.of("2726", "9026", "0026")) {
            List<String> damaged = new ArrayList<>(rows);
            damaged.set(at, rows.get(at).replace("2026", year));
            List<MeasuredFrame> frames = Frames.of(written(damaged));
            assertThat(times(frames)).as("row %d in %s", at, year).isEqualTo(whole);
            assertThat(Frames.account(frames).malformedRows()).isEqualTo(1);
            assertThat(Frames.account(frames).durationNs()).isEqualTo(SWEEPS * 1_000_000_000L);
        }
    }

    @Test
    void anHourThatOneRowOfASweepInventsMovesNothing() throws Exception {
        List<String> rows = rows();
        List<Instant> whole = times(Frames.of(written(rows)));
        rows.set(6, rows.get(6).replace("20:00:02", "21:00:02"));
        assertThat(times(Frames.of(written(rows)))).isEqualTo(whole);
    }

    @Test
    void aRowWithOtherBinsBelongsToAnotherRecording() throws Exception {
        List<String> rows = rows();
        rows.add(4, row("2026-03-01, 20:00:01", 1, 1).replace("50000.00", "25000.00"));
        InputAccount account = Frames.account(Frames.of(written(rows)));
        assertThat(account.malformedRows()).isEqualTo(1);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int hop = 0; hop < HOPS; hop++) {
                rows.add(row("2026-03-01, 20:00:0" + sweep, hop, sweep));
            }
        }
        return rows;
    }

    private static String row(String time, int hop, int sweep) {
        SplittableRandom random = new SplittableRandom(100L * sweep + hop);
        StringBuilder row = new StringBuilder(time)
                .append(", ")
                .append(95_000_000 + hop * 1_000_000)
                .append(", ")
                .append(96_000_000 + hop * 1_000_000)
                .append(", 50000.00, 16");
        for (int bin = 0; bin < 20; bin++) {
            row.append(String.format(Locale.ROOT, ", %.2f", -40 + random.nextDouble()));
        }
        return row.toString();
    }

    private Path written(List<String> rows) throws Exception {
        return Files.write(folder.resolve("band.csv"), rows);
    }

    private static List<Instant> times(List<MeasuredFrame> frames) {
        return frames.stream()
                .filter(frame -> frame.frame().kind() == FrameKind.MEASURED)
                .map(frame -> frame.frame().time())
                .toList();
    }
}
