package io.bandwatch.dsp.ts.fuzz;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.descriptor;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static io.bandwatch.dsp.ts.section.SectionBytes.u32;

import io.bandwatch.dsp.ts.section.Payload;
import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.TableId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Well-formed beginnings for the search of bytes that break a reader, made by hand. */
final class Seeds {
    private Seeds() {}

    /**
     * Writes them where the tests look for them.
     *
     * @param arguments the folder of test resources
     */
    public static void main(String... arguments) throws IOException {
        for (Map.Entry<String, byte[]> seed : all().entrySet()) {
            Path file = Path.of(arguments[0]).resolve(seed.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, seed.getValue());
        }
    }

    /** By the place that a test looks for them. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> seeds = new TreeMap<>();
        Map<String, byte[]> tables = tables();
        tables.forEach((name, section) ->
                seeds.put(place("SectionsFuzzTest", "readsSections", name), behindEachOther(name, section)));
        seeds.put(
                place("SectionsFuzzTest", "readsSections", "together"),
                tables.entrySet().stream()
                        .map(table -> behindEachOther(table.getKey(), table.getValue()))
                        .reduce(new byte[0], (before, next) -> bytes(before, next)));
        tables.forEach((name, section) ->
                seeds.put(place("SectionsFuzzTest", "assemblesPayloads", name), payloads(section, section)));
        seeds.put(
                place("SectionsFuzzTest", "assemblesPayloads", "long"),
                payloads(SectionBytes.extended(0x50, 1, 0, true, 0, 0, new byte[1000])));
        descriptors()
                .forEach((name, loop) ->
                        seeds.put(place("DescriptorsFuzzTest", "readsDescriptorsOfEveryTable", name), loop));
        texts().forEach((name, text) -> seeds.put(place("TextFuzzTest", "decodesAnyText", name), text));
        return seeds;
    }

    private static String place(String test, String method, String name) {
        return "io/bandwatch/dsp/ts/fuzz/" + test + "Inputs/" + method + "/" + name;
    }

    private static byte[] behindEachOther(String name, byte[] section) {
        int pid =
                List.of("pat", "cat", "nit", "sdt", "eit", "tot", "pmt", "vct").indexOf(name);
        return bytes(octets(Math.max(0, pid)), u16(section.length), section);
    }

    private static byte[] payloads(byte[]... sections) {
        byte[] all = new byte[0];
        for (Payload payload : Payload.of(List.of(sections))) {
            all = bytes(all, octets(payload.unitStart() ? 1 : 0, payload.bytes().length), payload.bytes());
        }
        return all;
    }

    private static Map<String, byte[]> tables() {
        byte[] service = descriptor(0x48, octets(1, 1, 'P', 5, 0x13, 0xD6, 0xD0, 0xD1, 0xEB));
        byte[] language = descriptor(0x0A, octets('z', 'h', 'o', 0));
        byte[] event = bytes(
                u16(1),
                octets(0xE5, 0xD4, 0x12, 0, 0, 1, 0, 0),
                loop(descriptor(0x4D, octets('z', 'h', 'o', 1, 'E', 0))));
        Map<String, byte[]> tables = new TreeMap<>();
        tables.put("pat", table(TableId.PAT, bytes(u16(0), u16(0xE010), u16(1), u16(0xE100))));
        tables.put("cat", table(TableId.CAT, descriptor(0x09, u16(0x4AD4), u16(0xE190))));
        tables.put("pmt", table(TableId.PMT, bytes(u16(0xE101), loop(), octets(0x1B), u16(0xE101), loop(language))));
        tables.put(
                "nit",
                table(
                        TableId.NIT_ACTUAL,
                        bytes(
                                loop(descriptor(0x40, octets('N'))),
                                loop(bytes(u16(1), u16(1), loop(descriptor(0x41, octets(0, 1, 1))))))));
        tables.put("sdt", table(TableId.SDT_ACTUAL, bytes(u16(1), octets(0xFF), u16(1), octets(0xFC), loop(service))));
        tables.put("eit", table(TableId.EIT_PF_ACTUAL, bytes(u16(1), u16(1), octets(0, 0x4E), event)));
        tables.put("tot", SectionBytes.plainWithCrc(TableId.TOT, bytes(octets(0xE5, 0xD4, 0x12, 0, 0), loop())));
        tables.put(
                "vct",
                table(
                        TableId.VCT_TERRESTRIAL,
                        bytes(
                                octets(0, 1),
                                "WNBC-DT".getBytes(StandardCharsets.UTF_16BE),
                                octets(0xF0, 0x10, 1, 4, 0, 0, 0, 0),
                                u16(1),
                                u16(1),
                                octets(0x0D, 0xC2, 0, 1, 0xFC, 0))));
        tables.put(
                "insert",
                SectionBytes.plainWithCrc(
                        TableId.SPLICE_INFO,
                        bytes(
                                octets(0, 0, 0, 0, 0, 0, 0, 0xFF, 0xF0, 0x0F, 5),
                                u32(7),
                                octets(0x7F, 0xCF, 0xFE, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0))));
        tables.put(
                "signal",
                SectionBytes.plainWithCrc(
                        TableId.SPLICE_INFO,
                        bytes(
                                octets(0, 0, 0, 0, 0, 0, 0, 0xFF, 0xF0, 5, 6, 0xFE, 0, 1, 0, 0, 0, 0x11, 2, 0x0F),
                                u32(0x4355_4549L),
                                u32(9),
                                octets(0x7F, 0xBF, 0, 0, 0x34, 0, 0))));
        return tables;
    }

    private static Map<String, byte[]> descriptors() {
        Map<String, byte[]> loops = new TreeMap<>();
        loops.put("access", descriptor(0x09, u16(0x4AD4), u16(0xE190)));
        loops.put("registration", descriptor(0x05, u32(0x4452_4131L)));
        loops.put("languages", descriptor(0x0A, octets('z', 'h', 'o', 0, 'e', 'n', 'g', 1)));
        loops.put("service", descriptor(0x48, octets(1, 1, 'P', 3, 0x15, 0xC3, 0xA9)));
        loops.put("channels", bytes(descriptor(0x5F, u32(0x28)), descriptor(0x83, u16(1), u16(0xFC05))));
        loops.put(
                "lists",
                bytes(
                        descriptor(0x5F, u32(0x29)),
                        descriptor(0x87, octets(1, 1, 'N', 'F', 'I', 'N', 4), u16(1), u16(0xFC07))));
        loops.put("extension", descriptor(0x7F, octets(6, 1, 'e', 'n', 'g')));
        loops.put("longName", descriptor(0xA0, octets(1, 'e', 'n', 'g', 1, 0, 0, 1, 'A')));
        loops.put("event", descriptor(0x4D, octets('z', 'h', 'o', 1, 'E', 0)));
        loops.put("arib", bytes(descriptor(0xFE, octets(2, 1)), descriptor(0x40, octets(0x46, 0x7C))));
        return loops;
    }

    private static Map<String, byte[]> texts() {
        Map<String, byte[]> texts = new TreeMap<>();
        texts.put("default", octets('S', 0xC8, 'u', 'd', 0x8A, 0xA4));
        texts.put("part", octets(0x10, 0, 7, 0xC5));
        texts.put("gb2312", coded(0x13, "GB2312", "中央电视台"));
        texts.put("gb18030", coded(0x13, "GB18030", "镕㐀"));
        texts.put("big5", coded(0x14, "Big5", "民視"));
        texts.put("bmp", coded(0x11, "UTF-16BE", "中央"));
        texts.put("korean", coded(0x12, "EUC-KR", "한국"));
        texts.put("utf8", coded(0x15, "UTF-8", "中é𠀀"));
        texts.put("unselected", "中央".getBytes(Charset.forName("GB2312")));
        texts.put(
                "arib",
                octets(0x0E, 'N', 0x0F, 0x46, 0x7C, 0x1B, 0x7C, 0x1B, 0x2B, 0x31, 0xC6, 0x89, 0x95, 1, 0x95, 0x4F));
        texts.put("strings", octets(1, 'e', 'n', 'g', 2, 0, 0x3F, 2, 0x4E, 0x2D, 1, 0, 1, 0xAA));
        return texts;
    }

    private static byte[] coded(int selector, String charset, String text) {
        return bytes(octets(selector), text.getBytes(Charset.forName(charset)));
    }

    private static byte[] table(int tableId, byte[] body) {
        return SectionBytes.extended(tableId, 1, 0, true, 0, 0, body);
    }
}
