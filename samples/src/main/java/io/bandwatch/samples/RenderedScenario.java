package io.bandwatch.samples;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario became.
 *
 * @param recordings files to replay; of a SigMF pair the metadata
 * @param truth what is in them
 * @param licences register of the stations that have a row
 * @param maintenance plan of maintenance; absent if the scenario has no windows
 */
public record RenderedScenario(List<Path> recordings, Path truth, Path licences, @Nullable Path maintenance) {
    public RenderedScenario {
        recordings = List.copyOf(recordings);
    }
}
