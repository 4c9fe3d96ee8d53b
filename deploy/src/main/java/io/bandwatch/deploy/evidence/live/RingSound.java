package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.RecentSound;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receives a carrier out of the ring of its feed. Receivers that go from place to place cannot be heard. Safe for several threads. */
public final class RingSound implements RecentSound {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final EvidenceConfig config;
    private final Map<String, ReceiverSettings> receivers = new HashMap<>();

    public RingSound(EvidenceConfig config, List<LiveFeedSpec> feeds) {
        this.config = config;
        for (LiveFeedSpec feed : feeds) {
            ReceiverSettings receiver = feed.receiver();
            if (receiver != null && !receiver.plan().hops()) {
                receivers.put(feed.feed(), receiver);
            }
        }
    }

    @Override
    public boolean hears(String feed) {
        return receivers.containsKey(feed);
    }

    @Override
    public Optional<byte[]> wav(String feed, double frequencyHz) throws IOException {
        ReceiverSettings receiver = receivers.get(feed);
        Path ring = config.preroll().ring(feed);
        Optional<KeptLook> newest = Clip.newest(ring);
        if (receiver == null || newest.isEmpty()) {
            return Optional.empty();
        }
        BandSettings settings = receiver.band(receiver.plan().centersHz().get(0));
        if (Math.abs(frequencyHz - settings.centerHz()) > settings.usableShare() * settings.sampleRateHz() / 2) {
            return Optional.empty();
        }
        Instant to = newest.get().head().to();
        Instant from = to.minus(LENGTH);
        Path data = Files.createTempFile("bandwatch-sound-", ".iq");
        try {
            Optional<Clip> clip;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(data))) {
                clip = Clip.cut(Clip.looks(ring, from, to), from, to, out);
            }
            return clip.isEmpty() ? Optional.empty() : ClipSound.wav(data, clip.get(), settings, frequencyHz);
        } finally {
            Files.delete(data);
        }
    }
}
