package io.bandwatch.alerts.report.view;

import io.bandwatch.alerts.messages.Messages;
import java.util.List;

/**
 * A reason as it stands in a result.
 *
 * @param code what was found
 * @param text English text
 * @param arguments values for the text in another language
 */
public record ReasonRow(String code, String text, List<String> arguments) {
    /** The text in the reader's language. */
    public String in(Messages messages) {
        return messages.ofReason(code, arguments, text);
    }
}
