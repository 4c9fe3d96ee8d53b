package io.bandwatch.dsp.ts.peer;

import io.bandwatch.dsp.ts.Recordings;
import io.bandwatch.dsp.ts.packet.Header;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import io.bandwatch.signal.ts.TsTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the meter says of a stream at its end, in the names of the other analyser's reports. */
final class OurStream {
    private static final Set<PidRole> TABLES =
            Set.of(PidRole.PAT, PidRole.CAT, PidRole.NIT, PidRole.SDT, PidRole.EIT, PidRole.TDT);
    private static final Map<Codec, String> USES = Map.of(
            Codec.H264,
            "AVC video",
            Codec.MP2,
            "MPEG-2 Audio",
            Codec.EAC3,
            "E-AC-3 Audio",
            Codec.AAC,
            "AAC",
            Codec.HEVC,
            "HEVC");
    private static final double TICKS_PER_S = 90_000;

    private final Facts facts = new Facts();
    private final byte[] stream;
    private final List<TsObservation> looks;
    private final TsObservation end;
    private final Map<Integer, TsPid> pids = new TreeMap<>();

    private OurStream(byte[] stream) {
        this.stream = stream;
        looks = Recordings.observations(stream, 1 << 20);
        end = looks.get(looks.size() - 1);
        for (TsPid pid : end.pids()) {
            pids.put(pid.pid(), pid);
        }
        for (TsService service : end.services()) {
            for (TsComponent component : service.components()) {
                pids.computeIfAbsent(component.pid(), pid -> new TsPid(pid, component.role(), 0, 0, 0, Double.NaN));
            }
        }
    }

    static Facts of(byte[] stream) {
        OurStream ours = new OurStream(stream);
        ours.whole();
        ours.pids.values().forEach(ours::pid);
        Arrays.stream(ours.end.services()).forEach(ours::service);
        Arrays.stream(ours.end.tables()).forEach(ours::table);
        ours.errors();
        ours.packets();
        ours.looks.forEach(look -> Arrays.stream(look.splices()).forEach(ours::splice));
        return ours.facts;
    }

    private void whole() {
        List<TsPid> sent =
                pids.values().stream().filter(pid -> pid.packets() > 0).toList();
        facts.tell("ts id", end.network().transportStreamId());
        facts.tell("ts packets", end.counts().packets());
        facts.tell("ts bytes", end.counts().packets() * end.packetBytes());
        facts.tell("ts invalidsyncs", end.counts().syncByteErrors());
        facts.tell("ts transporterrors", end.counts().transportErrors());
        facts.tell("ts services", end.services().length);
        long scrambled = Stream.of(end.services()).filter(TsService::scrambled).count();
        facts.tell("ts scrambledservices", scrambled);
        facts.tell("ts clearservices", end.services().length - scrambled);
        long references = Stream.of(end.pcrs()).mapToLong(TsPcr::count).sum();
        facts.tell("ts pcr", references);
        facts.tell("ts pcrpids", end.pcrs().length);
        facts.tell("ts bitrate", end.bitrateBps());
        facts.tell("ts pcrbitrate", end.bitrateBps());
        facts.tell("ts duration", Double.isNaN(end.bitrateBps()) ? "none" : end.timeNs() / 1_000_000_000);
        sum("ts", sent);
        List<TsPid> strangers =
                sent.stream().filter(pid -> pid.role() == PidRole.UNKNOWN).toList();
        facts.tell("ts unreferencedpids", strangers.size());
        sum("unreferenced", strangers);
        sum("global", sent.stream().filter(pid -> TABLES.contains(pid.role())).toList());
    }

    private void sum(String scope, Collection<TsPid> of) {
        long scrambled = of.stream().filter(pid -> pid.scrambledPackets() > 0).count();
        facts.tell(scope + " pids", of.size());
        facts.tell(scope + " scrambledpids", scrambled);
        facts.tell(scope + " clearpids", of.size() - scrambled);
        if (!scope.equals("ts")) {
            facts.tell(scope + " access", scrambled > 0 ? "scrambled" : "clear");
            facts.tell(scope + " packets", of.stream().mapToLong(TsPid::packets).sum());
            facts.tell(
                    scope + " bitrate",
                    of.stream()
                            .mapToDouble(TsPid::bitrateBps)
                            .filter(rate -> rate >= 0)
                            .boxed()
                            .reduce(Double::sum)
                            .orElse(Double.NaN));
            facts.tell(
                    scope + " pidlist",
                    of.stream().map(pid -> Integer.toString(pid.pid())).collect(Collectors.joining(",")));
        }
    }

    private void service(TsService service) {
        String scope = "service " + service.serviceId();
        Set<Integer> own = pidsOf(service);
        sum(scope, own.stream().map(pids::get).filter(Objects::nonNull).toList());
        facts.tell(scope + " tsid", service.transportStreamId());
        facts.tell(scope + " onid", service.originalNetworkId());
        facts.tell(scope + " name", String.valueOf(service.name()));
        facts.tell(scope + " provider", String.valueOf(service.provider()));
        facts.tell(scope + " servtype", service.serviceType());
        facts.tell(scope + " pmtpid", service.pmtPid());
        facts.tell(scope + " pcrpid", service.pcrPid());
        facts.tell(scope + " t2mi", end.network().t2mi() ? "yes" : "no");
    }

    private static Set<Integer> pidsOf(TsService service) {
        Set<Integer> own = new TreeSet<>(Set.of(service.pmtPid()));
        Stream.of(service.components()).map(TsComponent::pid).forEach(own::add);
        return own;
    }

    private void pid(TsPid pid) {
        String scope = "pid " + pid.pid();
        facts.tell(scope + " packets", pid.packets());
        facts.tell(scope + " scrambled", pid.scrambledPackets());
        facts.tell(scope + " clear", pid.packets() - pid.scrambledPackets());
        facts.tell(scope + " access", pid.scrambledPackets() > 0 ? "scrambled" : "clear");
        facts.tell(scope + " bitrate", pid.bitrateBps());
        facts.tell(scope + " tsrate", end.bitrateBps());
        facts.tell(scope + " discontinuities", pid.continuityErrors());
        if (end.counts().duplicatePackets() == 0) {
            facts.tell(scope + " duplicated", 0);
        }
        facts.tell(
                scope + " pcr",
                Stream.of(end.pcrs())
                        .filter(pcr -> pcr.pid() == pid.pid())
                        .mapToLong(TsPcr::count)
                        .sum());
        flags(scope, pid);
        List<String> users = Stream.of(end.services())
                .filter(service -> pidsOf(service).contains(pid.pid()))
                .map(service -> Integer.toString(service.serviceId()))
                .toList();
        facts.tell(scope + " servcount", users.size());
        facts.tell(scope + " servlist", String.join(",", users));
        facts.tell(scope + " use", use(pid));
        TsComponent component = component(pid.pid());
        if (component != null) {
            facts.tell(
                    scope + " codec",
                    component.role() == PidRole.SCTE35
                            ? "scte35"
                            : component.codec().key());
            facts.tell(
                    scope + " type",
                    component.role() == PidRole.SCTE35
                            ? "cue"
                            : component.role().key());
            if (component.language() != null) {
                facts.tell(scope + " language", component.language());
                facts.tell(scope + " languages", component.language());
            }
        }
    }

    private void flags(String scope, TsPid pid) {
        PidRole role = pid.role();
        facts.tell(scope + " global", TABLES.contains(role) ? "yes" : "no");
        facts.tell(scope + " pmt", role == PidRole.PMT ? "yes" : "no");
        facts.tell(scope + " video", role == PidRole.VIDEO ? "yes" : "no");
        facts.tell(scope + " audio", role == PidRole.AUDIO ? "yes" : "no");
        facts.tell(scope + " ecm", role == PidRole.ECM ? "yes" : "no");
        facts.tell(scope + " emm", role == PidRole.EMM ? "yes" : "no");
        facts.tell(scope + " unreferenced", role == PidRole.UNKNOWN ? "yes" : "no");
        facts.tell(scope + " t2mi", end.network().t2mi() ? "yes" : "no");
    }

    private String use(TsPid pid) {
        TsComponent component = component(pid.pid());
        return switch (pid.role()) {
            case SDT -> "SDT/BAT";
            case TELETEXT -> "Teletext";
            case SUBTITLE -> "Subtitles";
            default ->
                component == null
                        ? pid.role().name()
                        : USES.getOrDefault(component.codec(), component.codec().key());
        };
    }

    private @Nullable TsComponent component(int pid) {
        return Stream.of(end.services())
                .flatMap(service -> Stream.of(service.components()))
                .filter(component -> component.pid() == pid)
                .findFirst()
                .orElse(null);
    }

    private void table(TsTable table) {
        String scope = "table " + table.pid() + "/" + table.tableId() + "/" + table.extension();
        facts.tell(scope + " sections", table.sections());
        facts.tell(scope + " lastversion", table.version());
    }

    /** What the other analyser takes for errors. */
    private void errors() {
        Set<Integer> ids = Stream.of(end.tables()).map(TsTable::tableId).collect(Collectors.toSet());
        Map<String, Integer> asked =
                Map.of("SDT Actual", TableId.SDT_ACTUAL, "BAT", TableId.BAT, "TDT", TableId.TDT, "TOT", TableId.TOT);
        long[] errors = {0};
        asked.forEach((name, id) -> {
            if (!ids.contains(id)) {
                facts.tell("error No " + name, "yes");
                errors[0]++;
            }
        });
        for (TsService service : end.services()) {
            if (Stream.of(end.pcrs()).noneMatch(pcr -> pcr.pid() == service.pcrPid())) {
                facts.tell("error No PCR on " + service.pcrPid() + " of " + service.serviceId(), "yes");
                errors[0]++;
            }
        }
        facts.tell("errors", errors[0]);
    }

    private void packets() {
        for (int number = 0; number < 10; number++) {
            int at = number * end.packetBytes();
            int header = Header.at(stream, at);
            String packet = "packet " + number;
            facts.byName().put(packet + " bytes", LineReports.hex(stream, at, at + end.packetBytes()));
            facts.tell(packet + " pid", Header.pid(header));
            facts.tell(packet + " unit start", Header.unitStart(header) ? 1 : 0);
            facts.tell(packet + " scrambling", Header.scrambled(header) ? "yes" : 0);
            facts.tell(packet + " adaptation", Header.carriesAdaptation(header) ? "yes" : "no");
        }
    }

    private void splice(TsSplice splice) {
        if (splice.repeats()) {
            return;
        }
        String scope = "splice on " + splice.pid();
        facts.tell(scope + " type", splice.command().key().replace("_", ""));
        facts.tell(scope + " eventId", splice.eventId());
        facts.tell(scope + " pts", Math.round(splice.ptsTimeS() * TICKS_PER_S));
        facts.tell(scope + " duration", Math.round(splice.durationS() * TICKS_PER_S));
        facts.tell(
                scope + " outOfNetwork", String.valueOf(splice.outOfNetwork()).toLowerCase(Locale.ROOT));
    }
}
