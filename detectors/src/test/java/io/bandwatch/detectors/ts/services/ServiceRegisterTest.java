package io.bandwatch.detectors.ts.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.licences.csv.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRegisterTest {
    static final String HEADER = "original_network_id,transport_stream_id,service_id,name,programme,site\n";

    static Reading<ServiceRegister> read(String csv) {
        return ServiceRegister.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    static ServiceRegister valid(String rows) {
        Reading<ServiceRegister> reading = read(HEADER + rows);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.value());
    }

    @Test
    void readsEveryColumnAndLeavesWhatIsEmptyToAny() {
        ServiceRegister register = valid("0x2001,769,1001,\"中央一套, 高清\",cctv1,长沙\n,,,Hotel Info,,\n");

        assertThat(register.entries())
                .containsExactly(
                        new ServiceEntry(2, 0x2001, 769, 1001, "中央一套, 高清", "cctv1", "长沙", Set.of()),
                        new ServiceEntry(3, null, null, null, "Hotel Info", null, null, Set.of()));
        assertThat(register.version()).matches("[0-9a-f]{12}");
    }

    @Test
    void aLeadingZeroIsNoOctalNumber() {
        assertThat(valid(",,0100,One,,\n").entries().get(0).serviceId()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ",,x,One,,|line 2: service_id 'x' is no identifier such as 1001 or 0x3E9",
                ",,0,One,,|line 2: service_id 0 is not within 1 to 65535",
                ",70000,1,One,,|line 2: transport_stream_id 70000 is not within 0 to 65535",
                ",,,,cctv1,长沙|line 2: the row names no service, network or stream, and would allow every service",
            })
    void namesWhatIsWrongWithItsLine(String row, String problem) {
        Reading<ServiceRegister> reading = read(HEADER + row + "\n");

        assertThat(reading.value()).isNull();
        assertThat(reading.problems()).extracting(Object::toString).containsExactly(problem);
    }

    @Test
    void namesEveryProblemAndLoadsNothing() {
        Reading<ServiceRegister> reading = read(HEADER + "1,1,1,One,,\n1,1,1,Other,,\n1,1,-2,Three,,\n1,1,4,Four,,\n");

        assertThat(reading.value()).isNull();
        assertThat(reading.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "line 3: the service stands already in line 2",
                        "line 4: service_id '-2' is no identifier such as 1001 or 0x3E9");
    }

    @Test
    void profilesAreThoseOfTheSite() {
        ServiceRegister register = Objects.requireNonNull(
                read("service_id,name,site,profile\n1,One,,radio classical\n2,Two,A,mono\n2,Two,B,\n3,Three,,\n")
                        .value());
        assertThat(register.profiles("A"))
                .isEqualTo(Map.of(1, Set.of(ServiceTrait.RADIO, ServiceTrait.CLASSICAL), 2, Set.of(ServiceTrait.MONO)));
        assertThat(register.profiles("B")).containsOnlyKeys(1);
    }

    @Test
    void namesWhatIsWrongWithAProfileWithItsLine() {
        Reading<ServiceRegister> reading = read(
                """
                transport_stream_id,service_id,name,profile
                ,1,One,loud
                ,2,Two,mono stereo
                ,,Three,radio
                7,4,Four,radio
                8,4,Four,mono
                """);
        assertThat(reading.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "line 2: profile 'loud' is none of radio, classical, mono, stereo",
                        "line 3: the profile says both mono and stereo",
                        "line 4: a profile needs a service_id, by which decoded services are known",
                        "line 6: service_id 4 has another profile in line 5");
    }

    @Test
    void theSameServiceMayStandAtTwoSites() {
        assertThat(valid("1,1,1,One,,A\n1,1,1,One,,B\n").entries()).hasSize(2);
    }

    @Test
    void anUnknownColumnIsAProblem() {
        assertThat(read("service_id,name,colour\n1,One,red\n").problems())
                .extracting(Object::toString)
                .anyMatch(text -> text.startsWith("line 1: unknown column 'colour'"));
    }
}
