package io.bandwatch.dsp.ts.table;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentReaderTest {
    @ParameterizedTest
    @CsvSource({
        "01, MPEG2VIDEO, VIDEO",
        "02, MPEG2VIDEO, VIDEO",
        "03, MP2, AUDIO",
        "04, MP2, AUDIO",
        "05, OTHER, DATA",
        "06, OTHER, DATA",
        "0B, OTHER, DATA",
        "0F, AAC, AUDIO",
        "10, OTHER, VIDEO",
        "11, AAC_LATM, AUDIO",
        "1B, H264, VIDEO",
        "24, HEVC, VIDEO",
        "33, OTHER, VIDEO",
        "42, AVS, VIDEO",
        "D2, AVS2, VIDEO",
        "81, AC3, AUDIO",
        "86, OTHER, SCTE35",
        "87, EAC3, AUDIO",
        "8A, DTS, AUDIO",
        "F3, OTHER, DATA",
    })
    void tellsCodecsByTheStreamType(String type, Codec codec, PidRole role) {
        TsComponent component = read(type, "", "");
        assertThat(component.codec()).isEqualTo(codec);
        assertThat(component.role()).isEqualTo(role);
        assertThat(component.streamType()).isEqualTo(Integer.parseInt(type, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "06, 6A 01 00, AC3, AUDIO",
        "06, 7A 02 80C2, EAC3, AUDIO",
        "06, 7B 01 00, DTS, AUDIO",
        "06, 7F 02 0E00, DTS, AUDIO",
        "06, 7F 02 1500, OTHER, AUDIO", // AC-4
        "06, 05 04 44524131, DRA, AUDIO",
        "06, 05 04 4F707573, OPUS, AUDIO",
        "06, 05 04 41432D33, AC3, AUDIO",
        "06, 05 04 48455643, HEVC, VIDEO",
        "06, 05 04 41565356, AVS, VIDEO",
        "06, 56 05 667261 09 00, OTHER, TELETEXT",
        "06, 59 08 667261 10 0001 0001, OTHER, SUBTITLE",
        "06, FD 03 0008 3D, OTHER, SUBTITLE",
        "06, FD 03 0007 3D, OTHER, DATA",
        "05, 6F 03 001000, OTHER, AIT",
        "04, 03 01 77, MP1, AUDIO", // audio stream descriptor: layer I
        "04, 03 01 57, MP3, AUDIO",
        "04, 03 01 67, MP2, AUDIO",
        "1B, 6A 01 00, H264, VIDEO", // the stream_type stands above a descriptor that contradicts
    })
    void tellsCodecsOfPrivateDataByDescriptors(String type, String descriptors, Codec codec, PidRole role) {
        TsComponent component = read(type, "", descriptors);
        assertThat(component.codec()).isEqualTo(codec);
        assertThat(component.role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"80, OTHER, AUDIO", "82, DTS, AUDIO", "83, OTHER, AUDIO", "86, DTS, AUDIO", "90, OTHER, SUBTITLE"})
    void readsTheStreamTypesOfDiscsAsTheirRegistrationSays(String type, Codec codec, PidRole role) {
        TsComponent component = read(type, "05 04 48444D56", "");
        assertThat(component.codec()).isEqualTo(codec);
        assertThat(component.role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({
        "0A 04 7A686F 00, zho",
        "0A 04 7A686F 00 7F 05 06 01 656E67, zho", // ISO 639 before the supplementary descriptor
        "7F 05 06 01 656E67, eng",
        "7F 05 06 00 656E67, ",
        "56 05 667261 09 00, fra",
        "0A 04 000000 00, ",
        "0A 02 7A68, ",
    })
    void tellsTheLanguage(String descriptors, String language) {
        assertThat(read("06", "", descriptors).language()).isEqualTo(language);
    }

    @Test
    void readsNoFartherThanTheLoop() {
        byte[] body = bytes(u16(0xE100), loop(), octets(0x1B, 0xE1, 0x01, 0xF0, 0xFF, 0x0A, 0x7F, 'e', 'n', 'g'));
        byte[] section = SectionBytes.extended(TableId.PMT, 1, 0, true, 0, 0, body);
        assertThat(ProgrammeMap.of(new Section(section, section.length)).components())
                .singleElement()
                .satisfies(component -> assertThat(component.language()).isEqualTo("eng"));
    }

    private static TsComponent read(String type, String programme, String descriptors) {
        byte[] body = bytes(
                u16(0xE100),
                loop(hex(programme)),
                octets(Integer.parseInt(type, 16)),
                u16(0xE101),
                loop(hex(descriptors)));
        byte[] section = SectionBytes.extended(TableId.PMT, 1, 0, true, 0, 0, body);
        return ProgrammeMap.of(new Section(section, section.length))
                .components()
                .get(0);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
