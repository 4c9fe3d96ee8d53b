package io.bandwatch.dsp.ts.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our tables say against what another analyser wrote of the same streams. */
class PeerTablesTest {
    /** Streams, and the tables that the other analyser was asked for. */
    private static final String STREAMS =
            """
            dvbt-france2-hd-eac3.ts,        test-026.csa.psi.txt
            isdbt-japan-scrambled-start.ts, test-101.psi.txt
            pat-change-duplicate-pmt.ts,    test-103.txt""";

    /** A line of the services' list: the PID and what it is used for. */
    private static final String PID_USE = "^\\|  0x(\\p{XDigit}{4})  (PAT|PMT|SDT/BAT|[^ ].*?)(?: \\(|  ?\\.\\.)";

    private static final String NIT = "40 ";

    @ParameterizedTest
    @CsvSource(textBlock = STREAMS)
    void seesTheSameTablesInTheSameOrder(String stream, String reference) throws IOException {
        List<String> ours = Captures.read(stream).changes();
        List<String> peers =
                PeerTables.read(reference).stream().map(PeerTables::key).toList();
        // The other analyser looks for the network's table once a PAT told it where, so that table may come later
        // there.
        assertThat(ours).filteredOn(table -> !table.startsWith(NIT)).containsExactlyElementsOf(without(NIT, peers));
        assertThat(ours).containsExactlyInAnyOrderElementsOf(peers);
    }

    @ParameterizedTest
    @CsvSource(textBlock = STREAMS)
    void saysTheSameOfServicesAndComponents(String stream, String reference) throws IOException {
        List<String> ours = new ArrayList<>();
        ServiceDirectory directory = Captures.read(stream).directory();
        for (TsService service : directory.services()) {
            ours.add("programme %d PMT %d".formatted(service.serviceId(), service.pmtPid()));
            for (TsComponent component : service.components()) {
                ours.add("programme %d stream %d type %d"
                        .formatted(service.serviceId(), component.pid(), component.streamType()));
            }
            if (service.components().length > 0) {
                ours.add("programme %d clock %d".formatted(service.serviceId(), service.pcrPid()));
            }
            if (service.name() != null) {
                ours.add("name %d %s of %s type %d"
                        .formatted(service.serviceId(), service.name(), service.provider(), service.serviceType()));
            }
        }
        Optional.ofNullable(directory.network().networkName())
                .ifPresent(name -> ours.add("network " + directory.network().networkId() + " " + name));
        List<String> peers = facts(PeerTables.read(reference));
        print(stream, ours, peers);
        assertThat(ours).containsExactlyInAnyOrderElementsOf(peers);
    }

    @Test
    void hearsTheSameLanguages() throws IOException {
        List<String> ours = new ArrayList<>();
        for (TsService service :
                Captures.read("dvbt-france2-hd-eac3.ts").directory().services()) {
            for (TsComponent component : service.components()) {
                ours.add(component.pid() + " " + component.language());
            }
        }
        assertThat(ours)
                .as("the descriptor of ISO 639 goes before the language of a supplementary descriptor")
                .containsExactly("120 null", "130 fre", "131 qad", "132 qaa", "140 fra", "142 fra");
        assertThat(Captures.read("dvb-france-teletext-epg-audio.ts").directory().services())
                .singleElement()
                .satisfies(service -> assertThat(Arrays.stream(service.components())
                                .map(component -> component.pid() + " " + component.language()))
                        .containsExactlyElementsOf(languages("test-012.tsanalyze.full.txt")));
    }

    private static List<String> without(String table, List<String> tables) {
        return tables.stream().filter(line -> !line.startsWith(table)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "dvb-france-teletext-epg-audio.ts, test-012.tsanalyze.full.txt, 8",
        "dvbt-france2-hd-eac3.ts,          test-026.csa.analyze.txt,    9"
    })
    void givesEachPidTheUseThatTheOtherAnalyserSees(String stream, String reference, int pids) throws IOException {
        ServiceDirectory directory = Captures.read(stream).directory();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Matcher line : analysis(reference).find(PID_USE).toList()) {
            int pid = Integer.parseInt(line.group(1), 16);
            if (directory.services().stream().anyMatch(service -> service.serviceId() == pid)) {
                continue; // a line of its list of services
            }
            String ours = use(directory, pid);
            compared++;
            if (!line.group(2).equals(ours)) {
                differences.add("PID " + pid + " is " + ours + ", theirs " + line.group(2));
            }
        }
        differences.forEach(difference -> System.out.println(stream + ": MISMATCH " + difference));
        assertThat(compared).isEqualTo(pids);
        assertThat(differences).isEmpty();
    }

    @Test
    void findsTheApplicationTables() throws IOException {
        ServiceDirectory directory =
                Captures.read("dvbt-italy-mediaset-psi-only.ts").directory();
        for (String reference : List.of("test-018.ait.1ec5.txt", "test-018.ait.1ec6.txt")) {
            assertThat(PeerTables.read(reference))
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(directory.role(table.pid())).isEqualTo(PidRole.AIT));
        }
    }

    /** In the other analyser's words. */
    private static String use(ServiceDirectory directory, int pid) {
        return switch (directory.role(pid)) {
            case PAT -> "PAT";
            case PMT -> "PMT";
            case SDT -> "SDT/BAT";
            case TELETEXT -> "Teletext";
            case SUBTITLE -> "Subtitles";
            case VIDEO, AUDIO ->
                switch (codec(directory, pid)) {
                    case H264 -> "AVC video";
                    case MP2 -> "MPEG-2 Audio";
                    case EAC3 -> "E-AC-3 Audio";
                    default -> codec(directory, pid).key();
                };
            default -> directory.role(pid).key();
        };
    }

    private static Codec codec(ServiceDirectory directory, int pid) {
        return directory.services().stream()
                .flatMap(service -> Arrays.stream(service.components()))
                .filter(component -> component.pid() == pid)
                .findFirst()
                .orElseThrow()
                .codec();
    }

    private static PeerTables analysis(String reference) throws IOException {
        return new PeerTables(0, 0, 0, Files.readAllLines(TsCaptures.file("reference/" + reference)));
    }

    /** The last table of each kind in force at the end. */
    private static List<String> facts(List<PeerTables> tables) {
        List<String> facts = new ArrayList<>();
        for (int at = 0; at < tables.size(); at++) {
            PeerTables table = tables.get(at);
            boolean last = tables.subList(at + 1, tables.size()).stream()
                    .noneMatch(later -> later.tableId() == table.tableId() && later.pid() == table.pid());
            if (last) {
                facts.addAll(facts(table));
            }
        }
        return facts;
    }

    private static List<String> facts(PeerTables table) {
        List<String> facts = new ArrayList<>();
        switch (table.tableId()) {
            case TableId.PAT ->
                table.find("Program: +(\\d+) .*PID: +(\\d+)")
                        .forEach(m -> facts.add("programme " + m.group(1) + " PMT " + m.group(2)));
            case TableId.PMT -> {
                String id = table.find("Program: .*\\((\\d+)\\), PCR")
                        .findFirst()
                        .orElseThrow()
                        .group(1);
                table.find("PCR PID: .*\\((\\d+)\\)")
                        .forEach(m -> facts.add("programme " + id + " clock " + m.group(1)));
                table.find("PCR PID: none").forEach(m -> facts.add("programme " + id + " clock -1"));
                table.find("stream: type 0x(..) .*PID: .*\\((\\d+)\\)")
                        .forEach(m -> facts.add("programme " + id + " stream " + m.group(2) + " type "
                                + Integer.parseInt(m.group(1), 16)));
            }
            case TableId.SDT_ACTUAL -> {
                List<String> ids = table.find("Service Id: .*\\((\\d+)\\)")
                        .map(m -> m.group(1))
                        .toList();
                List<String> names = table.find("Service: \"(.*)\", Provider: \"(.*)\"")
                        .map(m -> m.group(1) + " of " + m.group(2))
                        .toList();
                List<String> types =
                        table.find("Service type: 0x(..)").map(m -> m.group(1)).toList();
                for (int at = 0; at < ids.size(); at++) {
                    facts.add("name " + ids.get(at) + " " + names.get(at) + " type "
                            + Integer.parseInt(types.get(at), 16));
                }
            }
            case TableId.NIT_ACTUAL -> {
                String id = table.find("Network Id: .*\\((\\d+)\\)")
                        .findFirst()
                        .orElseThrow()
                        .group(1);
                table.find("Name: \"(.*)\"").forEach(m -> facts.add("network " + id + " " + m.group(1)));
            }
            default -> {}
        }
        return facts;
    }

    private static List<String> languages(String reference) throws IOException {
        return analysis(reference)
                .find("0x(\\p{XDigit}{4})  (?:AVC video|.*\\((...)[,)])")
                .filter(m -> m.group().contains("video") || m.group(2) != null)
                .map(m -> Integer.parseInt(m.group(1), 16) + " " + m.group(2))
                .toList();
    }

    private static void print(String stream, List<String> ours, List<String> peers) {
        ours.stream()
                .filter(fact -> !peers.contains(fact))
                .forEach(fact -> System.out.println(stream + ": only we: " + fact));
        peers.stream()
                .filter(fact -> !ours.contains(fact))
                .forEach(fact -> System.out.println(stream + ": only they: " + fact));
        System.out.printf(
                "%s: %d facts of %d agree%n",
                stream, ours.stream().filter(peers::contains).count(), peers.size());
    }
}
