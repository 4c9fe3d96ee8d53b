package io.bandwatch.deploy.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.ts.services.ServiceEntry;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedProgrammesTest {
    private static final String REGISTER =
            """
            id,name,frequency_mhz,class,programme
            HILL,Hill FM,98.1,broadcast,news
            DALE,Dale FM,98.4,broadcast,pop
            """;

    @Test
    void aProgrammeComesFromItsReferenceWhereverItIsOnAirAndOnlyThere() {
        LicenceRegister register =
                Objects.requireNonNull(LicenceRegister.read(REGISTER.getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC)
                        .value());
        List<ServiceEntry> services = List.of(
                new ServiceEntry(2, null, null, 7, "Seven", "news", null, Set.of()),
                new ServiceEntry(3, null, null, 8, "Eight", "pop", null, Set.of()));
        SharedProgrammes shared = new SharedProgrammes(register, services, Map.of("studio", "news"));

        Subject carrier = Subject.carrier("roof", 98_100_000, 0);
        assertThat(shared.comesFrom("studio", Subject.service("mux", 7), "7")).isTrue();
        assertThat(shared.comesFrom("studio", carrier, "HILL")).isTrue();
        assertThat(shared.comesFrom("studio", Subject.service("mux", 8), "8")).isFalse();
        assertThat(shared.comesFrom("studio", carrier, "DALE")).isFalse();
        assertThat(shared.comesFrom("studio", carrier, "")).isFalse();
        assertThat(shared.comesFrom("studio", Subject.service("studio", 7), "7"))
                .as("the reference itself")
                .isFalse();
        assertThat(shared.comesFrom("mux", Subject.service("roof", 7), "7")).isFalse();
    }
}
