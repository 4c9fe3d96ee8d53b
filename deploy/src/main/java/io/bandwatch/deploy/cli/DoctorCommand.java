package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.doctor.Diagnosis;
import io.bandwatch.deploy.doctor.Doctor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine has, what it lacks, and the command that mends it. */
@Command(
        name = "doctor",
        description = "Checks JDK, helper programs, store, ports, disk and memory; each line ok or missing with the"
                + " command that mends it.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "folder that results are written to (default: the current one)")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path workFolder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Diagnosis> diagnoses = Doctor.ofThisMachine(workFolder).examine();
        diagnoses.forEach(diagnosis -> spec.commandLine().getOut().println(diagnosis.asLine()));
        return diagnoses.stream().anyMatch(Diagnosis::blocks) ? ExitCode.UNUSABLE : ExitCode.FINISHED;
    }
}
