package io.bandwatch.alerts.messages;

import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Verdict;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Texts for people in one language. Numbers come in already formatted, so a text differs by language only, never by the
 * machine's settings. Immutable; reading a bundle is cached by the platform.
 */
public final class Messages {
    private static final String BUNDLE = "io.bandwatch.alerts.messages.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** Texts in the language of {@code locale}, in English where there is no bundle for it. */
    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What machines and tests read: English. */
    public static Messages english() {
        return new Messages(Locale.ROOT);
    }

    public Locale locale() {
        return locale;
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of a key with its arguments in place. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    public String of(Verdict verdict) {
        return ofCode("verdict", verdict.code());
    }

    public String of(Severity severity) {
        return ofCode("severity", severity.code());
    }

    public String of(IncidentKind kind) {
        return ofCode("kind", kind.code());
    }

    public String of(Reason reason) {
        return ofReason(reason.code().code(), List.of(reason.arguments()), "");
    }

    /** The text of a word used in records, or the word itself where it is newer than this version. */
    public String ofCode(String group, String code) {
        String key = group + '.' + code;
        return has(key) ? text(key) : code;
    }

    /** The text of a reason in a record, or {@code otherwise} where its code is newer than this version. */
    public String ofReason(String code, List<String> arguments, String otherwise) {
        String key = "reason." + code;
        return has(key) ? text(key, arguments.toArray()) : otherwise;
    }

    /**
     * A daily window in words.
     *
     * @param code how often it is meant
     * @param arguments begin, end, days on, days observed
     * @param weekdays short names of the days of the week that it keeps to; empty: every day
     */
    public String ofWindow(String code, List<String> arguments, List<String> weekdays) {
        String kept = text("schedule." + code, arguments.toArray());
        if (weekdays.isEmpty()) {
            return kept;
        }
        String days = weekdays.stream().map(day -> ofCode("weekday", day)).collect(Collectors.joining(" "));
        return text("schedule.weekdays", kept, days);
    }
}
