package io.bandwatch.deploy.evidence.live;

import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Chooses looks of a ring. */
final class RingLooks {
    private RingLooks() {}

    /**
     * Looks as a receiver takes them now, oldest first. Of a receiver that goes from place to place, the visits in whose middle a channel lies
     * most.
     *
     * @param channelHz the channel, Hz; 0 where it is about none
     */
    static List<KeptLook> of(Path ring, ReceiverSettings receiver, long channelHz, Instant from, Instant to)
            throws IOException {
        long centerHz = centerHz(receiver, channelHz);
        return Clip.looks(ring, from, to).stream()
                .filter(look -> isOf(look, receiver, centerHz))
                .toList();
    }

    /**
     * Where a receiver hears a channel best, Hz.
     *
     * @param channelHz the channel, Hz; 0 where it is about none
     */
    static long centerHz(ReceiverSettings receiver, long channelHz) {
        long aboutHz = channelHz == 0 ? receiver.plan().centersHz().get(0) : channelHz;
        return receiver.plan().centersHz().stream()
                .min(Comparator.comparingLong(hz -> Math.abs(hz - aboutHz)))
                .orElseThrow();
    }

    /** Whether a look was taken as a receiver takes them now, at a frequency. */
    static boolean isOf(KeptLook look, ReceiverSettings receiver, long centerHz) {
        KeptLook.Head head = look.head();
        return head.centerHz() == centerHz
                && head.source().format().equals(receiver.format().label())
                && head.source().rateHz() == receiver.rateHz();
    }
}
