package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.UnusableInputException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at files that somebody may be writing: what cannot be read for a moment is nothing to tell, and what cannot be read for longer is
 * told, once. Not thread-safe.
 */
final class SteadyFingerprint {
    /** Looks in turn that a file may be missing while it is replaced. */
    private static final int LOOKS = 3;

    private final Supplier<String> fingerprint;
    private final Consumer<String> tell;
    private int unreadable;

    /**
     * @param fingerprint of the files; throws {@link UnusableInputException} where one cannot be read
     * @param tell takes lines for people
     */
    SteadyFingerprint(Supplier<String> fingerprint, Consumer<String> tell) {
        this.fingerprint = fingerprint;
        this.tell = tell;
    }

    /** What can be seen of them now; empty where one cannot be read. */
    Optional<String> look() {
        try {
            String now = fingerprint.get();
            if (unreadable >= LOOKS) {
                tell.accept("what could not be read can be read again");
            }
            unreadable = 0;
            return Optional.of(now);
        } catch (UnusableInputException problem) {
            unreadable++;
            if (unreadable == LOOKS) {
                problem.lines().forEach(tell);
                tell.accept(
                        "the rules and the registers as they were are still in use; the next start would be refused");
            }
            return Optional.empty();
        }
    }
}
