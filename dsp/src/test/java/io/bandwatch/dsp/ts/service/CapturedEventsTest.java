package io.bandwatch.dsp.ts.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.table.Descriptors;
import io.bandwatch.dsp.ts.text.DvbText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of events as networks of several countries send them. */
class CapturedEventsTest {
    private static final int SHORT_EVENT = 0x4D;

    @ParameterizedTest
    @ValueSource(strings = {"si-eit.au.bin", "si-eit.fr.1.bin", "si-eit.it.bin", "dvbt2-germany-ard-br-626MHz.ts"})
    void readsEveryNameWithoutADoubt(String name) throws IOException {
        List<String> names = names(Captures.read(name).sections(), CapturedEventsTest::decoded);
        assertThat(names).isNotEmpty().allSatisfy(event -> assertThat(event).doesNotContain("\uFFFD"));
    }

    @Test
    void readsNamesThatPeopleKnow() throws IOException {
        assertThat(names(Captures.read("si-eit.au.bin").sections(), CapturedEventsTest::decoded))
                .contains("Unser Österreich", "Zurück zur Natur", "Ö3 - Eure Musik, euer Hitradio");
        assertThat(names(Captures.read("si-eit.fr.1.bin").sections(), CapturedEventsTest::decoded))
                .contains("Au galop ! Une saison à cheval");
        assertThat(Captures.read("dvbt-crete-ert-light-errors.ts").directory().events())
                .extracting(Event::name)
                .contains("Στούντιο 4 (E)", "Ζακέτα Να Πάρεις (E)");
    }

    @Test
    void wouldNotReadGreekAsLatin1() throws IOException {
        List<byte[]> sections = Captures.read("dvbt-crete-ert-light-errors.ts").sections();
        assertThat(names(sections, CapturedEventsTest::asLatin1)).doesNotContain("Στούντιο 4 (E)");
        assertThat(names(sections, CapturedEventsTest::decoded)).contains("Στούντιο 4 (E)");
    }

    @Test
    void tellsWhenEventsBegin() throws IOException {
        assertThat(Captures.read("dvbt2-germany-ard-br-626MHz.ts").directory().events())
                .filteredOn(event -> event.serviceId() == 801)
                .extracting(Event::following, Event::id, Event::start, Event::duration, Event::language, Event::name)
                .containsExactly(
                        tuple(
                                false,
                                47228,
                                Instant.parse("2024-03-11T20:00:00Z"),
                                Duration.ofMinutes(45),
                                "deu",
                                "Österreichs Bergdörfer"),
                        tuple(
                                true,
                                47229,
                                Instant.parse("2024-03-11T20:45:00Z"),
                                Duration.ofMinutes(15),
                                "deu",
                                "BR24"));
    }

    @Test
    void standsADumpThatIsNoStream() throws IOException {
        byte[] dump = Files.readAllBytes(TsCaptures.file("si-eit.gr.bin"));
        ServiceDirectory directory = new ServiceDirectory();
        for (int from = 0; from < dump.length; from++) {
            byte[] section = Arrays.copyOfRange(dump, from, dump.length);
            section[0] = TableId.EIT_PF_ACTUAL;
            directory.section(0x12, section, section.length);
        }
        assertThat(directory.sections(TableId.EIT_PF_ACTUAL)).isEqualTo(dump.length);
    }

    private static String decoded(byte[] bytes, int from, int to) {
        return DvbText.name(bytes, from, to);
    }

    private static String asLatin1(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private interface Reader {
        String read(byte[] bytes, int from, int to);
    }

    private static List<String> names(List<byte[]> sections, Reader reader) {
        List<String> names = new ArrayList<>();
        for (byte[] bytes : sections) {
            Section section = new Section(bytes, bytes.length);
            int at = section.bodyStart() + 6;
            while (TableId.isEit(section.tableId()) && at + 12 <= section.bodyEnd()) {
                int end = section.endOfLoop(at + 10, section.bodyEnd());
                Descriptors descriptors = new Descriptors(section, at + 12, end);
                while (descriptors.next()) {
                    if (descriptors.tag() == SHORT_EVENT) {
                        int from = descriptors.from() + 4;
                        int to = from + descriptors.u8(3);
                        names.add(reader.read(bytes, from, to));
                    }
                }
                at = end;
            }
        }
        return names;
    }
}
