package io.bandwatch.deploy.cli.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The record of one check.
 *
 * @param name of the check
 * @param statement what was to be shown
 * @param commit of the sources that were checked, with {@code +} if they had changes
 * @param count what was counted
 */
public record AcceptanceRecord(String name, String statement, String commit, Count count) {
    private static final String COMMAND = "./bandwatch test --acceptance ";

    static AcceptanceRecord of(AcceptanceCheck check, String commit, Count count) {
        return new AcceptanceRecord(check.name(), check.statement(), commit, count);
    }

    /** The command that makes the check again. */
    public static String command(String name) {
        return COMMAND + name;
    }

    /** Writes {@code NAME.json}. */
    void write(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("name", name);
        root.put("statement", statement);
        root.put("command", command(name));
        root.put("commit", commit);
        root.put("holds", count.holds());
        root.set("counts", count.figures());
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(name + ".json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
