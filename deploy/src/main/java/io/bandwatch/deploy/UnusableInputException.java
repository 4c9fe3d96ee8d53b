package io.bandwatch.deploy;

import java.util.List;

/** Input that cannot be used. Each line says what, where and the remedy. */
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public UnusableInputException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public UnusableInputException(String line, Throwable cause) {
        super(line, cause);
        this.lines = List.of(line);
    }

    /** One line a problem. */
    public List<String> lines() {
        return lines;
    }
}
