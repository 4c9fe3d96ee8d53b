package io.bandwatch.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.UnusableInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second demo, or replay, beside one that runs. */
class StoreChoiceIT {
    @Test
    void theSecondIsToldWhatToDoAndTheFirstKeepsItsStore(@TempDir Path folder) throws Exception {
        assumeTrue(EmbeddedInflux.available().isPresent(), "no influxd; run ./bandwatch test, which fetches it");
        try (EmbeddedInflux first = StoreChoice.startEmbedded(folder)) {
            assertThatThrownBy(() -> StoreChoice.startEmbedded(folder))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContainingAll("another bandwatch that runs", "end that one first", "--store");
            assertThat(first.answers()).isTrue();
        }
    }
}
