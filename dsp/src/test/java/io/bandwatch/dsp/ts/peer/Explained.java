package io.bandwatch.dsp.ts.peer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A difference that is known, exactly.
 *
 * @param files in which
 * @param fact of what
 * @param theirs what the other analyser says
 * @param ours what we say
 * @param reason why
 */
record Explained(Pattern files, String fact, String theirs, String ours, String reason) {
    private static final List<Explained> ALL = List.of(
            of(
                    "test-026\\..*psi\\.txt",
                    "42 on 17 version 19, 1 tsid",
                    "1",
                    Facts.NOTHING,
                    "taken from the PAT, which comes later"),
            of(
                    "test-103\\.txt",
                    "42 on 17 version 10, 1 tsid",
                    "1",
                    Facts.NOTHING,
                    "taken from the PAT, which comes later"),
            of(
                    "test-026\\.(de)?(atis|cissa)\\.psi\\.txt",
                    "02 on 110 version 1, 1 bytes",
                    "124",
                    "121",
                    "the scrambler put three bytes of a scrambling descriptor in"));

    private static Explained of(String files, String fact, String theirs, String ours, String reason) {
        return new Explained(Pattern.compile(files), fact, theirs, ours, reason);
    }

    static List<Explained> in(String file) {
        return ALL.stream().filter(any -> any.files().matcher(file).matches()).toList();
    }
}
