package io.bandwatch.deploy.cli.usage;

/**
 * Something the caller can put right: an option, a configuration or an input that cannot be used.
 *
 * <p>The message is the one line the caller reads: what, where, remedy. It ends the command with
 * {@link ExitCode#UNUSABLE} and never with a stack trace.
 */
public final class UserErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserErrorException(String message) {
        super(message);
    }

    public UserErrorException(String message, Throwable cause) {
        super(message, cause);
    }
}
