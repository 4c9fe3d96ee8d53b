package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.licences.csv.CsvRow;
import io.bandwatch.detectors.licences.csv.CsvTable;
import io.bandwatch.detectors.licences.csv.Reading;
import io.bandwatch.detectors.licences.csv.TextVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the register of services, all of it or nothing. */
final class ServiceRegisterReader {
    private static final List<String> COLUMNS =
            List.of("original_network_id", "transport_stream_id", "service_id", "name", "programme", "site", "profile");
    private static final int HIGHEST_ID = 0xFFFF;

    private ServiceRegisterReader() {}

    static Reading<ServiceRegister> read(byte[] csv) {
        CsvTable table = CsvTable.of(csv, COLUMNS, List.of("service_id", "name"));
        List<ServiceEntry> entries = new ArrayList<>();
        Map<List<?>, Long> lineOfRow = new HashMap<>();
        Map<List<?>, ServiceEntry> profiled = new HashMap<>();
        for (CsvRow row : table.rows()) {
            int problemsBefore = table.problems().size();
            ServiceEntry entry = entry(row);
            if (table.problems().size() == problemsBefore) {
                check(row, entry, lineOfRow);
                checkProfile(row, entry, profiled);
            }
            if (table.problems().size() == problemsBefore) {
                entries.add(entry);
            }
        }
        return table.problems().isEmpty()
                ? Reading.of(new ServiceRegister(entries, TextVersion.of(csv)))
                : Reading.refused(table.problems());
    }

    private static void check(CsvRow row, ServiceEntry entry, Map<List<?>, Long> lineOfRow) {
        List<?> ids = Arrays.asList(entry.originalNetworkId(), entry.transportStreamId(), entry.serviceId());
        if (entry.name() == null && ids.stream().allMatch(id -> id == null)) {
            row.complain("the row names no service, network or stream, and would allow every service");
            return;
        }
        Long first = lineOfRow.putIfAbsent(
                Arrays.asList(ids, entry.serviceId() == null ? entry.name() : null, entry.site()), row.line());
        if (first != null) {
            row.complain("the service stands already in line " + first);
        }
    }

    private static ServiceEntry entry(CsvRow row) {
        return new ServiceEntry(
                row.line(),
                row.identifier("original_network_id", 0, HIGHEST_ID),
                row.identifier("transport_stream_id", 0, HIGHEST_ID),
                row.identifier("service_id", 1, HIGHEST_ID),
                row.text("name"),
                row.text("programme"),
                row.text("site"),
                profile(row));
    }

    private static Set<ServiceTrait> profile(CsvRow row) {
        String words = row.text("profile");
        EnumSet<ServiceTrait> traits = EnumSet.noneOf(ServiceTrait.class);
        for (String word : words == null ? new String[0] : words.split(" +", -1)) {
            Optional<ServiceTrait> known = Arrays.stream(ServiceTrait.values())
                    .filter(trait -> trait.code().equals(word))
                    .findFirst();
            known.ifPresent(traits::add);
            if (known.isEmpty()) {
                row.complain("profile '" + word + "' is none of "
                        + Arrays.stream(ServiceTrait.values())
                                .map(ServiceTrait::code)
                                .collect(Collectors.joining(", ")));
            }
        }
        if (traits.containsAll(EnumSet.of(ServiceTrait.MONO, ServiceTrait.STEREO))) {
            row.complain("the profile says both mono and stereo");
        }
        return traits;
    }

    /** A decoded service is known by its number alone, so that two rows of a site must not say two things of one. */
    private static void checkProfile(CsvRow row, ServiceEntry entry, Map<List<?>, ServiceEntry> profiled) {
        if (entry.profile().isEmpty()) {
            return;
        }
        if (entry.serviceId() == null) {
            row.complain("a profile needs a service_id, by which decoded services are known");
            return;
        }
        ServiceEntry first = profiled.putIfAbsent(Arrays.asList(entry.serviceId(), entry.site()), entry);
        if (first != null && !first.profile().equals(entry.profile())) {
            row.complain("service_id " + entry.serviceId() + " has another profile in line " + first.line());
        }
    }
}
