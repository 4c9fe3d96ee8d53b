package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.RecentCarriers.LiveSound;
import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.StationListener;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.preroll.RingFollower;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Receives a carrier out of a ring as it is written. Looks that are missing are skipped: what is heard is what is on air now. */
final class RingSound implements LiveSound {
    /** A second to begin with, so that whoever plays it has something in hand. */
    private static final int LOOKS_BACK = 5;

    private final RingFollower follower;
    private final ReceiverSettings receiver;
    private final BandSettings settings;
    private final StationListener listener;
    private final LookFrames frames;
    private boolean goesOn;
    private boolean begun;

    /** @param receiver one that stays where it is */
    RingSound(Path ring, ReceiverSettings receiver, double frequencyHz) throws IOException {
        this.follower = new RingFollower(ring, LOOKS_BACK);
        this.receiver = receiver;
        this.settings = receiver.band(receiver.plan().centersHz().get(0));
        this.listener = new StationListener(settings, frequencyHz);
        this.frames = new LookFrames(receiver.format().label(), settings);
    }

    @Override
    public byte[] next() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<KeptLook> next = follower.next();
        if (next.isEmpty()
                || !RingLooks.isOf(
                        next.get(), receiver, receiver.plan().centersHz().get(0))) {
            return out.toByteArray();
        }
        try {
            frames.take(next.get().bytes(), goesOn && next.get().head().continues(), (re, im, lead, count) -> {
                var sound = listener.hear(re, im, lead, count);
                if (!begun) {
                    out.writeBytes(WavFile.beginning((int) Math.round(sound.rateHz()), 2));
                    begun = true;
                }
                out.writeBytes(ClipSound.codes(sound));
            });
            goesOn = true;
        } catch (NoSuchFileException overwritten) {
            goesOn = false;
        }
        return out.toByteArray();
    }
}
