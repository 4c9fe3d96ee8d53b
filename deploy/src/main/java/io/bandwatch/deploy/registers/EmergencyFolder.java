package io.bandwatch.deploy.registers;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.detectors.content.emergency.CapAlert;
import io.bandwatch.detectors.content.emergency.CapReader;
import io.bandwatch.detectors.content.emergency.EmergencyBroadcasts;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.csv.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder in which whoever runs the emergency broadcasts leaves the alerts: {@code .xml} files of CAP 1.2, one each. */
public final class EmergencyFolder {
    private static final long MOST_BYTES = 4 << 20;

    private EmergencyFolder() {}

    /**
     * What the alerts allow. One that cannot be used is told on {@code err}, and allows nothing; the others count.
     *
     * @param register which tells where stations stand, or null
     * @throws UnusableInputException if there is no such folder
     */
    public static InsertionSchedule read(Path folder, @Nullable LicenceRegister register, PrintWriter err) {
        List<CapAlert> alerts = new ArrayList<>();
        for (Path file : files(folder)) {
            Reading<CapAlert> reading = alert(file, err);
            CapAlert alert = reading == null ? null : reading.value();
            if (alert != null) {
                if (!EmergencyBroadcasts.saysWhere(alert)) {
                    err.printf(
                            "bandwatch: %s: allows nothing: it names no station in a parameter '%s', and no circle or"
                                    + " polygon%n",
                            file, CapReader.STATION);
                }
                alerts.add(alert);
            } else if (reading != null) {
                reading.problems()
                        .forEach(problem ->
                                err.printf("bandwatch: left out: %s:%d: %s%n", file, problem.line(), problem.text()));
            }
        }
        err.flush();
        return new EmergencyBroadcasts(register).allowedBy(alerts);
    }

    /** What is in the folder now. */
    public static String fingerprint(Path folder) {
        return files(folder).stream()
                .map(file -> file.getFileName() + " " + digest(file))
                .collect(Collectors.joining("\n"));
    }

    private static String digest(Path file) {
        try {
            return Files.size(file) > MOST_BYTES ? "large" : RegisterFiles.sha256(file);
        } catch (IOException | UnusableInputException gone) {
            return "gone";
        }
    }

    private static @Nullable Reading<CapAlert> alert(Path file, PrintWriter err) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                err.printf("bandwatch: left out: %s: larger than 4 MiB; an alert is a few kilobytes%n", file);
                return null;
            }
            return CapReader.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            err.printf("bandwatch: left out: %s: cannot be read (%s)%n", file, unreadable.getMessage());
            return null;
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(EmergencyFolder::isAlert).sorted().toList();
        } catch (IOException unreadable) {
            throw new UnusableInputException(
                    folder + ": cannot be read; name a folder of alerts, which are .xml files of CAP 1.2", unreadable);
        }
    }

    private static boolean isAlert(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
