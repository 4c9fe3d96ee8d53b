package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a section of a NIT or BAT says (EN 300 468, 5.2.1 and 5.2.2).
 *
 * @param id of the network or bouquet
 * @param name its name
 * @param channels logical channel numbers by service, and the services by stream: transport_stream_id in the upper half,
 *     original_network_id in the lower
 * @param isdb it is described as ARIB does
 */
public record NetworkPart(int id, @Nullable Label name, Map<Integer, Map<Integer, Integer>> channels, boolean isdb) {
    private static final int NETWORK_NAME = 0x40;
    private static final int SERVICE_LIST = 0x41;
    private static final int BOUQUET_NAME = 0x47;

    /** ARIB STD-B10, part 2: system management, and the delivery system of ISDB-T. */
    private static final int ARIB_SYSTEM_MANAGEMENT = 0xFE;

    private static final int ARIB_TERRESTRIAL_DELIVERY = 0xFA;

    public static NetworkPart of(Section section) {
        Label name = null;
        boolean isdb = false;
        int loop = section.endOfLoop(section.bodyStart(), section.bodyEnd());
        Descriptors network = new Descriptors(section, section.bodyStart() + 2, loop);
        while (network.next()) {
            if (network.tag() == NETWORK_NAME || network.tag() == BOUQUET_NAME) {
                name = Label.of(section, network.from(), network.to());
            }
            isdb |= network.tag() == ARIB_SYSTEM_MANAGEMENT;
        }
        Map<Integer, Map<Integer, Integer>> channels = new HashMap<>();
        int end = section.endOfLoop(loop, section.bodyEnd());
        int at = loop + 2;
        while (at + 6 <= end) {
            int next = section.endOfLoop(at + 4, end);
            Map<Integer, Integer> numbers = channels.computeIfAbsent(section.u32(at), stream -> new HashMap<>());
            Descriptors stream = new Descriptors(section, at + 6, next);
            Set<Integer> listed = listed(section, at + 6, next);
            while (stream.next()) {
                LogicalChannels.read(stream, listed, numbers);
                isdb |= stream.tag() == ARIB_TERRESTRIAL_DELIVERY;
            }
            at = next;
        }
        return new NetworkPart(section.extension(), name, channels, isdb);
    }

    private static Set<Integer> listed(Section section, int from, int end) {
        Set<Integer> services = new HashSet<>();
        Descriptors stream = new Descriptors(section, from, end);
        while (stream.next()) {
            for (int at = 0; stream.tag() == SERVICE_LIST && at + 3 <= stream.length(); at += 3) {
                services.add(stream.u16(at));
            }
        }
        return services;
    }

    /** Channel number of a service; 0 without one. */
    public int channelNumber(int transportStreamId, int originalNetworkId, int service) {
        return channels.getOrDefault(transportStreamId << 16 | originalNetworkId, Map.of())
                .getOrDefault(service, 0);
    }
}
