package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One transmitter of a scenario; {@link CarrierBuilder} makes others of it.
 *
 * @param id unique in the scenario; the id of its register row
 * @param name its name in the register
 * @param nominalHz frequency that it should have, Hz
 * @param cnDb carrier over noise in 200 kHz, dB
 * @param stationClass its class
 * @param row its row in the register; absent if it has none
 * @param output what it sends at first
 * @param changes what it sends later, by rising time
 * @param errorHz how far the carrier is off its nominal frequency, Hz
 * @param driftHzPerS how fast it moves, Hz/s
 * @param onAir when it is on air
 * @param levels how its level changes, by rising time
 * @param paths echoes and fading
 * @param overrides id of the station on whose frequency, and over which, it transmits; absent for none
 */
public record ScenarioCarrier(
        String id,
        String name,
        double nominalHz,
        double cnDb,
        StationClass stationClass,
        @Nullable RegisterRow row,
        Output output,
        List<Output.Change> changes,
        double errorHz,
        double driftHzPerS,
        List<Transmission.Span> onAir,
        List<Transmission.LevelStep> levels,
        Transmission.Paths paths,
        @Nullable String overrides) {

    public ScenarioCarrier {
        changes = List.copyOf(changes);
        onAir = List.copyOf(onAir);
        levels = List.copyOf(levels);
    }

    /** A registered broadcast station in mono with a silent programme, always on air. */
    public static ScenarioCarrier licensed(String id, double nominalHz, double cnDb) {
        return new CarrierBuilder(id, nominalHz, cnDb).build();
    }

    /** The same transmitter without licence and row. */
    public ScenarioCarrier unlicensed() {
        return new CarrierBuilder(this).unlicensed().build();
    }

    /** The same transmitter with a programme and a set-up. */
    public ScenarioCarrier carrying(Programme newProgramme, MultiplexSettings newMultiplex) {
        return new CarrierBuilder(this)
                .sending(Output.of(newProgramme, newMultiplex).from(output.startS()))
                .build();
    }

    /** The same transmitter with an error of its frequency. */
    public ScenarioCarrier offBy(double newErrorHz) {
        return new CarrierBuilder(this).offBy(newErrorHz).build();
    }

    /** The same transmitter with other times on air. */
    public ScenarioCarrier onAir(List<Transmission.Span> spans) {
        return new CarrierBuilder(this).onAir(spans).build();
    }

    /** Whether the register has a row for it. */
    public boolean registered() {
        return row != null;
    }

    /** Carrier frequency at the start, Hz. */
    public double frequencyHz() {
        return nominalHz + errorHz;
    }

    /** Everything that is to hear, in order. */
    public List<Programme> programmes() {
        return Stream.concat(Stream.of(output), changes.stream().map(Output.Change::output))
                .map(Output::programme)
                .toList();
    }

    /** What is to hear at first. */
    public Programme programme() {
        return output.programme();
    }

    /** How the transmitter is set up at first. */
    public MultiplexSettings multiplex() {
        return output.multiplex();
    }

    /** Whether nothing deviates the carrier at first. */
    public boolean unmodulated() {
        return output.unmodulated();
    }
}
