package io.bandwatch.deploy.registers;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.csv.Reading;
import io.bandwatch.detectors.ts.services.ServiceRegister;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads registers and maintenance lists from files: all of a file, or every problem with its line. */
public final class RegisterFiles {
    /** Columns that a register of services has, and one of FM stations never. */
    private static final Set<String> OF_SERVICES = Set.of("service_id", "transport_stream_id", "original_network_id");

    private RegisterFiles() {}

    /** Kinds of registers. */
    public enum Kind {
        FM,
        SERVICES
    }

    /**
     * Tells what register a file is by its header.
     *
     * @throws UnusableInputException where it cannot be read
     */
    public static Kind kind(Path file) {
        String header = new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        boolean services = Arrays.stream(header.split(",", -1))
                .map(column -> column.replaceAll("[\"\uFEFF]", "").strip())
                .anyMatch(OF_SERVICES::contains);
        return services ? Kind.SERVICES : Kind.FM;
    }

    /**
     * Reads an FM register.
     *
     * @param zone zone of dates and hours that name none
     * @throws UnusableInputException with every problem and its line
     */
    public static LicenceRegister licences(Path file, ZoneId zone) {
        return read(file, bytes -> LicenceRegister.read(bytes, zone));
    }

    /**
     * Reads a maintenance list.
     *
     * @param zone zone of times that name none
     * @throws UnusableInputException with every problem and its line
     */
    public static MaintenancePlan maintenance(Path file, ZoneId zone) {
        return read(file, bytes -> MaintenancePlan.read(bytes, zone));
    }

    /**
     * Reads a schedule of insertions that were approved beforehand.
     *
     * @param zone zone of times that name none
     * @throws UnusableInputException with every problem and its line
     */
    public static InsertionSchedule insertions(Path file, ZoneId zone) {
        return read(file, bytes -> InsertionSchedule.read(bytes, zone));
    }

    /**
     * Reads a services register.
     *
     * @throws UnusableInputException with every problem and its line
     */
    public static ServiceRegister services(Path file) {
        return read(file, ServiceRegister::read);
    }

    /** SHA-256 of the file, hexadecimal. */
    public static String sha256(Path file) {
        return sha256(bytes(file));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static <T> T read(Path file, Function<byte[], Reading<T>> reader) {
        Reading<T> reading = reader.apply(bytes(file));
        T value = reading.value();
        if (value == null) {
            throw new UnusableInputException(reading.problems().stream()
                    .map(problem -> file + ":" + problem.line() + ": " + problem.text())
                    .toList());
        }
        return value;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnusableInputException(
                    List.of(file + ": cannot be read (" + cause(unreadable) + "); name an existing CSV file"));
        }
    }

    private static String cause(IOException failure) {
        return failure instanceof java.nio.file.NoSuchFileException
                ? "no such file"
                : String.valueOf(failure.getMessage());
    }
}
