package io.bandwatch.ingest.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.time.Instant;
import java.util.HashMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class LiveWatermarksTest {
    private final LiveWatermarks watermarks = new LiveWatermarks(feed -> new HashMap<>());

    @Test
    void aFeedThatIsNotDecodedHasToldAllUpToItsLastLook() {
        stream(10);
        assertThat(reachedS()).isEqualTo(10);
    }

    @Test
    void timeWaitsForWhatIsDecoded() {
        stream(10);
        service(1, 8);
        service(2, 7);
        assertThat(reachedS()).as("the one that is behind").isEqualTo(7);
        service(2, 12);
        service(1, 9);
        assertThat(reachedS()).isEqualTo(9);
    }

    @Test
    void aServiceOfWhichNothingComesIsNotWaitedForWithoutEnd() {
        stream(10);
        service(1, 8);
        stream(32);
        assertThat(reachedS()).isEqualTo(8);
        stream(34);
        assertThat(reachedS()).isEqualTo(34);
        service(1, 33);
        assertThat(reachedS()).isEqualTo(33);
    }

    private void stream(int endS) {
        told(FeedFrame.of(new TsFrame(
                "mux",
                FrameKind.MEASURED,
                Instant.ofEpochSecond(endS - 1),
                1_000_000_000,
                true,
                new TsMeter().observe(),
                InputAccount.EMPTY)));
    }

    private void service(int number, int endS) {
        told(FeedFrame.of(new AvFrame(
                "mux",
                number,
                FrameKind.MEASURED,
                Instant.ofEpochSecond(endS - 1),
                1_000_000_000,
                true,
                null,
                new AudioObservation[0],
                0)));
    }

    private void told(FeedFrame look) {
        watermarks.onEvent(look, look.end().toEpochMilli(), new Output());
    }

    private long reachedS() {
        Output output = new Output();
        watermarks.onPeriodicEmit(output);
        return (output.reachedMs + 1) / 1000;
    }

    private static final class Output implements WatermarkOutput {
        private long reachedMs;

        @Override
        public void emitWatermark(Watermark watermark) {
            reachedMs = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {
            throw new AssertionError("a feed is never idle");
        }

        @Override
        public void markActive() {
            throw new AssertionError("a feed is never idle");
        }
    }
}
