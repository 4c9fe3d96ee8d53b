package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.UnusableInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteadyFingerprintTest {
    private final List<String> told = new ArrayList<>();
    private @Nullable String print = "one";

    private final SteadyFingerprint seen = new SteadyFingerprint(
            () -> {
                if (print == null) {
                    throw new UnusableInputException(List.of("licences.csv: is not there; give it back"));
                }
                return print;
            },
            told::add);

    @Test
    void aFileThatIsReplacedIsNothingToTell() {
        assertThat(seen.look()).contains("one");
        print = null;
        assertThat(seen.look()).isEmpty();
        assertThat(seen.look()).isEmpty();
        print = "two";
        assertThat(seen.look()).contains("two");
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndThatItIsBack() {
        print = null;
        for (int look = 0; look < 10; look++) {
            assertThat(seen.look()).isEmpty();
        }
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("licences.csv");
        assertThat(told.get(1)).contains("still in use");

        print = "one";
        assertThat(seen.look()).contains("one");
        assertThat(told).hasSize(3).last().asString().contains("again");
    }
}
