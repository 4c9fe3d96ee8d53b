package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.Transmission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets up a transmitter step by step. A registered one does as registered unless a row says otherwise. */
public final class CarrierBuilder {
    private final String id;
    private final double nominalHz;
    private final double cnDb;
    private String name;
    private StationClass stationClass = StationClass.BROADCAST;
    private boolean registered = true;
    private @Nullable RegisterRow row;
    private Output output = Output.SILENT;
    private List<Output.Change> changes = new ArrayList<>();
    private double errorHz;
    private double driftHzPerS;
    private List<Transmission.Span> onAir = List.of(Transmission.Span.ALWAYS);
    private List<Transmission.LevelStep> levels = List.of();
    private Transmission.Paths paths = Transmission.Paths.DIRECT;
    private @Nullable String overrides;

    /** A registered broadcast station in mono with a silent programme, always on air. */
    public CarrierBuilder(String id, double nominalHz, double cnDb) {
        this.id = id;
        this.name = id;
        this.nominalHz = nominalHz;
        this.cnDb = cnDb;
    }

    /** The same transmitter as another, to be changed. */
    public CarrierBuilder(ScenarioCarrier carrier) {
        this(carrier.id(), carrier.nominalHz(), carrier.cnDb());
        name = carrier.name();
        stationClass = carrier.stationClass();
        registered = carrier.registered();
        // a row that only repeats the transmitter follows it
        row = RegisterRow.of(nominalHz, carrier.output()).equals(carrier.row()) ? null : carrier.row();
        output = carrier.output();
        changes = new ArrayList<>(carrier.changes());
        errorHz = carrier.errorHz();
        driftHzPerS = carrier.driftHzPerS();
        onAir = carrier.onAir();
        levels = carrier.levels();
        paths = carrier.paths();
        overrides = carrier.overrides();
    }

    /** Its name in the register. */
    public CarrierBuilder named(String newName) {
        name = newName;
        return this;
    }

    /** Its class; it stays in the register if it was. */
    public CarrierBuilder of(StationClass newClass) {
        stationClass = newClass;
        return this;
    }

    /** Takes its row out of the register. */
    public CarrierBuilder unregistered() {
        registered = false;
        row = null;
        return this;
    }

    /** Without licence and row. */
    public CarrierBuilder unlicensed() {
        return of(StationClass.UNLICENSED).unregistered();
    }

    /** Puts this row into the register, whatever is sent. */
    public CarrierBuilder registeredAs(RegisterRow newRow) {
        registered = true;
        row = newRow;
        return this;
    }

    /** What it sends from the beginning. */
    public CarrierBuilder sending(Output newOutput) {
        output = newOutput;
        return this;
    }

    /** What it sends from a time on, s; later than the last change. */
    public CarrierBuilder then(double atS, Output next) {
        changes.add(new Output.Change(atS, next));
        return this;
    }

    /** How far the carrier is off its nominal frequency, Hz. */
    public CarrierBuilder offBy(double newErrorHz) {
        errorHz = newErrorHz;
        return this;
    }

    /** How fast the carrier moves, Hz/s. */
    public CarrierBuilder drifting(double newDriftHzPerS) {
        driftHzPerS = newDriftHzPerS;
        return this;
    }

    /** On air in these spans only. */
    public CarrierBuilder onAir(List<Transmission.Span> spans) {
        onAir = spans;
        return this;
    }

    /** On air from a time on, s. */
    public CarrierBuilder onAirFrom(double fromS) {
        return onAir(List.of(new Transmission.Span(fromS, Double.POSITIVE_INFINITY)));
    }

    /** With steps of its level. */
    public CarrierBuilder stepping(List<Transmission.LevelStep> steps) {
        levels = steps;
        return this;
    }

    /** Over other paths. */
    public CarrierBuilder over(Transmission.Paths newPaths) {
        paths = newPaths;
        return this;
    }

    /** On the frequency of, and over, a station. */
    public CarrierBuilder overriding(@Nullable String victim) {
        overrides = victim;
        return this;
    }

    /** The transmitter. */
    public ScenarioCarrier build() {
        RegisterRow said = row == null ? RegisterRow.of(nominalHz, output) : row;
        return new ScenarioCarrier(
                id,
                name,
                nominalHz,
                cnDb,
                stationClass,
                registered ? said : null,
                output,
                changes,
                errorHz,
                driftHzPerS,
                onAir,
                levels,
                paths,
                overrides);
    }
}
