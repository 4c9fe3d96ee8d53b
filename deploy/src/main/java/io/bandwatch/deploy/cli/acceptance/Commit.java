package io.bandwatch.deploy.cli.acceptance;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks git which sources these are. */
final class Commit {
    private Commit() {}

    /**
     * Hash of the commit in a checkout, with {@code +} behind it where tracked files differ; the records themselves are
     * left out, since one check after another writes them.
     */
    static String of(Path root) throws IOException, InterruptedException {
        String hash = git(root, "rev-parse", "HEAD");
        return git(root, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/acceptance")
                        .isEmpty()
                ? hash
                : hash + '+';
    }

    private static String git(Path root, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new CheckImpossibleException(root + " is no git checkout (" + answer + "), so a record could not say"
                    + " what was checked; clone the repository");
        }
        return answer;
    }
}
