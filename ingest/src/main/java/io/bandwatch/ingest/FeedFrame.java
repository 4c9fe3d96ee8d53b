package io.bandwatch.ingest;

import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.av.AvFrame;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One look of one feed, whatever the feed is of: exactly one of the parts is there. Feeds of all kinds go through one
 * source, so that their looks come in the order of their time.
 *
 * @param rf a look at the band
 * @param ts a look at a transport stream
 * @param av a look at pictures and sound of a service
 */
public record FeedFrame(@Nullable RfFrame rf, @Nullable TsFrame ts, @Nullable AvFrame av) {
    public static FeedFrame of(RfFrame frame) {
        return new FeedFrame(frame, null, null);
    }

    public static FeedFrame of(TsFrame frame) {
        return new FeedFrame(null, frame, null);
    }

    public static FeedFrame of(AvFrame frame) {
        return new FeedFrame(null, null, frame);
    }

    /** Id of the feed. */
    public String feed() {
        return told(RfFrame::feed, TsFrame::feed, AvFrame::feed);
    }

    /** Whether something was measured, or the recording has ended. */
    public FrameKind kind() {
        return told(RfFrame::kind, TsFrame::kind, AvFrame::kind);
    }

    /** Start of the look. */
    public Instant time() {
        return told(RfFrame::time, TsFrame::time, AvFrame::time);
    }

    /** The instant after the look. */
    public Instant end() {
        return told(RfFrame::end, TsFrame::end, AvFrame::end);
    }

    /** What was read so far, and what was wrong with it; of pictures and sound their decoder says it. */
    public InputAccount input() {
        return told(RfFrame::input, TsFrame::input, look -> InputAccount.EMPTY);
    }

    private <T> T told(Function<RfFrame, T> ofBand, Function<TsFrame, T> ofStream, Function<AvFrame, T> ofProgramme) {
        if (rf != null) {
            return ofBand.apply(rf);
        }
        if (ts != null) {
            return ofStream.apply(ts);
        }
        return ofProgramme.apply(Objects.requireNonNull(av, "a frame of no kind"));
    }
}
