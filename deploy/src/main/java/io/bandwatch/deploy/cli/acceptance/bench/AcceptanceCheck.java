package io.bandwatch.deploy.cli.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One statement about the product, and how to count whether it holds. */
public interface AcceptanceCheck {
    /** Short name, as in {@code test --acceptance NAME} and in the name of the record. */
    String name();

    /** The statement, in one sentence. */
    String statement();

    /**
     * Counts.
     *
     * @param bench where scenes are rendered and replayed
     * @throws CheckImpossibleException if something is missing that the check needs
     */
    Count count(SceneBench bench) throws IOException, InterruptedException;

    /**
     * Draws what was counted, for the documents.
     *
     * @param folder where the record goes
     */
    default void illustrate(Count count, Path folder) throws IOException {
        // most checks are told by their numbers alone
    }

    /**
     * The same check of some of its scenes only. What it counts then is no record.
     *
     * @throws IllegalArgumentException if the check has no such part
     */
    default AcceptanceCheck only(Selection part) {
        throw new IllegalArgumentException("has no scenes to choose from; make it whole");
    }
}
