package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final long SECOND_MS = 1000;
    private static final Fault WORD = new Fault(Fault.SERVICE, "something");

    private final AtomicLong nowMs = new AtomicLong();

    @Test
    void aProcessIsNotSilentWhileNobodyTakesWhatItSaid() throws IOException {
        boolean[] hung = new boolean[2];
        HangWatch watch = new HangWatch(() -> 0);
        HangWatch obvious = new HangWatch(() -> 0);
        Waiting sink = new Waiting();
        Hearing hearing = new Hearing(sink, nowMs::get);
        long saidMs = nowMs.get();
        // two recordings are read in step; the other one's decoder gets little of a busy machine
        sink.meanwhile = () -> {
            hung[0] |= watch.hangs(hearing.lastMs(), nowMs.get());
            hung[1] |= obvious.hangs(saidMs, nowMs.get());
        };
        hearing.fault(WORD);
        assertThat(hung[0]).isFalse();
        assertThat(hung[1])
                .as("counted from when something was said, the process would have been ended")
                .isTrue();
    }

    @Test
    void itsSilenceBeginsWhenWhatItSaidWasTaken() throws IOException {
        Waiting sink = new Waiting();
        Hearing hearing = new Hearing(sink, nowMs::get);
        hearing.fault(WORD);
        long takenMs = nowMs.get();
        nowMs.addAndGet(SECOND_MS);
        assertThat(hearing.lastMs()).isEqualTo(takenMs);
    }

    /** Has room after five minutes. */
    private final class Waiting implements DecodedSink {
        private Runnable meanwhile = () -> {};

        @Override
        public void track(Track track) {}

        @Override
        public void picture(Picture picture) {}

        @Override
        public void sound(Sound sound) {}

        @Override
        public void fault(Fault fault) {
            for (int second = 0; second < 300; second++) {
                nowMs.addAndGet(SECOND_MS);
                meanwhile.run();
            }
        }
    }
}
