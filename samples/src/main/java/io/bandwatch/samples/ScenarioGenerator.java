package io.bandwatch.samples;

import io.bandwatch.dsp.synth.FaultyReceiver;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.MultiplexSequence;
import io.bandwatch.dsp.synth.OfdmBlock;
import io.bandwatch.dsp.synth.Overdriven;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.dsp.synth.fm.BroadcastMultiplex;
import io.bandwatch.samples.audio.ProgrammeSounds;
import io.bandwatch.samples.recording.RecordingWriter;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import io.bandwatch.samples.truth.TruthFile;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders a scenario: recording, truth, register and plan of maintenance. The same scenario gives the same bytes. Memory
 * does not depend on the duration. Not thread-safe.
 */
public final class ScenarioGenerator {
    private final Scenario scenario;

    public ScenarioGenerator(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The samples of the scene, without files; a fresh stream on each call. */
    public FaultyReceiver open() {
        ProgrammeSounds sounds = new ProgrammeSounds();
        List<Transmission> emissions = new ArrayList<>();
        for (ScenarioCarrier carrier : scenario.carriers()) {
            emissions.add(new Transmission(
                    carrier.frequencyHz(),
                    carrier.cnDb(),
                    carrier.driftHzPerS(),
                    multiplex(carrier, sounds),
                    carrier.onAir(),
                    carrier.paths(),
                    carrier.levels()));
        }
        WidebandStream air = new WidebandStream(
                scenario.sampleRateHz(),
                scenario.centerHz(),
                scenario.floor(),
                emissions,
                scenario.seed(),
                scenario.format().roundingNoise());
        return new FaultyReceiver(air, scenario.faults(), scenario.sampleRateHz(), scenario.seed());
    }

    private static Multiplex.Source multiplex(ScenarioCarrier carrier, ProgrammeSounds sounds) {
        if (carrier.changes().isEmpty()) {
            return multiplex(carrier.output(), 0.0, sounds);
        }
        List<MultiplexSequence.Part> parts = new ArrayList<>();
        parts.add(new MultiplexSequence.Part(0.0, multiplex(carrier.output(), 0.0, sounds)));
        for (Output.Change change : carrier.changes()) {
            parts.add(new MultiplexSequence.Part(change.atS(), multiplex(change.output(), change.atS(), sounds)));
        }
        return MultiplexSequence.of(parts);
    }

    private static Multiplex.Source multiplex(Output output, double atS, ProgrammeSounds sounds) {
        if (output.programme() instanceof Programme.DigitalBlock block) {
            return OfdmBlock.cdr(block.seed());
        }
        if (output.unmodulated()) {
            return Multiplex.unmodulated();
        }
        Multiplex.Source regular = BroadcastMultiplex.of(output.multiplex(), sounds.open(output, atS));
        Output.Overdrive overdrive = output.overdrive();
        return overdrive == null ? regular : Overdriven.of(regular, overdrive.limitHz(), overdrive.flingHz());
    }

    /**
     * Renders into a folder, which is made if it is missing. The truth is written last: where it stands, the rest is
     * whole.
     *
     * @throws ScenarioException if a file, a program or room on the disk is missing
     */
    public RenderedScenario render(Path folder, ProgressListener progress) {
        try {
            Files.createDirectories(folder);
            String recordingName = RecordingWriter.name(scenario);
            Path truth = folder.resolve(recordingName + ".truth.json");
            Files.deleteIfExists(truth);
            writeRecording(folder, progress);
            Registers registers = new Registers(scenario);
            Path licences = folder.resolve(scenario.name() + ".licences.csv");
            Files.writeString(licences, registers.licences(), StandardCharsets.UTF_8);
            Path maintenance = null;
            if (!scenario.maintenance().isEmpty()) {
                maintenance = folder.resolve(scenario.name() + ".maintenance.csv");
                Files.writeString(maintenance, registers.maintenance(), StandardCharsets.UTF_8);
            }
            Files.writeString(truth, new TruthFile(scenario, recordingName).json(), StandardCharsets.UTF_8);
            return new RenderedScenario(List.of(folder.resolve(recordingName)), truth, licences, maintenance);
        } catch (IOException e) {
            throw new ScenarioException(
                    folder + ": cannot be written (" + e + "); give a folder with room for "
                            + scenario.samples() * scenario.format().bytes() + " bytes",
                    e);
        }
    }

    private void writeRecording(Path folder, ProgressListener progress) throws IOException {
        FaultyReceiver receiver = open();
        long total = scenario.samples();
        long second = Math.round(scenario.sampleRateHz());
        try (RecordingWriter writer = new RecordingWriter(scenario, folder)) {
            for (long done = 0; done < total; ) {
                long part = Math.min(second, total - done);
                writer.write(receiver::read, part);
                done += part;
                progress.rendered(done / scenario.sampleRateHz(), total / scenario.sampleRateHz());
            }
        }
    }
}
