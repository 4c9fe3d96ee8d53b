package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.deploy.site.Site;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.ts.services.ServiceRegister;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on registers; the one verb below checks them. */
@Command(
        name = "licences",
        description = "Works on registers of licences.",
        synopsisSubcommandLabel = "check",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class,
        subcommands = LicencesCommand.Check.class)
final class LicencesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: licences check FILE");
    }

    /** Validates a register and prints every problem with its line. */
    @Command(
            name = "check",
            description = "Validates a register; prints every problem with its line.",
            mixinStandardHelpOptions = true,
            versionProvider = BandwatchVersion.class)
    static final class Check implements Callable<Integer> {
        @Parameters(
                index = "0",
                paramLabel = "FILE",
                description = "register of FM stations or of services, CSV as in docs/registers.md")
        @SuppressWarnings("NullAway.Init") // set by picocli before call
        private Path file;

        @Option(
                names = "--site",
                paramLabel = "YAML",
                description = "site file whose timezone the hours are in (default: Asia/Shanghai)")
        private @Nullable Path site;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call
        private CommandSpec spec;

        @Override
        public Integer call() {
            Site where = site == null ? Site.DEFAULT : Site.read(site);
            switch (RegisterFiles.kind(file)) {
                case FM -> {
                    LicenceRegister register = RegisterFiles.licences(file, where.timezone());
                    tell(register.entries().size(), register.version());
                }
                case SERVICES -> {
                    ServiceRegister register = RegisterFiles.services(file);
                    tell(register.entries().size(), register.version());
                }
            }
            return ExitCode.FINISHED;
        }

        private void tell(int entries, String version) {
            spec.commandLine().getOut().printf("%s: %d entries, no problem; version %s%n", file, entries, version);
        }
    }
}
