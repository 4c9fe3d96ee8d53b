package io.bandwatch.alerts.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Verdict;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Words that are the same in every language: units, names, the program's name. */
    private static final Pattern NEUTRAL =
            Pattern.compile("\\{\\d+}|MHz|kHz|Hz|dBFS/Hz|dBFS|dB|LUFS|C/N|I/Q|TR 101 290|PID|Bandwatch");

    private final Properties english = load("messages.properties");
    private final Properties chinese = load("messages_zh_CN.properties");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void noTextMixesLanguages() {
        for (String key : english.stringPropertyNames()) {
            assertThat(HAN.matcher(english.getProperty(key)).find()).as(key).isFalse();
            String rest = NEUTRAL.matcher(chinese.getProperty(key)).replaceAll("");
            assertThat(rest).as(key).doesNotContainPattern("[A-Za-z]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsText(ReasonCode code) {
        assertThat(Messages.english().has("reason." + code.code())).isTrue();
    }

    @Test
    void everyWordOfARecordHasItsText() {
        Messages messages = Messages.english();
        for (Verdict verdict : Verdict.values()) {
            assertThat(messages.has("verdict." + verdict.code())).isTrue();
        }
        for (Severity severity : Severity.values()) {
            assertThat(messages.has("severity." + severity.code())).isTrue();
        }
        for (IncidentKind kind : IncidentKind.values()) {
            assertThat(messages.has("kind." + kind.code())).isTrue();
        }
    }

    @Test
    void textsComeInTheLanguageOfTheReaderWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(Messages.english().of(Verdict.UNLICENSED)).isEqualTo("unlicensed");
            assertThat(new Messages(Locale.US).of(Verdict.UNLICENSED)).isEqualTo("unlicensed");
            Locale.setDefault(Locale.US);
            assertThat(new Messages(Locale.SIMPLIFIED_CHINESE).of(Verdict.UNLICENSED))
                    .isEqualTo("未许可");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void argumentsAreTakenAsTheyAre() {
        Reason reason = Reason.of(ReasonCode.REGISTER_ENTRY, Reason.Weight.STRONG, "FM-1", "O'Hara {0} '", "relay");

        assertThat(Messages.english().of(reason))
                .isEqualTo("register row FM-1 (O'Hara {0} ', class relay) is at this frequency");
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties;
    }
}
