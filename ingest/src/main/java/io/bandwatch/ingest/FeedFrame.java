package io.bandwatch.ingest;

import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.TsFrame;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One look of one feed, whatever the feed is of: exactly one of the two parts is there. Feeds of both kinds go through one
 * source, so that their looks come in the order of their time.
 *
 * @param rf a look at the band
 * @param ts a look at a transport stream
 */
public record FeedFrame(@Nullable RfFrame rf, @Nullable TsFrame ts) {
    public static FeedFrame of(RfFrame frame) {
        return new FeedFrame(frame, null);
    }

    public static FeedFrame of(TsFrame frame) {
        return new FeedFrame(null, frame);
    }

    /** Id of the feed. */
    public String feed() {
        return rf == null ? ofStream().feed() : rf.feed();
    }

    /** Whether something was measured, or the recording has ended. */
    public FrameKind kind() {
        return rf == null ? ofStream().kind() : rf.kind();
    }

    /** Start of the look. */
    public Instant time() {
        return rf == null ? ofStream().time() : rf.time();
    }

    /** The instant after the look. */
    public Instant end() {
        return rf == null ? ofStream().end() : rf.end();
    }

    /** What was read so far, and what was wrong with it. */
    public InputAccount input() {
        return rf == null ? ofStream().input() : rf.input();
    }

    private TsFrame ofStream() {
        return Objects.requireNonNull(ts, "a frame of neither kind");
    }
}
