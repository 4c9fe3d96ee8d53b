package io.bandwatch.ingest.live.ring;

/** Times that receivers and whoever measures agree on. */
public final class LiveTimes {
    /**
     * After so long without a byte what follows is not judged against what came before. Shorter than the 0.5 s in which a PAT
     * must come, so that a probe that fails is not a fault of the stream; at 1 Mbit/s it is 266 packets.
     */
    public static final long SILENCE_NS = 400_000_000;

    private LiveTimes() {}
}
