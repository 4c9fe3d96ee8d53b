package io.bandwatch.dsp.ts.service;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.descriptor;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static io.bandwatch.dsp.ts.section.SectionBytes.u32;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsService;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, numbers and times, as each standard sends them. */
class ServiceNamesTest {
    private static final int TS_ID = 7;
    private static final int NETWORK = 0x233A;

    private final ServiceDirectory directory = new ServiceDirectory();

    @ParameterizedTest
    @CsvSource({
        "13, GB2312, 中央电视台, 湖南卫视高清",
        "13, GB18030, 朱镕基频道, 㐀字频道",
        "14, Big5, 台灣電視, 民視新聞台",
        "15, UTF-8, 中国国际电视台, 广东卫视 𠀀",
        "11, UTF-16BE, 中央广播, 鳳凰衛視",
        "12, EUC-KR, 한국방송공사, 문화방송",
        "01, ISO-8859-5, ВГТРК, Первый канал",
    })
    void readsNamesInTheirCoding(String selector, String charset, String provider, String name) {
        byte[] first = HexFormat.of().parseHex(selector);
        byte[] providerText = bytes(first, provider.getBytes(Charset.forName(charset)));
        byte[] nameText = bytes(first, name.getBytes(Charset.forName(charset)));
        sdt(entry(1, 0x01, providerText, nameText));
        assertThat(service(1).name()).isEqualTo(name);
        assertThat(service(1).provider()).isEqualTo(provider);
        assertThat(new String(nameText, StandardCharsets.ISO_8859_1))
                .as("what reading bytes as Latin-1 gives")
                .isNotEqualTo(name);
    }

    @Test
    void describesServicesOfTheSdt() {
        sdt(entry(1, 0x19, text("P"), text("N")), entry(2, 0x02, text(""), text("")));
        assertThat(directory.services()).extracting(TsService::serviceId).containsExactly(1, 2);
        assertThat(service(1).serviceType()).isEqualTo(0x19);
        assertThat(service(1).originalNetworkId()).isEqualTo(NETWORK);
        assertThat(service(1).freeCaMode()).isTrue();
        assertThat(service(1).pmtPid()).isEqualTo(TsService.UNKNOWN);
        assertThat(service(2).name()).isEmpty();
    }

    @Test
    void listsOnlyWhatThePatLists() {
        sdt(entry(1, 0x01, text("P"), text("on air")), entry(2, 0x01, text("P"), text("announced")));
        send(
                0,
                SectionBytes.extended(
                        TableId.PAT, TS_ID, 0, true, 0, 0, bytes(u16(1), u16(0xE100), u16(9), u16(0xE200))));
        assertThat(directory.services()).extracting(TsService::name).containsExactly("on air", null);
    }

    @Test
    void endsNamesWithTheirDescriptor() {
        byte[] tooLong = descriptor(0x48, octets(1, 3), text("ABC"), octets(200), text("name"));
        sdt(bytes(u16(1), octets(0xFC), loop(tooLong)));
        assertThat(service(1).name()).isEqualTo("name");
        sdt(bytes(u16(1), octets(0xFC), loop(descriptor(0x48, octets(1, 99), text("cut")))));
        assertThat(service(1).provider()).isEqualTo("cut");
        assertThat(service(1).name()).isEmpty();
    }

    @Test
    void replacesTheServicesOfAnotherNetwork() {
        sdt(entry(1, 0x01, text("P"), text("one")));
        byte[] body = bytes(u16(0x20FA), octets(0xFF), entry(2, 0x01, text("P"), text("two")));
        send(0x11, SectionBytes.extended(TableId.SDT_ACTUAL, TS_ID, 0, true, 0, 0, body));
        assertThat(directory.services()).extracting(TsService::name).containsExactly("two");
        assertThat(directory.network().originalNetworkId()).isEqualTo(0x20FA);
    }

    @ParameterizedTest
    @CsvSource({
        "00000028, 83, 0001 FC05, 5", // EACEM: 10 bits
        "00000029, 83, 0001 8FFF, 4095", // NorDig: 14 bits
        "00000029, 87, 01 03 4E6F72 46494E 04 0001 FC07, 7", // NorDig version 2: a list with a name
        "0000233A, 83, 0001 FC09, 9", // Digital TV Group
        "00003200, 83, 0001 FC0B, 11", // Freeview Australia
        "0000BABE, 83, 0001 FC05, 5", // nobody's, but all in the service list
        "0000BABE, 83, 0063 FC05, -1", // nobody's, and no service of the list
        "0000BABE, 87, 0001 FC05, -1",
        "00000028, 83, 0001 FC00, -1", // 0 is no number
        "00000028, 83, 0001 FC05 00, 5", // a byte too many
    })
    void readsChannelNumbersOfWhoeverDefinesThem(String specifier, String tag, String hex, int number) {
        sdt(entry(1, 0x01, text("P"), text("N")));
        byte[] stream = bytes(
                descriptor(0x41, octets(0, 1, 1)),
                descriptor(0x5F, HexFormat.of().parseHex(specifier)),
                descriptor(Integer.parseInt(tag, 16), HexFormat.of().parseHex(hex.replace(" ", ""))));
        nit(NETWORK, octets(), stream);
        send(0, SectionBytes.extended(TableId.PAT, TS_ID, 0, true, 0, 0, bytes(u16(1), u16(0xE100))));
        assertThat(service(1).channelNumber()).isEqualTo(number);
    }

    @Test
    void prefersTheNumberInHighDefinition() {
        sdt(entry(1, 0x01, text("P"), text("N")));
        byte[] stream = bytes(
                descriptor(0x5F, u32(0x28)),
                descriptor(0x83, u16(1), u16(0xFC05)),
                descriptor(0x88, u16(1), u16(0xFC65)));
        nit(NETWORK, descriptor(0x40, text("Netz")), stream);
        send(0, SectionBytes.extended(TableId.PAT, TS_ID, 0, true, 0, 0, bytes(u16(1), u16(0xE100))));
        assertThat(service(1).channelNumber()).isEqualTo(101);
        assertThat(directory.network().networkName()).isEqualTo("Netz");
        assertThat(directory.network().networkId()).isEqualTo(NETWORK);
    }

    @Test
    void namesChannelsOfAtsc() {
        byte[] longName = descriptor(0xA0, octets(1, 'e', 'n', 'g', 1, 0, 0, 4), text("Four"));
        byte[] channels = bytes(octets(0, 2), channel("WNBC-DT", 3), channel("WX", 4, longName));
        send(0x1FFB, SectionBytes.extended(TableId.VCT_TERRESTRIAL, TS_ID, 0, true, 0, 0, channels));
        send(
                0,
                SectionBytes.extended(
                        TableId.PAT, TS_ID, 0, true, 0, 0, bytes(u16(3), u16(0xE100), u16(4), u16(0xE200))));
        assertThat(service(3).name()).isEqualTo("WNBC-DT");
        assertThat(service(3).channelNumber()).as("major number of 4-1").isEqualTo(4);
        assertThat(service(3).serviceType()).isEqualTo(2);
        assertThat(service(4).name()).isEqualTo("Four");
    }

    @Test
    void namesServicesOfJapanOnlyInJapan() {
        byte[] name = HexFormat.of().parseHex("0E4E484B0F416D3967");
        sdt(entry(1, 0x01, octets(), name));
        assertThat(service(1).name()).as("as DVB text").isNotEqualTo("NHK総合");
        nit(4, descriptor(0xFE, octets(2, 1)), octets());
        assertThat(service(1).name()).isEqualTo("NHK総合");
    }

    @Test
    void tellsTheTimeAfter2038() {
        tdt(0xFFFF, 0x23, 0x59, 0x59);
        assertThat(directory.network().utc()).isEqualTo(Instant.parse("2038-04-22T23:59:59Z"));
        tdt(0x0000, 0x00, 0x00, 0x00);
        assertThat(directory.network().utc())
                .as("16 bits begin anew; read naively this is 1858")
                .isEqualTo(Instant.parse("2038-04-23T00:00:00Z"));
        tdt(0xC0C9, 0x12, 0x45, 0x00);
        assertThat(directory.network().utc())
                .as("80 days after 0xC079, which is 1993-10-13 in EN 300 468, Annex C")
                .isEqualTo(Instant.parse("1994-01-01T12:45:00Z"));
    }

    @Test
    void keepsTheLastTimeThatIsOne() {
        tdt(0xE5D4, 0x12, 0x00, 0x00);
        Instant known = Instant.parse("2019-12-19T12:00:00Z");
        assertThat(directory.network().utc()).isEqualTo(known);
        tdt(0xE5D4, 0x2A, 0x00, 0x00);
        tdt(0xE5D4, 0x24, 0x00, 0x00);
        tdt(0xE5D4, 0x12, 0x60, 0x00);
        assertThat(directory.network().utc()).isEqualTo(known);
        byte[] offset = bytes(u16(0xE5D5), octets(0x01, 0x02, 0x03), loop());
        send(0x14, SectionBytes.plainWithCrc(TableId.TOT, offset));
        assertThat(directory.network().utc()).isEqualTo(known.plusSeconds(13 * 3600 + 123));
    }

    @Test
    void tellsTheTimeOfAtsc() {
        // 7300 days from 6 January 1980 to 1 January 2000, and 13 leap seconds between.
        byte[] time = bytes(octets(0), u32(630_720_013L), octets(13, 0, 0));
        send(0x1FFB, SectionBytes.extended(TableId.STT, 0, 0, true, 0, 0, time));
        assertThat(directory.network().utc()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
    }

    private void sdt(byte[]... entries) {
        byte[] body = bytes(u16(NETWORK), octets(0xFF), bytes(entries));
        send(0x11, SectionBytes.extended(TableId.SDT_ACTUAL, TS_ID, 0, true, 0, 0, body));
    }

    private void nit(int id, byte[] network, byte[] stream) {
        byte[] body = bytes(loop(network), loop(bytes(u16(TS_ID), u16(NETWORK), loop(stream))));
        send(0x10, SectionBytes.extended(TableId.NIT_ACTUAL, id, 0, true, 0, 0, body));
    }

    private void tdt(int day, int hours, int minutes, int seconds) {
        send(0x14, SectionBytes.plain(TableId.TDT, bytes(u16(day), octets(hours, minutes, seconds))));
    }

    private void send(int pid, byte[] section) {
        directory.section(pid, section, section.length);
    }

    private TsService service(int id) {
        return directory.services().stream()
                .filter(service -> service.serviceId() == id)
                .findFirst()
                .orElseThrow();
    }

    /** A scrambled service of the SDT. */
    private static byte[] entry(int id, int type, byte[] provider, byte[] name) {
        byte[] service = descriptor(0x48, octets(type, provider.length), provider, octets(name.length), name);
        byte[] descriptors = loop(service);
        descriptors[0] = (byte) (0x90 | (descriptors[0] & 0x0F));
        return bytes(u16(id), octets(0xFC), descriptors);
    }

    /** Channel 4-1 of the air, in the stream of the test. */
    private static byte[] channel(String shortName, int programme, byte... descriptors) {
        byte[] name = Arrays.copyOf(shortName.getBytes(StandardCharsets.UTF_16BE), 14);
        return bytes(
                name,
                octets(0xF0, 0x10, 0x01, 0x04),
                u32(0),
                u16(TS_ID),
                u16(programme),
                octets(0x0D, 0xC2),
                u16(programme),
                u16(0xFC00 | descriptors.length),
                descriptors);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
