package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.config.MonitorConfig.Registers;
import io.bandwatch.deploy.registers.EmergencyFolder;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.deploy.replay.ClipFolder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether the registers are others than they were, the alerts of emergencies, or the folder of clips. What is in a register counts, not when it was
 * written; of clips, which are hours of sound, their names, sizes and times do.
 */
final class RegisterWatch {
    private final Registers registers;

    RegisterWatch(Registers registers) {
        this.registers = registers;
    }

    /** What they are now. */
    String fingerprint() {
        Stream<String> files = Stream.of(
                        registers.licences(), registers.services(), registers.maintenance(), registers.insertions())
                .filter(Objects::nonNull)
                .map(Path::toAbsolutePath)
                .map(RegisterFiles::sha256);
        Stream<String> clips = registers.clips() == null ? Stream.of() : ClipFolder.stamps(registers.clips());
        Stream<String> alerts = registers.emergencies() == null
                ? Stream.of()
                : Stream.of(EmergencyFolder.fingerprint(registers.emergencies()));
        return Stream.of(files, clips, alerts).flatMap(Function.identity()).collect(Collectors.joining(" "));
    }
}
