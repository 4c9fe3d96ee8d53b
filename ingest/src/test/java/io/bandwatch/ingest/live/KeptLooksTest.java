package io.bandwatch.ingest.live;

import static io.bandwatch.ingest.live.SentSamples.CENTER_HZ;
import static io.bandwatch.ingest.live.SentSamples.RATE_HZ;
import static io.bandwatch.ingest.live.SentSamples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.ingest.live.preroll.PrerollWriter;
import io.bandwatch.ingest.live.preroll.RawSource;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a receiver is what its looks were made of, at their times. */
class KeptLooksTest {
    private static final int LOOK = 200_000;

    @TempDir
    private Path folder;

    private final SentSamples receiver = new SentSamples(CENTER_HZ);
    private final List<RfFrame> looks = new ArrayList<>();

    @Test
    void areTheBytesOfTheLooksAtTheirTimes() throws Exception {
        try (PrerollWriter kept = kept()) {
            BandLooks bands = looking(HopPlan.staying(CENTER_HZ), kept);
            receiver.open();
            receiver.send(bands, CENTER_HZ, 1050);
        }

        List<KeptLook> files = files();
        assertThat(files).hasSize(5);
        for (int i = 0; i < 5; i++) {
            KeptLook.Head head = files.get(i).head();
            assertThat(head.from()).isEqualTo(looks.get(i).time());
            assertThat(head.to()).isEqualTo(looks.get(i).end());
            assertThat(head.continues()).isEqualTo(i > 0);
        }
        Instant onset = looks.get(3).time();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Clip clip = Clip.cut(files, onset.minusMillis(250), onset.plusMillis(100), bytes)
                .orElseThrow();
        assertThat(bytes.toByteArray()).isEqualTo(receiver.heard(CENTER_HZ, 3L * LOOK - 250_000, 350_000));
        assertThat(clip.at(onset)).isEqualTo(250_000);
    }

    @Test
    void leaveOutWhatNoLookWasMadeOf() throws Exception {
        try (PrerollWriter kept = kept()) {
            BandLooks bands = looking(HopPlan.staying(CENTER_HZ), kept);
            receiver.open();
            receiver.send(bands, CENTER_HZ, 450);
            receiver.open();
            receiver.send(bands, CENTER_HZ, 410);
        }

        List<KeptLook> files = files();
        assertThat(files).extracting(look -> look.head().continues()).containsExactly(false, true, false, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Clip clip = Clip.cut(files, START, START.plusSeconds(9), bytes).orElseThrow();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(receiver.heard(CENTER_HZ, 0, 2 * LOOK));
        expected.writeBytes(receiver.heard(CENTER_HZ, 450_000, 2 * LOOK));
        assertThat(bytes.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(clip.beginnings()).extracting(Clip.Part::first).containsExactly(0L, 2L * LOOK);
    }

    @Test
    void areTheVisitsOfARoundEachAtItsFrequencyAndTime() throws Exception {
        HopPlan plan =
                new HopPlan(List.of(98_050_000L, 98_750_000L, 99_450_000L), Duration.ofMillis(200), Duration.ZERO);
        try (PrerollWriter kept = kept()) {
            BandLooks bands = looking(plan, kept);
            receiver.open();
            for (int round = 0; round < 3; round++) {
                for (long centerHz : plan.centersHz()) {
                    receiver.tune(centerHz);
                    // the second round lacks a part of a visit, and is no look
                    receiver.send(bands, centerHz, round == 1 && centerHz == 98_750_000L ? 150 : 200);
                }
            }
            receiver.tune(98_050_000L);
            receiver.send(bands, 98_050_000L, 10);
        }

        assertThat(looks).hasSize(2);
        List<KeptLook> files = files();
        assertThat(files)
                .extracting(look -> look.head().centerHz())
                .containsExactly(98_050_000L, 98_750_000L, 99_450_000L, 98_050_000L, 98_750_000L, 99_450_000L);
        assertThat(files.get(0).head().from()).isEqualTo(looks.get(0).time());
        assertThat(files.get(2).head().to()).isEqualTo(looks.get(0).end());
        assertThat(files.get(5).head().to()).isEqualTo(looks.get(1).end());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Clip visit = Clip.cut(files.subList(4, 5), START, START.plusSeconds(9), bytes)
                .orElseThrow();
        assertThat(visit.units()).isEqualTo(LOOK);
        assertThat(bytes.toByteArray()).isEqualTo(receiver.heard(98_750_000L, 1_350_000, LOOK));
    }

    private PrerollWriter kept() {
        return new PrerollWriter(
                "roof",
                new RawSource("cu8", 2, RATE_HZ),
                new PrerollSettings(folder.toString(), Duration.ofMinutes(1), 1L << 30, 0));
    }

    private List<KeptLook> files() throws Exception {
        return Clip.looks(folder.resolve("roof"), START, START.plusSeconds(60));
    }

    private BandLooks looking(HopPlan plan, PrerollWriter kept) {
        return receiver.looking(plan, kept.tap(), look -> {
            RfFrame frame = Objects.requireNonNull(look.rf());
            if (frame.kind() == FrameKind.MEASURED) {
                looks.add(frame);
            }
        });
    }
}
