package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a transmitter sends.
 *
 * @param programme what is to hear
 * @param startS where in the programme the scene begins, s; a relay that is late by a delay begins so much earlier
 * @param gainDb how much louder than the programme is made it enters the limiter of the transmitter, dB
 * @param channels what becomes of its channels
 * @param unmodulated whether nothing deviates the carrier at all
 * @param multiplex how the transmitter is set up
 * @param overdrive from where on its modulator loses hold and splatters; null if it does not
 */
public record Output(
        Programme programme,
        double startS,
        double gainDb,
        Channels channels,
        boolean unmodulated,
        MultiplexSettings multiplex,
        @Nullable Overdrive overdrive) {

    /** Nothing to hear, from a transmitter in mono. */
    public static final Output SILENT =
            new Output(new Programme.Silence(), 0.0, 0.0, Channels.STEREO, false, MultiplexSettings.MONO, null);

    /**
     * Another output from a time on.
     *
     * @param atS when, s
     * @param output what is sent then
     */
    public record Change(double atS, Output output) {}

    /**
     * A modulator that is driven beyond what it can follow.
     *
     * @param limitHz deviation from which on it loses hold, Hz
     * @param flingHz how far the carrier is then thrown, Hz; downwards if negative
     */
    public record Overdrive(double limitHz, double flingHz) {
        public Overdrive {
            if (!(limitHz > 0.0) || !Double.isFinite(flingHz)) {
                throw new IllegalArgumentException(
                        "an overdrive needs limit > 0 and a finite fling, got " + limitHz + " and " + flingHz + " Hz");
            }
        }
    }

    /** A transmitter with this set-up and a programme from its beginning. */
    public static Output of(Programme programme, MultiplexSettings multiplex) {
        return new Output(programme, 0.0, 0.0, Channels.STEREO, false, multiplex, null);
    }

    /** The same from another place in the programme. */
    public Output from(double newStartS) {
        return new Output(programme, newStartS, gainDb, channels, unmodulated, multiplex, overdrive);
    }

    /** The same, louder by so much. */
    public Output louder(double newGainDb) {
        return new Output(programme, startS, newGainDb, channels, unmodulated, multiplex, overdrive);
    }

    /** The same with the channels treated otherwise. */
    public Output through(Channels newChannels) {
        return new Output(programme, startS, gainDb, newChannels, unmodulated, multiplex, overdrive);
    }

    /** The same transmitter with silence for a programme. */
    public Output silenced() {
        return new Output(new Programme.Silence(), startS, gainDb, channels, unmodulated, multiplex, overdrive);
    }

    /** The same transmitter without any modulation. */
    public Output bare() {
        return new Output(programme, startS, gainDb, channels, true, multiplex, overdrive);
    }

    /** The same programme from another set-up. */
    public Output by(MultiplexSettings newMultiplex) {
        return new Output(programme, startS, gainDb, channels, unmodulated, newMultiplex, overdrive);
    }

    /** The same with its modulator driven beyond its limit. */
    public Output overdriven(Overdrive newOverdrive) {
        return new Output(programme, startS, gainDb, channels, unmodulated, multiplex, newOverdrive);
    }

    /** Whether nothing deviates the carrier: without modulation, or without pilot, RDS and sound. */
    public boolean isBare() {
        return unmodulated
                || (programme instanceof Programme.Silence && multiplex.pilotHz() == 0.0 && multiplex.rds() == null);
    }

    /** Whether there is a pilot and nothing to hear. */
    public boolean isSilent() {
        return programme instanceof Programme.Silence && !isBare();
    }

    /** Whether a block of digital radio is sent in place of a carrier. */
    public boolean isDigital() {
        return programme instanceof Programme.DigitalBlock;
    }

    /** Whether two different channels are sent. */
    public boolean isStereo() {
        return multiplex.stereo() && channels != Channels.MONO && !unmodulated;
    }
}
