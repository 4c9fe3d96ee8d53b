package io.bandwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.cli.BandwatchCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One command run in this process, as a user would type it.
 *
 * @param exitCode how it ended
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Replay(int exitCode, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Replay of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = BandwatchCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Replay(exitCode, out.toString(), err.toString());
    }

    /** Records of one type, in order. */
    List<JsonNode> records(String type) {
        return out.lines()
                .map(Replay::parse)
                .filter(record -> record.path("type").asText().equals(type))
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException("no JSON: " + line, broken);
        }
    }
}
