package io.bandwatch.dsp.ts.peer;

import io.bandwatch.dsp.ts.TsCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * One output of another analyser.
 *
 * @param file its name
 * @param capture the recording that it is of
 * @param kind how it is written
 * @param scrambled PIDs that were scrambled before the analyser saw the recording: their packets say so in their headers, and
 *     nothing else of them is looked at
 */
record Reference(String file, String capture, Kind kind, Set<Integer> scrambled) {
    private static final int PACKET = 188;
    private static final Set<Integer> PICTURE_AND_SOUNDS = Set.of(120, 130, 131, 132);
    private static final String TELETEXT = "dvb-france-teletext-epg-audio";
    private static final String FRANCE = "dvbt-france2-hd-eac3";

    enum Kind {
        LINES,
        JSON,
        WRITTEN,
        ERRORS,
        RATES,
        DUMP,
        TABLES,
        COMMANDS,
        PICTURE,
        APPLICATIONS
    }

    /** All that are compared. */
    static List<Reference> all() {
        return List.of(
                of("scte35-80s-with-ad.scte35.txt", "scte35-80s-with-ad", Kind.COMMANDS),
                of("scte35-80s-with-ad.service.txt", "scte35-80s-with-ad", Kind.COMMANDS),
                of("test-012.tsanalyze.errors.txt", TELETEXT, Kind.ERRORS),
                of("test-012.tsanalyze.full.txt", TELETEXT, Kind.WRITTEN),
                of("test-012.tsanalyze.norm.txt", TELETEXT, Kind.LINES),
                of("test-012.tsanalyze.wide.txt", TELETEXT, Kind.WRITTEN),
                of("test-012.tsbitrate.dts.txt", TELETEXT, Kind.RATES),
                of("test-012.tsbitrate.pcr.txt", TELETEXT, Kind.RATES),
                of("test-012.tsdump.header.txt", TELETEXT, Kind.DUMP),
                of("test-012.tsdump.txt", TELETEXT, Kind.DUMP),
                of("test-012.tsp.analyze.errors.txt", TELETEXT, Kind.ERRORS),
                of("test-012.tsp.analyze.full.txt", TELETEXT, Kind.WRITTEN),
                of("test-012.tsp.analyze.json", TELETEXT, Kind.JSON),
                of("test-018.ait.1ec5.txt", "dvbt-italy-mediaset-psi-only", Kind.APPLICATIONS),
                of("test-018.ait.1ec5.xml", "dvbt-italy-mediaset-psi-only", Kind.APPLICATIONS),
                of("test-018.ait.1ec6.txt", "dvbt-italy-mediaset-psi-only", Kind.APPLICATIONS),
                of("test-018.ait.1ec6.xml", "dvbt-italy-mediaset-psi-only", Kind.APPLICATIONS),
                scrambled("test-026.atis.analyze.txt", PICTURE_AND_SOUNDS),
                of("test-026.atis.psi.txt", FRANCE, Kind.TABLES),
                scrambled("test-026.cissa.analyze.txt", PICTURE_AND_SOUNDS),
                of("test-026.cissa.psi.txt", FRANCE, Kind.TABLES),
                scrambled("test-026.csa.analyze.txt", PICTURE_AND_SOUNDS),
                scrambled("test-026.csa.bypid.analyze.txt", Set.of(120, 132)),
                of("test-026.csa.bypid.psi.txt", FRANCE, Kind.TABLES),
                of("test-026.csa.psi.txt", FRANCE, Kind.TABLES),
                of("test-026.deatis.analyze.txt", FRANCE, Kind.WRITTEN),
                of("test-026.deatis.psi.txt", FRANCE, Kind.TABLES),
                of("test-026.decissa.analyze.txt", FRANCE, Kind.WRITTEN),
                of("test-026.decissa.psi.txt", FRANCE, Kind.TABLES),
                of("test-101.psi.txt", "isdbt-japan-scrambled-start", Kind.TABLES),
                of("test-101.tables.txt", "isdbt-japan-scrambled-start", Kind.TABLES),
                of("test-103.txt", "pat-change-duplicate-pmt", Kind.TABLES),
                of("test-137.txt", "hevc-scte35-multiprogram", Kind.PICTURE));
    }

    private static Reference of(String file, String capture, Kind kind) {
        return new Reference(file, capture, kind, Set.of());
    }

    private static Reference scrambled(String file, Set<Integer> pids) {
        return new Reference(file, FRANCE, Kind.WRITTEN, pids);
    }

    /** What the other analyser says. */
    Facts theirs() throws IOException {
        String text = Files.readString(TsCaptures.file("reference/" + file));
        List<String> lines = text.lines().toList();
        return switch (kind) {
            case LINES -> KeyedReport.ofLines(lines);
            case JSON -> KeyedReport.ofJson(text);
            case WRITTEN -> WrittenReport.of(lines);
            case ERRORS -> LineReports.ofErrors(lines);
            case RATES -> LineReports.ofRates(lines);
            case DUMP -> LineReports.ofDump(lines);
            case TABLES -> TableReport.of(lines).facts();
            case COMMANDS -> LineReports.ofCommands(lines);
            case PICTURE -> LineReports.ofPicture(lines);
            case APPLICATIONS ->
                file.endsWith(".xml")
                        ? LineReports.ofApplications(lines)
                        : TableReport.of(lines).facts();
        };
    }

    /** What we say of the same recording. */
    Facts ours() throws IOException {
        if (kind == Kind.TABLES || kind == Kind.APPLICATIONS) {
            return OurTables.of(capture + ".ts").facts();
        }
        byte[] stream = TsCaptures.bytes(capture + ".ts");
        for (int at = 0; at < stream.length; at += PACKET) {
            int pid = (stream[at + 1] & 0x1F) << 8 | (stream[at + 2] & 0xFF);
            if (scrambled.contains(pid)) {
                stream[at + 3] |= (byte) 0x80;
            }
        }
        return OurStream.of(stream);
    }

    @Override
    public String toString() {
        return file;
    }
}
