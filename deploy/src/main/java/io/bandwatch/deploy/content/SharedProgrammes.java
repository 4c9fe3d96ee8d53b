package io.bandwatch.deploy.content;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.ts.services.ServiceEntry;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What registers say of programmes that may be received in more than one place. */
final class SharedProgrammes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Stations are told from each other by where they are; this is as far as one may be off, and more. */
    private static final double REACH_HZ = 100_000;

    private final Map<String, String> ofStations;
    private final Map<String, Double> frequenciesHz = new HashMap<>();
    private final Map<Integer, String> ofServices;
    private final Map<String, String> ofReferences;

    /**
     * @param licences register of FM stations, or null
     * @param services rows of the register of services
     * @param references by feed the programme that it has as it should be on air
     */
    SharedProgrammes(@Nullable LicenceRegister licences, List<ServiceEntry> services, Map<String, String> references) {
        this.ofServices = Map.copyOf(numbered(services));
        this.ofReferences = Map.copyOf(references);
        Map<String, String> stations = new HashMap<>();
        List<LicenceEntry> rows = licences == null ? List.of() : licences.entries();
        for (LicenceEntry row : rows) {
            if (row.programme() != null) {
                stations.put(row.id(), row.programme());
            }
        }
        Map<String, Long> counts = Stream.of(stations, ofServices, ofReferences)
                .flatMap(each -> each.values().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        stations.values().removeIf(name -> counts.getOrDefault(name, 0L) < 2);
        rows.stream()
                .filter(row -> stations.containsKey(row.id()))
                .forEach(row -> frequenciesHz.put(row.id(), row.frequencyHz()));
        this.ofStations = Map.copyOf(stations);
    }

    /** The programme of each service number; those that have several are left out. */
    private static Map<Integer, String> numbered(List<ServiceEntry> rows) {
        Map<Integer, Set<String>> programmes = new TreeMap<>();
        for (ServiceEntry row : rows) {
            if (row.serviceId() != null) {
                programmes
                        .computeIfAbsent(row.serviceId(), id -> new HashSet<>())
                        .add(row.programme() == null ? "" : row.programme());
            }
        }
        programmes.values().removeIf(names -> names.size() > 1 || names.contains(""));
        return programmes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
    }

    /** Whether there is any. */
    boolean any() {
        return !ofStations.isEmpty() || !ofServices.isEmpty();
    }

    /** What a station carries, if others do as well; else null. */
    @Nullable
    String ofStation(@Nullable String id) {
        return id == null ? null : ofStations.get(id);
    }

    /** What a service carries, which may be received in many places; null where that is not known. */
    @Nullable
    String ofService(int id) {
        return ofServices.get(id);
    }

    /** What a feed has as it should be on air; null where it is on air itself. */
    @Nullable
    String ofReference(String feed) {
        return ofReferences.get(feed);
    }

    /**
     * Whether what is on air somewhere is the programme of a reference.
     *
     * @param reference feed that may be one
     * @param place where it is on air
     * @param station who is on air there, where it is a carrier
     */
    boolean comesFrom(String reference, Subject place, String station) {
        String due = ofReferences.get(reference);
        boolean own = reference.equals(place.feed());
        return due != null
                && !own
                && due.equals(place.isService() ? ofServices.get(place.serviceId()) : ofStations.get(station));
    }

    /** Programmes that have a reference. */
    Set<String> referenced() {
        return Set.copyOf(ofReferences.values());
    }

    /** All that stations and services carry by which they are known. */
    Set<String> carried() {
        Set<String> programmes = new TreeSet<>(ofStations.values());
        programmes.addAll(ofServices.values());
        return programmes;
    }

    /** What the stations at a frequency carry, if others do as well. */
    Set<String> at(long channelHz) {
        Set<String> programmes = new TreeSet<>();
        frequenciesHz.forEach((id, frequencyHz) -> {
            String programme = ofStations.get(id);
            if (programme != null && Math.abs(frequencyHz - channelHz) <= REACH_HZ) {
                programmes.add(programme);
            }
        });
        return programmes;
    }
}
