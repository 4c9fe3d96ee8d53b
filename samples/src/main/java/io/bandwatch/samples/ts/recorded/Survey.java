package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.fault.FaultTargets;
import io.bandwatch.samples.ts.fault.Span;
import io.bandwatch.samples.ts.packet.TableIds;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds where in a recording faults can be put. */
final class Survey {
    private static final int CALM_PACKETS = 3;

    /** Seconds between two of a table, at most (TR 101 290, tables 5.0a and 5.0c). */
    private static final Map<Integer, Double> MOST_S = new TreeMap<>(
            Map.of(TableIds.SDT, 2.0, TableIds.NIT, 10.0, TableIds.EIT, 2.0, TableIds.PMT, 0.5, TableIds.PAT, 0.5));

    private final Recording recording;
    private final Contents contents;
    private final ReferenceClock clock;

    Survey(Recording recording, Contents contents, ReferenceClock clock) {
        this.recording = recording;
        this.contents = contents;
        this.clock = clock;
    }

    FaultTargets targets() {
        Optional<Programme> whole = contents.programmes().stream()
                .filter(programme -> comes(programme.pictures()) != FaultTargets.NONE)
                .findFirst();
        int sound = contents.programmes().stream()
                .map(programme -> comes(programme.sounds()))
                .filter(pid -> pid != FaultTargets.NONE && !clock.pids().contains(pid))
                .reduce(FaultTargets.NONE, (before, pid) -> pid);
        return new FaultTargets(
                whole.map(Programme::pmtPid).orElse(FaultTargets.NONE),
                whole.map(programme -> comes(programme.pictures())).orElse(FaultTargets.NONE),
                sound,
                clock.pids().stream()
                        .filter(pid -> pid != clock.pid())
                        .findFirst()
                        .orElse(clock.pid()),
                serviceWithEvents(),
                tableThatMayBeDamaged(),
                this::calm);
    }

    /** The first of these PIDs whose units come again and again. */
    private int comes(List<Integer> pids) {
        return pids.stream()
                .filter(pid -> contents.count(part -> part.pid() == pid && part.what() == Content.UNIT_START) > 2)
                .findFirst()
                .orElse(FaultTargets.NONE);
    }

    private int serviceWithEvents() {
        List<Integer> services = contents.programmes().stream()
                .map(Programme::serviceId)
                .filter(id -> contents.any(
                        part -> part.isTable(TableIds.EIT) && part.extension() == id && part.section() == 1))
                .toList();
        return services.size() > 1 ? services.get(0) : FaultTargets.NONE;
    }

    /** One that comes so often that it is not late without one of its sections. */
    private int tableThatMayBeDamaged() {
        return MOST_S.entrySet().stream()
                .filter(most -> {
                    long sections = contents.count(part -> part.isTable(most.getKey()));
                    return sections > 1 && 2.2e-9 * recording.lengthNs() / sections < most.getValue();
                })
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FaultTargets.NONE);
    }

    private Span calm(long fromNs) {
        long lengthNs = recording.lengthNs();
        long roundNs = fromNs / lengthNs * lengthNs;
        int calm = 0;
        for (int packet = 0; packet < recording.packets(); packet++) {
            boolean spare = roundNs + clock.timeNs(packet) >= fromNs
                    && recording.parts(packet).stream().allMatch(Survey::spare)
                    && !recording.parts(packet).isEmpty();
            calm = spare ? calm + 1 : 0;
            if (calm == CALM_PACKETS) {
                return new Span(roundNs + clock.timeNs(packet + 1 - CALM_PACKETS), roundNs + clock.timeNs(packet + 1));
            }
        }
        return roundNs + lengthNs > fromNs && roundNs < fromNs ? calm(roundNs + lengthNs) : nowhere();
    }

    private static Span nowhere() {
        return new Span(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private static boolean spare(TsPart part) {
        return part.what() == Content.STUFFING || part.what() == Content.UNIT;
    }
}
