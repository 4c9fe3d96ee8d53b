package io.bandwatch.samples.receiver;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Transmission.Span;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.scenario.Programme;
import java.util.List;

/**
 * What there is to hear in the band, wider than any receiver that hears it.
 *
 * @param stations who is on air
 * @param floor noise of the receiver
 * @param seed of the noise
 */
public record BandScene(List<Station> stations, FloorShape floor, long seed) {
    public BandScene {
        stations = List.copyOf(stations);
    }

    /**
     * A transmitter.
     *
     * @param frequencyHz of its carrier, Hz
     * @param cnDb carrier over the noise in 200 kHz, dB
     * @param programme what it plays
     * @param multiplex how it is set up
     * @param onAir when, s from the begin of the scene
     */
    public record Station(
            double frequencyHz, double cnDb, Programme programme, MultiplexSettings multiplex, Span onAir) {}
}
