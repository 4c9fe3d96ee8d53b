package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.table.Label;
import io.bandwatch.dsp.ts.table.ProgrammeMap;
import io.bandwatch.dsp.ts.table.ServiceDescription;
import io.bandwatch.dsp.ts.table.VirtualChannel;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what the tables say of each service side by side. */
final class Services {
    private final Programmes programmes;
    private final Networks networks;
    private final int originalNetworkId;
    private final boolean arib;
    private final Map<Integer, ServiceDescription.Entry> described;
    private final Map<Integer, VirtualChannel> channels;

    Services(Programmes programmes, Descriptions descriptions, Networks networks, boolean arib) {
        this.programmes = programmes;
        this.networks = networks;
        this.arib = arib;
        this.originalNetworkId = descriptions.originalNetworkId();
        this.described = descriptions.services();
        this.channels = descriptions.channels(programmes.transportStreamId());
    }

    List<TsService> list() {
        List<TsService> services = new ArrayList<>();
        programmes.all().forEach((id, programme) -> services.add(service(id, programme)));
        if (programmes.transportStreamId() < 0) {
            described.keySet().forEach(id -> services.add(service(id, null)));
        }
        return services;
    }

    private TsService service(int id, Programmes.@Nullable Programme programme) {
        ProgrammeMap map = programme == null ? null : programme.map();
        ServiceDescription.Entry entry = described.get(id);
        VirtualChannel channel = channels.get(id);
        return new TsService(
                programmes.transportStreamId(),
                originalNetworkId,
                id,
                name(entry, channel),
                text(entry == null ? null : entry.provider()),
                type(entry, channel),
                number(id, channel),
                entry == null ? channel != null && channel.accessControlled() : entry.freeCaMode(),
                false,
                programme == null ? TsService.UNKNOWN : programme.pmtPid(),
                map == null || map.pcrPid() == ProgrammeMap.NO_PCR ? TsService.UNKNOWN : map.pcrPid(),
                map == null
                        ? new int[0]
                        : map.caSystemIds().stream().mapToInt(Integer::intValue).toArray(),
                map == null ? new TsComponent[0] : map.components().toArray(TsComponent[]::new),
                Double.NaN);
    }

    private @Nullable String name(ServiceDescription.@Nullable Entry entry, @Nullable VirtualChannel channel) {
        String name = text(entry == null ? null : entry.name());
        return name == null && channel != null ? channel.name() : name;
    }

    private @Nullable String text(@Nullable Label label) {
        return label == null ? null : label.text(arib);
    }

    private static int type(ServiceDescription.@Nullable Entry entry, @Nullable VirtualChannel channel) {
        if (entry != null && entry.name() != null) {
            return entry.type();
        }
        return channel == null ? TsService.UNKNOWN : channel.type();
    }

    private int number(int id, @Nullable VirtualChannel channel) {
        int number = networks.channelNumber(programmes.transportStreamId(), originalNetworkId, id);
        if (number == 0 && channel != null) {
            number = channel.major();
        }
        return number == 0 ? TsService.UNKNOWN : number;
    }
}
