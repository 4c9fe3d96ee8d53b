package io.bandwatch.dsp.ts.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services of real streams against what an independent counter and a media prober measured on them. */
class CapturedServicesTest {
    private final List<String> explained = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("io.bandwatch.dsp.ts.TsCaptures#measured")
    void findsTheServicesThatWereMeasured(String name) throws IOException {
        List<TsService> services = Captures.read(name + ".ts").directory().services();
        JsonNode measured = new ObjectMapper()
                .readTree(TsCaptures.file("measured/" + name + ".json").toFile())
                .get("services");
        differs("number of services", services.size(), measured.size());
        for (JsonNode service : measured) {
            compare(service, services);
        }
        explained.forEach(line -> System.out.println(name + ": " + line));
        differences.forEach(line -> System.out.println(name + ": MISMATCH " + line));
        assertThat(differences).isEmpty();
    }

    @Test
    void readsChannelNumbersWithoutAndUnderAnUnknownSpecifier() throws IOException {
        // Rai gives no private data specifier, ERT its network's own; both number their first service 1, as on air.
        assertThat(Captures.read("dvbt-italy-rai-full-mux.ts").directory().services())
                .filteredOn(service -> Objects.equals(service.name(), "Rai 1"))
                .singleElement()
                .satisfies(service -> assertThat(service.channelNumber()).isEqualTo(1));
        assertThat(Captures.read("dvbt-crete-ert-light-errors.ts").directory().services())
                .filteredOn(service -> Objects.equals(service.name(), "ERT 1"))
                .singleElement()
                .satisfies(service -> assertThat(service.channelNumber()).isEqualTo(1));
    }

    @Test
    void readsTheNetworkOfAStream() throws IOException {
        ServiceDirectory mediaset =
                Captures.read("dvbt-italy-mediaset-psi-only.ts").directory();
        assertThat(mediaset.network().networkName()).isEqualTo("Mediaset");
        assertThat(mediaset.network().transportStreamId()).isEqualTo(6000);
        assertThat(mediaset.network().originalNetworkId()).isEqualTo(272);
        assertThat(mediaset.network().utc()).isEqualTo("2018-02-13T12:35:08Z");
        ServiceDirectory japan = Captures.read("isdbt-japan-scrambled-start.ts").directory();
        assertThat(japan.network().networkName())
                .as("in ARIB's coding: as DVB text it would begin with a shift that no table has")
                .isEqualTo("BS Digital");
        assertThat(japan.network().caSystemIds()).containsExactly(5);
    }

    @Test
    void tellsTheTimeOfAStreamThatSendsNothingElse() throws IOException {
        ServiceDirectory directory = Captures.read("tdt-tot-after-2038.ts").directory();
        // The file is named for what its receivers were tested with; its days are 62621 and 62622.
        assertThat(directory.network().utc()).isEqualTo("2030-05-01T00:02:00Z");
        assertThat(directory.sections(TableId.TDT)).isEqualTo(181);
        assertThat(directory.sections(TableId.TOT)).isEqualTo(91);
    }

    @Test
    void readsTablesThatComeAlone() throws IOException {
        ServiceDirectory network = Captures.read("si-nit.bin").directory();
        assertThat(network.network().networkName()).isEqualTo("CT, MUX 21");
        assertThat(network.network().networkId()).isEqualTo(0x3140);
        // day 0xEB1E, and the hour as decimal digits
        assertThat(Captures.read("si-tdt.bin").directory().network().utc()).isEqualTo("2023-09-03T10:31:29Z");
        assertThat(Captures.read("si-sdt.ca1.bin").directory().services())
                .allSatisfy(service -> assertThat(service.provider()).isEqualTo("Towercom"))
                .extracting(TsService::name)
                .startsWith("JOJ HD", "Prima SK", "Markiza HD")
                .contains("Viasat Explore", "Nova Sport 1 HD");
    }

    @Test
    void findsSectionsAmongDamagedPackets() throws IOException {
        assertThat(Captures.read("corrupted-packets.ts").directory().services()).isEmpty();
    }

    private void compare(JsonNode service, List<TsService> services) {
        int id = service.get("id").intValue();
        TsService ours = services.stream()
                .filter(candidate -> candidate.serviceId() == id)
                .findFirst()
                .orElse(null);
        if (ours == null) {
            differences.add("service " + id + " is missing");
            return;
        }
        differs("name of " + id, ours.name(), service.get("name").textValue());
        differs("provider of " + id, ours.provider(), service.get("provider").textValue());
        differs("PMT of " + id, ours.pmtPid(), service.get("pmt_pid").intValue());
        differs(
                "components of " + id,
                ours.components().length,
                service.get("streams").size());
        for (JsonNode stream : service.get("streams")) {
            int pid = Integer.decode(stream.get("pid").textValue());
            String where = "codec of " + id + " on " + pid;
            Arrays.stream(ours.components())
                    .filter(component -> component.pid() == pid)
                    .findFirst()
                    .ifPresentOrElse(
                            component -> compare(
                                    where, component, stream.get("codec").textValue()),
                            () -> differences.add(where + " is missing"));
        }
    }

    /** The prober has its own words, and guesses where it has no sound to look at. */
    private void compare(String where, TsComponent ours, @Nullable String codec) {
        if (Objects.equals(codec, ours.codec().key())) {
            return;
        }
        String reason =
                switch (codec == null ? "" : codec) {
                    case "dvb_teletext" -> reason(ours.role() == PidRole.TELETEXT, "its word for teletext");
                    case "dvb_subtitle" -> reason(ours.role() == PidRole.SUBTITLE, "its word for subtitles");
                    case "arib_caption", "bin_data" ->
                        reason(ours.role() == PidRole.SUBTITLE, "its word for captions and superimposed text");
                    case "scte_35" -> reason(ours.role() == PidRole.SCTE35, "its word for splice information");
                    case "aac" ->
                        reason(
                                ours.codec() == Codec.AAC_LATM && ours.streamType() == 0x11,
                                "the coding, not its framing");
                    case "mp3" ->
                        reason(
                                ours.codec() == Codec.MP2 && (ours.streamType() & ~7) == 0,
                                "the layer is guessed: no sound of this component is in the stream");
                    case "" ->
                        reason(
                                ours.codec() == Codec.OTHER
                                        && ours.role() != PidRole.AUDIO
                                        && ours.role() != PidRole.VIDEO,
                                "not told: neither sound nor picture");
                    default -> "";
                };
        String line = where + " is " + ours.codec() + " " + ours.role() + ", measured " + codec;
        (reason.isEmpty() ? differences : explained).add(line + " (" + reason + ")");
    }

    private static String reason(boolean applies, String text) {
        return applies ? text : "";
    }

    private void differs(String what, @Nullable Object ours, @Nullable Object measured) {
        if (!Objects.equals(ours, measured)) {
            differences.add(what + " is " + ours + ", measured " + measured);
        }
    }
}
