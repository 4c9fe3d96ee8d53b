package io.bandwatch.ingest.live.address;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that an address names: <code>{env:NAME}</code> stands for what an environment variable holds, <code>{file:/PATH}</code> for
 * what a file holds. They are read when the address is opened, so that neither configuration nor checkpoints hold them.
 */
final class NamedSecrets {
    /** Stands where a secret is named while an address is checked. */
    static final String PLACE = "secret-named-elsewhere";

    private static final Pattern NAMED = Pattern.compile("\\{(env|file):([^{}]+)}");

    private NamedSecrets() {}

    /** The address with a word instead of each name. */
    static String withoutNames(String text) {
        return NAMED.matcher(text).replaceAll(PLACE);
    }

    /** What to write instead of a secret, between what stands before and behind it. */
    static String remedy(String before, String behind) {
        return "write " + before + "{env:NAME}" + behind + " or " + before + "{file:/PATH}" + behind
                + " and put the secret into that variable or file";
    }

    static String resolved(String text, Map<String, String> environment) throws IOException {
        Matcher names = NAMED.matcher(text);
        StringBuilder whole = new StringBuilder();
        int from = 0;
        while (names.find()) {
            MatchResult name = names.toMatchResult();
            whole.append(text, from, name.start()).append(encoded(secret(name.group(1), name.group(2), environment)));
            from = name.end();
        }
        return whole.append(text, from, text.length()).toString();
    }

    private static String secret(String kind, String name, Map<String, String> environment) throws IOException {
        String value = kind.equals("env") ? environment.get(name) : content(name);
        if (value == null || value.isBlank()) {
            throw new IOException(
                    kind.equals("env")
                            ? "the environment variable " + name + " is not set; set it to the secret of the address"
                            : "the file " + name + " is empty; write the secret of the address into it");
        }
        return value.strip();
    }

    private static String content(String file) throws IOException {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IOException(
                    "the secret in " + file + " cannot be read (" + unreadable + "); name a file that can", unreadable);
        }
    }

    /** As parts of addresses are written; the colon between user and password stays. */
    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
