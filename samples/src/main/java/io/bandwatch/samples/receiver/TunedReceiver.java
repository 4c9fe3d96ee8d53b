package io.bandwatch.samples.receiver;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.Transmission.Span;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.dsp.synth.fm.BroadcastMultiplex;
import io.bandwatch.samples.audio.ProgrammeSounds;
import io.bandwatch.samples.receiver.BandScene.Station;
import io.bandwatch.samples.recording.SampleEncoder;
import io.bandwatch.samples.scenario.IqFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Samples of eight bits of a scene, from where and when a receiver is tuned. What lies outside of what it sees is filtered away; until
 * its oscillator has settled it hears nothing.
 * The same tunings give the same samples. Not thread-safe.
 */
public final class TunedReceiver {
    /** What a transmission needs on either side of its carrier so that all of it is in the band, Hz. */
    private static final double REACH_HZ = 140e3;

    private final BandScene scene;
    private final double rateHz;
    private final long settling;
    private final ProgrammeSounds sounds;
    private float[] re = {};
    private float[] im = {};
    private WidebandStream air;
    private long deaf;

    /**
     * @param sounds makes what the stations play
     * @param rateHz samples a second
     * @param settleS how long its oscillator takes to settle, s
     * @param centerHz what it is tuned to at the begin of the scene, Hz
     */
    public TunedReceiver(BandScene scene, ProgrammeSounds sounds, double rateHz, double settleS, long centerHz) {
        this.scene = scene;
        this.sounds = sounds;
        this.rateHz = rateHz;
        this.settling = Math.round(settleS * rateHz);
        this.air = heard(centerHz, 0);
    }

    /**
     * Tunes it.
     *
     * @param centerHz where to, Hz
     * @param atS when, s from the begin of the scene
     */
    public void tune(long centerHz, double atS) {
        deaf = settling;
        air = heard(centerHz, atS + settling / rateHz);
    }

    /** The next samples, two bytes each. */
    public void read(byte[] into, int count) {
        if (re.length < count) {
            re = new float[count];
            im = new float[count];
        }
        int nothing = (int) Math.min(deaf, count);
        Arrays.fill(re, 0, nothing, 0f);
        Arrays.fill(im, 0, nothing, 0f);
        deaf -= nothing;
        air.read(re, im, nothing, count - nothing);
        SampleEncoder.encode(IqFormat.CU8, re, im, count, ByteBuffer.wrap(into));
    }

    private WidebandStream heard(long centerHz, double atS) {
        List<Transmission> transmissions = scene.stations().stream()
                .filter(station -> Math.abs(station.frequencyHz() - centerHz) < rateHz / 2 - REACH_HZ)
                .filter(station -> station.onAir().toS() > atS)
                .map(station -> transmission(station, atS))
                .toList();
        return new WidebandStream(
                rateHz,
                centerHz,
                scene.floor(),
                transmissions,
                scene.seed() + Math.round(atS * rateHz),
                IqFormat.CU8.roundingNoise());
    }

    private Transmission transmission(Station station, double atS) {
        Span onAir = station.onAir();
        return Transmission.steady(
                        station.frequencyHz(),
                        station.cnDb(),
                        BroadcastMultiplex.of(station.multiplex(), sounds.open(station.programme(), atS)))
                .onAirFrom(onAir.fromS() - atS, onAir.toS() - atS);
    }
}
