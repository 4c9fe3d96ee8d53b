package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.BandPicture;
import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receives carriers out of the rings of their feeds. Safe for several threads. */
public final class RingCarriers implements RecentCarriers {
    private static final Duration SEEN = Duration.ofSeconds(10);

    /** In which a receiver that goes from place to place comes by several times. */
    private static final Duration SEEN_HOPPING = Duration.ofSeconds(40);

    private final EvidenceConfig config;
    private final Map<String, ReceiverSettings> receivers = new HashMap<>();

    public RingCarriers(EvidenceConfig config, List<LiveFeedSpec> feeds) {
        this.config = config;
        for (LiveFeedSpec feed : feeds) {
            ReceiverSettings receiver = feed.receiver();
            if (receiver != null) {
                receivers.put(feed.feed(), receiver);
            }
        }
    }

    @Override
    public boolean keeps(String feed) {
        return receivers.containsKey(feed);
    }

    @Override
    public Optional<byte[]> wav(String feed, double frequencyHz, Duration length) throws IOException {
        ReceiverSettings receiver = heard(feed, frequencyHz);
        if (receiver == null) {
            return Optional.empty();
        }
        List<KeptLook> looks = last(feed, receiver, Math.round(frequencyHz), length);
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        BandSettings settings = receiver.band(looks.get(0).head().centerHz());
        return ClipSound.wav(new RingFrames(looks, settings), settings, frequencyHz);
    }

    @Override
    public Optional<LiveSound> live(String feed, double frequencyHz) throws IOException {
        ReceiverSettings receiver = heard(feed, frequencyHz);
        Path ring = config.preroll().ring(feed);
        return receiver == null || Clip.newest(ring).isEmpty()
                ? Optional.empty()
                : Optional.of(new RingSound(
                        ring, receiver, RingLooks.centerHz(receiver, Math.round(frequencyHz)), frequencyHz));
    }

    @Override
    public Optional<Pictures> pictures(String feed, long channelHz) throws IOException {
        ReceiverSettings receiver = receivers.get(feed);
        if (receiver == null) {
            return Optional.empty();
        }
        List<KeptLook> looks = last(feed, receiver, channelHz, receiver.plan().hops() ? SEEN_HOPPING : SEEN);
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        BandSettings settings = receiver.band(looks.get(0).head().centerHz());
        if (!isInside(settings, (double) channelHz)) {
            return Optional.empty();
        }
        RingFrames frames = new RingFrames(looks, settings);
        SpectrumSummary spectrum =
                ClipMeasurement.of(frames, settings, channelHz).spectrum();
        if (spectrum == null) {
            return Optional.empty();
        }
        BandPicture picture = new BandPicture(spectrum, channelHz, frames.end());
        return Optional.of(new Pictures(picture.spectrumPng(), picture.waterfallPng()));
    }

    private List<KeptLook> last(String feed, ReceiverSettings receiver, long channelHz, Duration length)
            throws IOException {
        Path ring = config.preroll().ring(feed);
        Optional<KeptLook> newest = Clip.newest(ring);
        if (newest.isEmpty()) {
            return List.of();
        }
        Instant to = newest.get().head().to();
        return RingLooks.of(ring, receiver, channelHz, to.minus(length), to);
    }

    /** The receiver of a feed where a frequency can be heard; else null. */
    private @Nullable ReceiverSettings heard(String feed, double frequencyHz) {
        ReceiverSettings receiver = receivers.get(feed);
        boolean inside = receiver != null
                && isInside(receiver.band(RingLooks.centerHz(receiver, Math.round(frequencyHz))), frequencyHz);
        return inside ? receiver : null;
    }

    private static boolean isInside(BandSettings settings, double frequencyHz) {
        return Math.abs(frequencyHz - settings.centerHz()) <= settings.usableShare() * settings.sampleRateHz() / 2;
    }
}
