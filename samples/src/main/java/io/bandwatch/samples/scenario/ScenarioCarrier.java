package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import java.util.List;

/**
 * One transmitter of a scenario.
 *
 * @param id unique in the scenario; the id of its register row
 * @param name its name in the register
 * @param nominalHz frequency that it should have, Hz
 * @param cnDb carrier over noise in 200 kHz, dB
 * @param stationClass its class
 * @param registered whether the register has a row for it
 * @param programme what is to hear
 * @param programmeStartS where in the programme the scene begins, s
 * @param unmodulated whether nothing deviates the carrier at all
 * @param multiplex how the transmitter is set up
 * @param errorHz how far the carrier is off its nominal frequency, Hz
 * @param driftHzPerS how fast it moves, Hz/s
 * @param onAir when it is on air
 * @param paths echoes and fading
 */
public record ScenarioCarrier(
        String id,
        String name,
        double nominalHz,
        double cnDb,
        StationClass stationClass,
        boolean registered,
        Programme programme,
        double programmeStartS,
        boolean unmodulated,
        MultiplexSettings multiplex,
        double errorHz,
        double driftHzPerS,
        List<Transmission.Span> onAir,
        Transmission.Paths paths) {

    public ScenarioCarrier {
        onAir = List.copyOf(onAir);
    }

    /** A registered broadcast station in mono with a silent programme, always on air. */
    public static ScenarioCarrier licensed(String id, double nominalHz, double cnDb) {
        return new ScenarioCarrier(
                id,
                id,
                nominalHz,
                cnDb,
                StationClass.BROADCAST,
                true,
                new Programme.Silence(),
                0.0,
                false,
                MultiplexSettings.MONO,
                0.0,
                0.0,
                List.of(Transmission.Span.ALWAYS),
                Transmission.Paths.DIRECT);
    }

    /** The same transmitter without licence and row. */
    public ScenarioCarrier unlicensed() {
        return new ScenarioCarrier(
                id,
                name,
                nominalHz,
                cnDb,
                StationClass.UNLICENSED,
                false,
                programme,
                programmeStartS,
                unmodulated,
                multiplex,
                errorHz,
                driftHzPerS,
                onAir,
                paths);
    }

    /** The same transmitter with a programme and a set-up. */
    public ScenarioCarrier carrying(Programme newProgramme, MultiplexSettings newMultiplex) {
        return new ScenarioCarrier(
                id,
                name,
                nominalHz,
                cnDb,
                stationClass,
                registered,
                newProgramme,
                programmeStartS,
                false,
                newMultiplex,
                errorHz,
                driftHzPerS,
                onAir,
                paths);
    }

    /** The same transmitter with an error of its frequency. */
    public ScenarioCarrier offBy(double newErrorHz) {
        return new ScenarioCarrier(
                id,
                name,
                nominalHz,
                cnDb,
                stationClass,
                registered,
                programme,
                programmeStartS,
                unmodulated,
                multiplex,
                newErrorHz,
                driftHzPerS,
                onAir,
                paths);
    }

    /** The same transmitter with other times on air. */
    public ScenarioCarrier onAir(List<Transmission.Span> spans) {
        return new ScenarioCarrier(
                id,
                name,
                nominalHz,
                cnDb,
                stationClass,
                registered,
                programme,
                programmeStartS,
                unmodulated,
                multiplex,
                errorHz,
                driftHzPerS,
                spans,
                paths);
    }

    /** Carrier frequency at the start, Hz. */
    public double frequencyHz() {
        return nominalHz + errorHz;
    }
}
