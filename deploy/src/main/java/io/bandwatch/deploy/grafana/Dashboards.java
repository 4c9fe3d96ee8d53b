package io.bandwatch.deploy.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All dashboards in all languages. */
public final class Dashboards {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** What is stored and on no dashboard, as {@code measurement.column}, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.ofEntries(
            Map.entry("carrier_recording", "a recording's result; dashboards show series"),
            Map.entry("incident.updated_ms", "the state of an incident says as much"),
            Map.entry("channel.covered_s", "follows from heard_s of the feed"),
            Map.entry("carrier.covered_s", "is on_air_s"),
            Map.entry("receiver.covered_s", "follows from heard_s of the feed"),
            Map.entry("stream.covered_s", "follows from heard_s of the feed"),
            Map.entry("stream.measured_packets", "for accounts of what was sent; packets is shown"),
            Map.entry("stream.datagrams", "for accounts of what was sent; packets is shown"),
            Map.entry("stream.dropped_bytes", "for accounts of what was sent; dropped_blocks is shown"),
            Map.entry("tr101290.covered_s", "follows from heard_s of the feed"),
            Map.entry("service.covered_s", "follows from heard_s of the feed"),
            Map.entry("feed.covered_s", "is heard_s and unheard_s"),
            Map.entry("programme.covered_s", "shows as a gap"),
            Map.entry("late_points", "stays empty as long as points come in order of time; to be asked for by hand"));

    private Dashboards() {}

    /** Text of each file by its name, such as {@code en/band.json}. */
    public static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Locale language : LANGUAGES) {
            for (Board board : boards(new BoardTexts(language))) {
                files.put(board.file(), written(board.json()));
            }
        }
        return files;
    }

    /** What of the schema no dashboard shows, and why not. */
    public static Map<String, String> notShown() {
        return NOT_SHOWN;
    }

    private static List<Board> boards(BoardTexts texts) {
        return List.of(
                SituationBoard.of(texts),
                BandBoard.of(texts),
                CarrierBoard.of(texts),
                ServicesBoard.of(texts),
                IncidentsBoard.of(texts),
                HealthBoard.of(texts));
    }

    private static String written(Map<String, Object> board) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(board) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
