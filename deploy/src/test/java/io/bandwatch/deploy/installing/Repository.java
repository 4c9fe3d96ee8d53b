package io.bandwatch.deploy.installing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.bandwatch.deploy.cli.BandwatchCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that the service is installed from, and what they say of each other. */
final class Repository {
    static final Path ROOT =
            Path.of(System.getProperty("bandwatch.root", "..")).toAbsolutePath().normalize();

    /** What compose and the unit begin with, and where each of them expects it. */
    static final Path CONFIG = ROOT.resolve("deploy/config/service.yaml");

    static final String INSTALLED_CONFIG = "/etc/bandwatch/monitor.yaml";

    /** How long {@code monitor} waits for its last checkpoint. */
    static final int PATIENCE_S = 90;

    private static final Pattern VERSION = Pattern.compile("</artifactId>\\s*<version>([^<]+)</version>");

    private Repository() {}

    static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(text(file));
    }

    /** All that the pattern's only group stands for, in its order. */
    static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Version of the product. */
    static String version() throws IOException {
        return found(VERSION, text("pom.xml")).get(0);
    }

    /** Runs a command of an installation with {@code --check}: verb and options, and the configuration, are then read by the product. */
    static Checked check(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.replaceAll(argument -> argument.equals(INSTALLED_CONFIG) ? CONFIG.toString() : argument);
        arguments.add("--check");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                BandwatchCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
        return new Checked(exitCode, out.toString(), err.toString());
    }

    /** What a command said. */
    record Checked(int exitCode, String out, String err) {}
}
