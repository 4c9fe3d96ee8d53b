package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.table.Label;
import io.bandwatch.dsp.ts.table.NetworkPart;
import io.bandwatch.dsp.ts.table.SubTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** NIT and BATs of the stream: the network it is in, the bouquets around it, and the numbers of its services. */
final class Networks {
    /** More than any network has; a stream that invents bouquets is not followed farther. */
    private static final int MOST_BOUQUETS = 64;

    private static final int NONE = -1;

    private final Map<Integer, SubTable<NetworkPart>> bouquets = new LinkedHashMap<>();
    private SubTable<NetworkPart> network = new SubTable<>();
    private int networkId = NONE;

    boolean accept(Section section) {
        return switch (section.tableId()) {
            case TableId.NIT_ACTUAL -> acceptNetwork(section);
            case TableId.BAT -> acceptBouquet(section);
            default -> false;
        };
    }

    /** network_id of the NIT; below 0 before one came. */
    int id() {
        return networkId;
    }

    /** Its name as sent. */
    Optional<Label> name() {
        return network.sections().stream()
                .flatMap(part -> Stream.ofNullable(part.name()))
                .findFirst();
    }

    /** Described as ARIB does, under an identifier of Japan: satellites 4, 6, 7 and 10, terrestrial from 0x7880 on. */
    boolean isJapanese(int originalNetworkId, boolean isdbProgrammes) {
        boolean isdb = isdbProgrammes || network.sections().stream().anyMatch(NetworkPart::isdb);
        return isdb && (ofJapan(networkId) || ofJapan(originalNetworkId));
    }

    /** Logical channel number, of the network before a bouquet; 0 without one. */
    int channelNumber(int transportStreamId, int originalNetworkId, int service) {
        return Stream.concat(Stream.of(network), bouquets.values().stream())
                .flatMap(table -> table.sections().stream())
                .mapToInt(part -> part.channelNumber(transportStreamId, originalNetworkId, service))
                .filter(number -> number != 0)
                .findFirst()
                .orElse(0);
    }

    private boolean acceptNetwork(Section section) {
        if (!section.extended() || !section.current()) {
            return false;
        }
        if (networkId != section.extension()) {
            networkId = section.extension();
            network = new SubTable<>();
        }
        return network.accept(section, NetworkPart::of);
    }

    private boolean acceptBouquet(Section section) {
        int id = section.extension();
        if (!bouquets.containsKey(id) && bouquets.size() >= MOST_BOUQUETS) {
            return false;
        }
        return bouquets.computeIfAbsent(id, bouquet -> new SubTable<>()).accept(section, NetworkPart::of);
    }

    private static boolean ofJapan(int id) {
        return id == 4 || id == 6 || id == 7 || id == 10 || (id >= 0x7880 && id <= 0x7FFF);
    }
}
