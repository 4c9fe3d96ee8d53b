package io.bandwatch.deploy.cli.usage;

/** What a command's end tells its caller; the numbers are a promise to scripts. */
public final class ExitCode {
    /** The command did what it was asked to do. */
    public static final int FINISHED = 0;

    /** The program failed; the caller can do nothing about it. */
    public static final int INTERNAL_FAILURE = 1;

    /** Usage, configuration or input cannot be used. */
    public static final int UNUSABLE = 2;

    /** The run finished and the condition asked for, such as {@code --fail-on}, was met. */
    public static final int CONDITION_MET = 3;

    private ExitCode() {}
}
