package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What each packet of a stream carries. */
final class Contents {
    private static final List<Integer> FIXED_PIDS = List.of(0x00, 0x10, 0x11, 0x12, 0x14);

    private final List<List<TsPart>> parts = new ArrayList<>();
    private final Map<Integer, Programme> programmes = new LinkedHashMap<>();

    Contents(byte[] stream, ReferenceClock clock) {
        List<Integer> pmtPids = Programme.pmtPids(SectionScan.of(stream, 0));
        List<Integer> tablePids = new ArrayList<>(FIXED_PIDS);
        tablePids.addAll(pmtPids);
        Map<Integer, List<TsPart>> sections = new HashMap<>();
        Set<Integer> ends = new HashSet<>();
        for (int pid : tablePids) {
            for (FoundSection section : SectionScan.of(stream, pid)) {
                sections.computeIfAbsent(section.packet(), key -> new ArrayList<>())
                        .add(section.part());
                ends.add(section.last());
                if (pmtPids.contains(pid) && section.tableId() == 0x02) {
                    Programme programme = Programme.of(section);
                    programmes.put(programme.serviceId(), programme);
                }
            }
        }
        for (int packet = 0; packet < stream.length / PacketBytes.LENGTH; packet++) {
            int pid = PacketBytes.pid(stream, packet * PacketBytes.LENGTH);
            List<TsPart> ofPacket = tablePids.contains(pid)
                    ? sections.getOrDefault(packet, List.of(TsPart.further(pid, ends.contains(packet))))
                    : streamParts(stream, packet * PacketBytes.LENGTH, pid);
            parts.add(List.copyOf(ofPacket));
        }
    }

    /** A packet with a reference is no further packet of a unit: it cannot be spared. */
    private List<TsPart> streamParts(byte[] stream, int offset, int pid) {
        if (pid == PacketBytes.NULL_PID) {
            return List.of(TsPart.NULL_PACKET);
        }
        List<TsPart> found = new ArrayList<>();
        boolean reference = PacketBytes.hasReference(stream, offset);
        if (reference) {
            found.add(TsPart.of(pid, Content.REFERENCE));
        }
        if (PacketBytes.hasPayload(stream, offset) && isStream(pid)) {
            int at = PacketBytes.payloadAt(stream, offset);
            if (PacketBytes.unitStart(stream, offset)) {
                found.add(new TsPart(pid, Content.UNIT_START, TsPart.NONE, TsPart.NONE, 0, at, false));
            } else if (!reference) {
                found.add(TsPart.of(pid, Content.UNIT));
            }
        }
        return found;
    }

    private boolean isStream(int pid) {
        return programmes.values().stream()
                .anyMatch(programme ->
                        programme.pictures().contains(pid) || programme.sounds().contains(pid));
    }

    List<TsPart> parts(int packet) {
        return parts.get(packet);
    }

    List<Programme> programmes() {
        return List.copyOf(programmes.values());
    }

    List<Integer> serviceIds() {
        return List.copyOf(programmes.keySet());
    }

    boolean any(Predicate<TsPart> wanted) {
        return count(wanted) > 0;
    }

    long count(Predicate<TsPart> wanted) {
        return parts.stream().flatMap(List::stream).filter(wanted).count();
    }
}
