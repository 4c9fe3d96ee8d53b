package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.licences.csv.Reading;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The register of FM licences: who may be on air, where in the band, and when. */
public final class LicenceRegister implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<LicenceEntry> byFrequency;
    private final HashMap<String, LicenceEntry> byId = new HashMap<>();
    private final String version;

    LicenceRegister(List<LicenceEntry> entries, String version) {
        this.byFrequency = new ArrayList<>(entries);
        this.byFrequency.sort(
                Comparator.comparingDouble(LicenceEntry::frequencyHz).thenComparing(LicenceEntry::id));
        byFrequency.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
        this.version = version;
    }

    /**
     * Reads a register.
     *
     * @param csv bytes of the file: UTF-8 with or without byte order mark, RFC 4180, with a header
     * @param zone zone of dates and hours that name none
     */
    public static Reading<LicenceRegister> read(byte[] csv, ZoneId zone) {
        return new RegisterReader(zone).read(csv);
    }

    /** First twelve hexadecimal digits of the SHA-256 of the file. */
    public String version() {
        return version;
    }

    /** All entries by rising frequency, then id. */
    public List<LicenceEntry> entries() {
        return List.copyOf(byFrequency);
    }

    /** Entries not farther from the frequency than {@code reachHz}, by rising frequency, then id. */
    public List<LicenceEntry> near(double frequencyHz, double reachHz) {
        return byFrequency.stream()
                .filter(entry -> Math.abs(entry.frequencyHz() - frequencyHz) <= reachHz)
                .toList();
    }

    /** The entry with this id. */
    public Optional<LicenceEntry> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
