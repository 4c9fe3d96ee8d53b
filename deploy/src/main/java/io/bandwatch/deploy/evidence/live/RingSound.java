package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.RecentCarriers.LiveSound;
import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.preroll.RingFollower;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Receives a carrier out of a ring as it is written. Where looks are missing there is silence for as long, unless that is more than a minute:
 * what is heard is what is on air now. Of a receiver that goes from place to place each visit is heard, and silence while it is elsewhere, from
 * the first look on.
 */
final class RingSound implements LiveSound {
    /** A second to begin with, so that whoever plays it has something in hand. */
    private static final int LOOKS_BACK = 5;

    private final RingFollower follower;
    private final ReceiverSettings receiver;
    private final long centerHz;
    private final SoundInTime sound;
    private final LookFrames frames;
    private boolean goesOn;
    private boolean begun;

    /** @param centerHz where the receiver hears the carrier, Hz */
    RingSound(Path ring, ReceiverSettings receiver, long centerHz, double frequencyHz) throws IOException {
        BandSettings settings = receiver.band(centerHz);
        this.follower = new RingFollower(ring, LOOKS_BACK);
        this.receiver = receiver;
        this.centerHz = centerHz;
        this.sound = new SoundInTime(settings, frequencyHz);
        this.frames = new LookFrames(receiver.format().label(), settings);
    }

    @Override
    public byte[] next() throws IOException {
        Optional<KeptLook> next = follower.next();
        if (next.isEmpty()) {
            return new byte[0];
        }
        KeptLook.Head head = next.get().head();
        if (!RingLooks.isOf(next.get(), receiver, centerHz)) {
            goesOn = false;
            return receiver.plan().hops() ? elsewhere(head.to()) : new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            frames.take(next.get().bytes(), goesOn && head.continues(), (re, im, lead, count) -> {
                byte[] heard = sound.hear(head.to(), re, im, lead, count);
                out.writeBytes(beginning());
                out.writeBytes(heard);
            });
            goesOn = true;
        } catch (NoSuchFileException overwritten) {
            goesOn = false;
        }
        return out.toByteArray();
    }

    private byte[] elsewhere(Instant until) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(beginning());
        sound.beginAt(until);
        out.writeBytes(sound.silenceUntil(until));
        return out.toByteArray();
    }

    /** The header of a file whose end is not known; nothing once it was sent. */
    private byte[] beginning() {
        byte[] header = begun ? new byte[0] : WavFile.beginning(sound.rateHz(), SoundInTime.CHANNELS);
        begun = true;
        return header;
    }
}
