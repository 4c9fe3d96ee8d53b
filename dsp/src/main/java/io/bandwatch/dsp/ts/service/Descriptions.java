package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.table.ServiceDescription;
import io.bandwatch.dsp.ts.table.SubTable;
import io.bandwatch.dsp.ts.table.VirtualChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SDT and VCT say of the services of this stream. */
final class Descriptions {
    private static final int NONE = -1;

    private final Map<Integer, SubTable<List<VirtualChannel>>> channels = new LinkedHashMap<>();
    private SubTable<ServiceDescription> sdt = new SubTable<>();
    private int transportStreamId = NONE;
    private int originalNetworkId = NONE;

    boolean acceptSdt(Section section) {
        if (!section.extended() || !section.current()) {
            return false;
        }
        int network = section.u16(section.bodyStart());
        if (transportStreamId != section.extension() || originalNetworkId != network) {
            transportStreamId = section.extension();
            originalNetworkId = network;
            sdt = new SubTable<>();
        }
        return sdt.accept(section, ServiceDescription::of);
    }

    /** A stream has one VCT for the air and one for cable. */
    boolean acceptVct(Section section) {
        return channels.computeIfAbsent(section.tableId(), id -> new SubTable<>())
                .accept(section, VirtualChannel::of);
    }

    /** Below 0 before an SDT came. */
    int originalNetworkId() {
        return originalNetworkId;
    }

    /** Services of the SDT by service_id, in the order sent. */
    Map<Integer, ServiceDescription.Entry> services() {
        Map<Integer, ServiceDescription.Entry> services = new LinkedHashMap<>();
        sdt.sections().forEach(part -> part.services().forEach(entry -> services.put(entry.id(), entry)));
        return services;
    }

    /** Channels of the VCTs by program_number; those of other streams are not in this one. */
    Map<Integer, VirtualChannel> channels(int inTransportStreamId) {
        Map<Integer, VirtualChannel> byProgramme = new LinkedHashMap<>();
        channels.values().forEach(table -> table.sections()
                .forEach(section -> section.forEach(channel -> {
                    if (inTransportStreamId < 0 || channel.transportStreamId() == inTransportStreamId) {
                        byProgramme.putIfAbsent(channel.programme(), channel);
                    }
                })));
        return byProgramme;
    }
}
