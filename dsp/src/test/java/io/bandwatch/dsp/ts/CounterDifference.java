package io.bandwatch.dsp.ts;

import java.util.List;
import java.util.Map;

/**
 * Where the independent counter says another thing than we do.
 *
 * @param file the recording
 * @param field of what
 * @param ours what we say
 * @param theirs what it says
 */
record CounterDifference(String file, String field, String ours, String theirs) {
    /** Reasons by the words in the last column. */
    private static final Map<String, String> REASONS = Map.of(
            "damaged",
            "it takes packets with transport_error_indicator for packets like any other; to us their numbers, their"
                    + " scrambling and their references are noise (TR 101 290, 2.1)",
            "torn",
            "all in sections with a damaged packet, which we do not put together",
            "sections",
            "it counts a section once another begins on the PID, and on every PID; we count each, on the PIDs of tables",
            "torn sections",
            "the same, and it counts what damaged packets carry",
            "middle",
            "bytes between packets later on count as well",
            "once",
            "it keeps no PAT that comes once",
            "layer",
            "no frame of it comes; stream types 3 and 4 leave the layer open",
            "latm",
            "AAC in LATM, which it does not tell apart");

    /** The file, the field, what we say, what it says, why. */
    private static final String KNOWN =
            """
            corrupted-packets | first_sync_offset | 188 | 0 | middle
            dvb-france-teletext-epg-audio | sections_by_table_id_hex | 00:78 02:77 | 00:77 02:75 | sections
            dvb-france-teletext-epg-audio | service 4006 pid 1061 | mp2 | mp3 | layer
            dvb-france-teletext-epg-audio | service 4006 pid 1062 | mp2 | mp3 | layer
            dvb-france-teletext-epg-audio | service 4006 pid 1063 | mp2 | mp3 | layer
            dvb-france-teletext-epg-audio | service 4006 pid 1067 | mp2 | mp3 | layer
            dvbt-crete-ert-heavy-errors | continuity_errors | 120 | 143 | damaged
            dvbt-crete-ert-heavy-errors | duplicate_packets | 0 | 2 | damaged
            dvbt-crete-ert-heavy-errors | scrambled_packets | 0 | 40 | damaged
            dvbt-crete-ert-heavy-errors | scrambled_pids | 0 | 6 | damaged
            dvbt-crete-ert-heavy-errors | pcr_count | 1062 | 1088 | damaged
            dvbt-crete-ert-heavy-errors | pcr_jumps_over_100ms_or_backwards | 4 | 16 | damaged
            dvbt-crete-ert-heavy-errors | section_crc_errors | 0 | 61 | torn
            dvbt-crete-ert-heavy-errors | sections_by_table_id_hex | 00:341 02:146 40:25 42:38 46:5 4E:311 50:935 51:617 | 00:342 02:146 37:1 40:24 42:37 46:6 4E:317 50:965 51:633 57:1 98:1 D5:1 D8:1 | torn sections
            dvbt-crete-ert-light-errors | continuity_errors | 9 | 21 | damaged
            dvbt-crete-ert-light-errors | duplicate_packets | 0 | 2 | damaged
            dvbt-crete-ert-light-errors | scrambled_packets | 0 | 6 | damaged
            dvbt-crete-ert-light-errors | scrambled_pids | 0 | 2 | damaged
            dvbt-crete-ert-light-errors | pcr_count | 846 | 848 | damaged
            dvbt-crete-ert-light-errors | pcr_jumps_over_100ms_or_backwards | 1 | 2 | damaged
            dvbt-crete-ert-light-errors | section_crc_errors | 0 | 3 | torn
            dvbt-crete-ert-light-errors | sections_by_table_id_hex | 00:271 02:115 40:21 42:29 46:4 4E:240 50:780 51:538 | 00:270 02:114 40:20 42:28 46:4 4E:240 50:782 51:538 E1:1 EB:1 | torn sections
            dvbt-france2-hd-eac3 | sections_by_table_id_hex | 00:12 02:12 42:1 | 00:11 02:10 | sections
            dvbt-italy-mediaset-psi-only | sections_by_table_id_hex | 00:9 02:34 40:2 42:2 70:4 73:3 74:6 | 00:8 02:28 40:1 42:1 70:3 73:3 | sections
            dvbt-italy-mediaset-psi-only | service 1 pid 1621 | mp2 | mp3 | layer
            dvbt-italy-mediaset-psi-only | service 1 pid 1622 | mp2 | mp3 | layer
            dvbt-italy-mediaset-psi-only | service 2 pid 1611 | mp2 | mp3 | layer
            dvbt-italy-mediaset-psi-only | service 2 pid 1612 | mp2 | mp3 | layer
            dvbt-italy-rai-full-mux | sections_by_table_id_hex | 00:4 02:68 40:2 42:2 46:4 4E:17 4F:16 74:2 | 00:3 02:41 13:1 40:1 42:2 46:3 4E:17 4F:15 80:1 | sections
            dvbt2-germany-ard-br-626MHz | sections_by_table_id_hex | 00:57 02:220 40:2 41:21 42:12 46:2 4E:351 4F:37 50:335 51:224 52:220 53:220 54:220 55:51 60:52 61:12 70:1 73:1 74:150 | 00:56 02:215 40:2 41:20 42:11 46:2 4E:351 4F:37 50:335 51:224 52:220 53:220 54:220 55:51 60:52 61:12 | sections
            dvbt2-germany-ard-br-626MHz | service 1572 pid 8086 | aac_latm | aac | latm
            dvbt2-germany-ard-br-626MHz | service 1572 pid 8087 | aac_latm | aac | latm
            hevc-scte35-multiprogram | sections_by_table_id_hex | 00:3 02:3 | 00:2 02:1 | sections
            isdbt-japan-scrambled-start | sections_by_table_id_hex | 00:1 02:3 40:1 4F:1 60:2 | 60:2 | sections
            isdbt-japan-scrambled-start | pmts_in_pat | 6 | 0 | once
            pat-change-duplicate-pmt | sections_by_table_id_hex | 00:97 01:58 02:135 40:58 42:60 70:7 73:7 | 00:96 01:57 02:131 40:57 42:59 70:7 73:6 | sections
            scte35-80s-with-ad | sections_by_table_id_hex | 00:334 02:333 42:62 FC:1 | 00:333 02:332 42:61 | sections
            scte35-short | sections_by_table_id_hex | 00:7 02:7 42:1 FC:3 | 00:6 02:5 | sections
            tdt-tot-after-2038 | sections_by_table_id_hex | 70:181 73:91 | 70:180 73:91 | sections""";

    static List<CounterDifference> expected(String file) {
        return KNOWN.lines()
                .map(CounterDifference::columns)
                .filter(columns -> columns[0].equals(file))
                .map(columns -> new CounterDifference(columns[0], columns[1], columns[2], columns[3]))
                .toList();
    }

    String reason() {
        return KNOWN.lines()
                .map(CounterDifference::columns)
                .filter(columns -> equals(new CounterDifference(columns[0], columns[1], columns[2], columns[3])))
                .findFirst()
                .map(columns -> REASONS.get(columns[4]))
                .orElse("UNEXPLAINED");
    }

    private static String[] columns(String line) {
        return line.split(" *\\| *", -1);
    }

    @Override
    public String toString() {
        return file + " | " + field + " | " + ours + " | " + theirs;
    }
}
