package io.bandwatch.deploy.grafana.board;

import io.bandwatch.alerts.messages.Messages;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of dashboards in one language. Words that records have too are those of {@link Messages}. */
public final class BoardTexts {
    private static final String BUNDLE = "io.bandwatch.deploy.grafana.board.boards";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Messages messages;

    public BoardTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.messages = new Messages(locale);
    }

    public String text(String key) {
        return bundle.getString(key);
    }

    /** Name of a field or tag, which the columns of answers bear. */
    public String column(String name) {
        return text("column." + name);
    }

    /** A word used in records. */
    public String word(String group, String code) {
        return messages.ofCode(group, code);
    }

    /** {@code en} or {@code zh-CN}. */
    public String language() {
        return locale.toLanguageTag();
    }
}
