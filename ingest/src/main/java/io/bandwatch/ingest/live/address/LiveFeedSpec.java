package io.bandwatch.ingest.live.address;

import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A live feed as the caller names it.
 *
 * @param feed id of the feed, not blank, without {@code |}
 * @param address where it comes from, as {@link FeedAddress#parse} reads it
 * @param receiver how its samples are to be taken, or null where it brings a transport stream
 * @param decoded services of a transport stream whose pictures and sound are decoded
 */
public record LiveFeedSpec(String feed, String address, @Nullable ReceiverSettings receiver, ServiceChoice decoded)
        implements Serializable {
    private static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException if name or address are none, or do not go with the receiver */
    public LiveFeedSpec {
        if (feed.isBlank() || feed.indexOf('|') >= 0) {
            throw new IllegalArgumentException("feed '" + feed + "' must not be blank or hold '|'");
        }
        if (feed.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("feed '" + feed.substring(0, LONGEST_NAME) + "...': its name has "
                    + feed.length() + " characters; use at most " + LONGEST_NAME);
        }
        FeedAddress parsed = FeedAddress.parse(address);
        boolean tuned = parsed.isTuned();
        if (tuned && receiver == null) {
            throw new IllegalArgumentException(
                    "feed " + feed + ": " + parsed.shown() + " needs a rate and a frequency");
        }
        boolean samples = tuned || parsed instanceof ProgramAddress || parsed instanceof FileAddress;
        if (receiver != null && !samples) {
            throw new IllegalArgumentException("feed " + feed + ": " + parsed.shown()
                    + " brings transport streams; samples come by rtl_tcp://, exec: or file:");
        }
        if (receiver != null && receiver.plan().hops() && !tuned) {
            throw new IllegalArgumentException("feed " + feed + ": " + parsed.shown()
                    + " cannot be tuned from here; only rtl_tcp:// takes several frequencies");
        }
    }

    /** A receiver of samples, or a transport stream of which nothing is decoded. */
    public LiveFeedSpec(String feed, String address, @Nullable ReceiverSettings receiver) {
        this(feed, address, receiver, ServiceChoice.NONE);
    }

    /** A transport stream of which nothing is decoded. */
    public LiveFeedSpec(String feed, String address) {
        this(feed, address, null);
    }

    /** The same stream, of which services are decoded. */
    public LiveFeedSpec decoding(ServiceChoice services) {
        return new LiveFeedSpec(feed, address, receiver, services);
    }

    /** The address, read. */
    public FeedAddress parsed() {
        return FeedAddress.parse(address);
    }
}
