package io.bandwatch.ingest.live.address;

import java.util.stream.Stream;

/**
 * A program that writes a transport stream on its standard output: {@code exec:COMMAND}, read by the shell.
 *
 * @param command the command line
 */
public record ProgramAddress(String command) implements FeedAddress {
    static ProgramAddress parse(String command) {
        if (command.isBlank()) {
            throw new IllegalArgumentException(
                    "feed address 'exec:' names no command; it is written exec:COMMAND, such as exec:tsp -I dvb -O file");
        }
        return new ProgramAddress(command.strip());
    }

    /** The program alone: its arguments, and variables that are set before it, may hold secrets. */
    @Override
    public String shown() {
        return "exec:"
                + Stream.of(command.split("\\s+"))
                        .filter(word -> !word.matches("\\w+=.*"))
                        .findFirst()
                        .orElse("");
    }
}
