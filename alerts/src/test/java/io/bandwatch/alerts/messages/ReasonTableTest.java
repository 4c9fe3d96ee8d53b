package io.bandwatch.alerts.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.ReasonCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The table of reasons in the documents is made of the message bundles; with {@code -Dbandwatch.write-docs} it is written. */
class ReasonTableTest {
    private static final Path TABLE = Path.of(System.getProperty("bandwatch.root", ".."), "docs", "reasons.md");

    @Test
    void theDocumentedReasonsAreThoseOfTheProgram() throws IOException {
        String table = table();
        if (Boolean.getBoolean("bandwatch.write-docs")) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE))
                .as("docs/reasons.md; write it anew by running this test with -Dbandwatch.write-docs=true")
                .isEqualTo(table);
    }

    private static String table() throws IOException {
        Properties english = texts("messages.properties");
        Properties chinese = texts("messages_zh_CN.properties");
        StringBuilder text = new StringBuilder(
                """
                # Reasons

                Every verdict and every incident gives its reasons: `code` for programs, `text` for people, `weight` from
                `decisive` to `weak`. Braces stand for the values of the case. This table is made of the message bundles.

                | code | English | 简体中文 |
                |---|---|---|
                """);
        for (ReasonCode code : ReasonCode.values()) {
            String key = "reason." + code.code();
            text.append("| `").append(code.code()).append("` | ");
            text.append(cell(english, key))
                    .append(" | ")
                    .append(cell(chinese, key))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String cell(Properties texts, String key) {
        return texts.getProperty(key).replace("''", "'").replace("|", "\\|");
    }

    private static Properties texts(String name) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
