package io.bandwatch.dsp.ts.peer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the other analyser says and we say nothing of.
 *
 * @param facts their names
 * @param reason why
 */
record SetAside(Pattern facts, String reason) {
    private static final String LINE = ".* line .*";

    private static final List<SetAside> ALL = List.of(
            of(
                    "pid \\d+ (af|pts|dts|pes|streamid|firstpts|lastpts|(pcr|pts|dts)leap|invalidpesprefix|inv\\.start|unitstart|clock values)"
                            + "|ts (dts|dtspids)",
                    "time between presentation times and steps of the clock are judged, PES packets and their times are not listed"),
            of(
                    ".* (bitrate204|pcrbitrate204|userbitrate|userbitrate204)",
                    "the same rate with 16 bytes more a packet, or a rate given by hand"),
            of(
                    "ts suspectignored|pid \\d+ (expected|invalidscrambling|inv\\.scramb\\.|crypto-per|iip)|service \\d+ (ssu|hidden|typename)",
                    "notions of that analyser"),
            of(
                    "table .* (repetition|(min|max).*repet.*|repetitionpkt|tables|firstversion|versions)",
                    "intervals of tables are judged by TR 101 290, not listed; the version told is the one in force"),
            of(
                    "pid \\d+ attribute .*",
                    "of the sound or picture itself, which is measured after decoding, or a kind of subtitles"),
            of("payload of a picture", "measured after decoding"),
            of(
                    "packet \\d+ (sync|header size|error|priority|continuity counter|payload|stream id|pes packet length|pts)",
                    "not told packet by packet; errors of sync, transport and continuity are compared in the reports"),
            of(
                    LINE
                            + "(Component tag|Component type|- Descriptor \\d+: (Stream Identifier|ISO-639 Language|Service \\(|CA \\(|Network Name|Extension)).*",
                    "tags, or the heading of lines that are compared"),
            of(
                    LINE
                            + "(Extended descriptor|Mix type|Editorial classification|Language: ...$|Type: DVB sub|Composition page).*",
                    "manners of a sound or of subtitles"),
            of(
                    LINE + "(- Descriptor \\d+: Scrambling|Scrambling mode).*",
                    "put in by the scrambler; the recording has none"),
            of(
                    LINE
                            + "(- Descriptor \\d+: ISDB|Recording control|User-defined|Copy restr|Image constr|Retention|Encryption mode"
                            + "|Still picture|Sequence end|Video encode|Reserve future|Data component|Additional data|Broadcasting|Additional broad).*",
                    "copy control and data coding of ISDB"),
            of(
                    LINE
                            + "(- Descriptor \\d+: (Service List|Satellite)|Service id:|Frequency|Orbital|Polarization|Delivery system|Modulation|Symbol rate|Inner FEC).*"
                            + "|40 on .* (tsid|onid)",
                    "what a network has in its other multiplexes"),
            of(LINE + "Running status.*", "used where events are told, not told of a service"),
            of("74 on .* line .*|74 on .* (language|network name)", "applications themselves are not watched"));

    static Optional<SetAside> find(String fact) {
        return ALL.stream()
                .filter(aside -> aside.facts().matcher(fact).matches())
                .findFirst();
    }

    private static SetAside of(String facts, String reason) {
        return new SetAside(Pattern.compile(facts), reason);
    }
}
