package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.config.MonitorConfig.Registers;
import io.bandwatch.deploy.replay.RegisterFiles;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether the registers are others than they were. What is in a file counts, not when it was written. */
final class RegisterWatch {
    private final Registers registers;

    RegisterWatch(Registers registers) {
        this.registers = registers;
    }

    /** What they are now. */
    String fingerprint() {
        return Stream.of(registers.licences(), registers.services(), registers.maintenance(), registers.insertions())
                .filter(Objects::nonNull)
                .map(Path::toAbsolutePath)
                .map(RegisterFiles::sha256)
                .collect(Collectors.joining(" "));
    }
}
