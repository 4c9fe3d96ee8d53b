package io.bandwatch.deploy.cli.acceptance.bench;

/** A check cannot be made on this machine; the message says what is missing and how to get it. */
public final class CheckImpossibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CheckImpossibleException(String message) {
        super(message);
    }
}
