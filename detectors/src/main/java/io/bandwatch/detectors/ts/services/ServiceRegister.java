package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.licences.csv.Reading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The register of services: which may be in a transport stream, where, and under what name. */
public final class ServiceRegister implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ServiceEntry> entries;
    private final String version;

    ServiceRegister(List<ServiceEntry> entries, String version) {
        this.entries = new ArrayList<>(entries);
        this.version = version;
    }

    /**
     * Reads a register.
     *
     * @param csv bytes of the file: UTF-8 with or without byte order mark, RFC 4180, with a header
     */
    public static Reading<ServiceRegister> read(byte[] csv) {
        return ServiceRegisterReader.read(csv);
    }

    /** First twelve hexadecimal digits of the SHA-256 of the file. */
    public String version() {
        return version;
    }

    /**
     * What is usual for services that are decoded and that rows of this site name, by their numbers.
     *
     * @param site name of the site, or null where it is not known: rows of every site count then
     */
    public Map<Integer, Set<ServiceTrait>> profiles(@Nullable String site) {
        Map<Integer, Set<ServiceTrait>> profiles = new TreeMap<>();
        for (ServiceEntry entry : entries) {
            if (entry.serviceId() != null && !entry.profile().isEmpty() && entry.countsAt(site)) {
                profiles.putIfAbsent(entry.serviceId(), entry.profile());
            }
        }
        return profiles;
    }

    /** All entries in the order of the file. */
    public List<ServiceEntry> entries() {
        return List.copyOf(entries);
    }
}
