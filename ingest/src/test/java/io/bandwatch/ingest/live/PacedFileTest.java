package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is played as if it came now. */
class PacedFileTest {
    private static final int RATE_HZ = 1_000_000;
    private static final int SECONDS = 2;
    private static final int LOOK = RATE_HZ / 5;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void isMeasuredFromItsFirstSampleOn() throws Exception {
        byte[] samples = new byte[2 * RATE_HZ * SECONDS];
        new SplittableRandom(1).nextBytes(samples);
        Path file = Files.write(folder.resolve("noise.cu8"), samples);
        BlockingQueue<FeedFrame> looks = new LinkedBlockingQueue<>();
        ReceiverState last = null;
        try (LiveFeed feed =
                new LiveFeed(new LiveFeedSpec("feed", "file:" + file, settings()), null, null, looks, Clocks.SYSTEM)) {
            feed.start();
            boolean ended = false;
            while (!ended) {
                RfFrame look = Objects.requireNonNull(
                        Objects.requireNonNull(looks.poll(30, TimeUnit.SECONDS)).rf());
                last = look.receiver();
                ended = look.kind() == FrameKind.ENDED;
            }
        }

        ReceiverState end = Objects.requireNonNull(last);
        assertThat(end.receivedSamples()).isEqualTo((long) RATE_HZ * SECONDS);
        // taken to have come when it was read, all of it came at once: late, and left out
        assertThat(end.measuredSamples()).isGreaterThan((long) RATE_HZ * SECONDS - LOOK);
    }

    private static ReceiverSettings settings() {
        return new ReceiverSettings(
                SampleFormat.CU8, RATE_HZ, HopPlan.staying(98_000_000), FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
    }
}
