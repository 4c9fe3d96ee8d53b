package io.bandwatch.dsp.ts.peer;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.service.Captures;
import io.bandwatch.dsp.ts.service.ServiceDirectory;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What our directory says at the moment when each table has become whole. */
final class OurTables implements Captures.Watcher {
    private final Facts facts = new Facts();
    private final List<String> order = new ArrayList<>();
    private final Map<String, Integer> versions = new HashMap<>();

    static OurTables of(String capture) throws IOException {
        OurTables tables = new OurTables();
        Captures.read(capture, tables);
        return tables;
    }

    Facts facts() {
        return facts;
    }

    List<String> order() {
        return order;
    }

    @Override
    public void section(int pid, Section section, int length, ServiceDirectory directory, boolean changed) {
        boolean table = changed || (section.tableId() == Captures.AIT && isNew(pid, section));
        if (!table) {
            return;
        }
        String key = TableReport.key(order, section.tableId(), pid, section.version());
        order.add(key);
        facts.tell(key + " sections", section.lastNumber() + 1);
        facts.tell(key + " bytes", length);
        switch (section.tableId()) {
            case TableId.PAT -> pat(key, directory);
            case TableId.PMT ->
                directory.services().stream()
                        .filter(service -> service.serviceId() == section.extension())
                        .forEach(service -> pmt(key, service, directory));
            case TableId.SDT_ACTUAL -> directory.services().forEach(service -> sdt(key, service));
            case TableId.NIT_ACTUAL -> {
                facts.tell(key + " network", directory.network().networkId());
                facts.tell(
                        key + " network name",
                        String.valueOf(directory.network().networkName()));
            }
            case TableId.AIT -> facts.tell(key + " role", directory.role(pid).key());
            default -> {}
        }
    }

    private boolean isNew(int pid, Section section) {
        Integer before = versions.put(pid + "/" + section.extension(), section.version());
        return before == null || before != section.version();
    }

    private void pat(String key, ServiceDirectory directory) {
        facts.tell(key + " tsid", directory.network().transportStreamId());
        if (directory.role(0x10) == PidRole.NIT) {
            facts.tell(key + " network pid", 0x10);
        }
        directory
                .services()
                .forEach(service -> facts.tell(key + " programme " + service.serviceId(), service.pmtPid()));
    }

    private void pmt(String key, TsService service, ServiceDirectory directory) {
        facts.tell(key + " pcr pid of " + service.serviceId(), service.pcrPid());
        for (TsComponent component : service.components()) {
            String stream = key + " " + component.pid();
            facts.tell(key + " stream " + component.pid() + " type", component.streamType());
            facts.tell(stream + " role", component.role().key());
            if (component.codec() != Codec.OTHER) {
                facts.tell(stream + " codec", component.codec().key());
            }
            if (component.language() != null) {
                facts.tell(stream + " language", component.language());
            }
        }
        for (int system : service.caSystemIds()) {
            facts.tell(key + " ca system " + "%04X".formatted(system).toUpperCase(Locale.ROOT), "yes");
        }
        for (int pid = 0; pid < 0x1FFF; pid++) {
            if (directory.role(pid) == PidRole.ECM) {
                facts.tell(key + " ecm pid " + pid, "yes");
            }
        }
    }

    private void sdt(String key, TsService service) {
        if (service.name() == null) {
            return;
        }
        facts.tell(key + " tsid", service.transportStreamId());
        facts.tell(key + " onid", service.originalNetworkId());
        facts.tell(key + " " + service.serviceId() + " name", service.name() + " of " + service.provider());
        facts.tell(key + " " + service.serviceId() + " service type", service.serviceType());
        facts.tell(key + " free ca mode " + service.serviceId(), service.freeCaMode() ? "scrambled" : "free");
    }
}
