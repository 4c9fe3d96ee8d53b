package io.bandwatch.samples.yaml;

/** A scenario cannot be read or rendered. The message is one line: where, what, and what to do. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScenarioException(String message) {
        super(message.replaceAll("\\s*[\\r\\n]+\\s*", " "));
    }

    public ScenarioException(String message, Throwable cause) {
        super(message.replaceAll("\\s*[\\r\\n]+\\s*", " "), cause);
    }
}
