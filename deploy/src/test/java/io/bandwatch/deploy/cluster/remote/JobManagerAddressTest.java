package io.bandwatch.deploy.cluster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobManagerAddressTest {
    @Test
    void hostsHaveNamesAndAddressesOfBothKinds() {
        assertThat(JobManagerAddress.parse("flink.example.org:8081"))
                .isEqualTo(new JobManagerAddress("flink.example.org", 8081));
        assertThat(JobManagerAddress.parse("127.0.0.1:8081").isLoopback()).isTrue();
        assertThat(JobManagerAddress.parse("[::1]:8081")).isEqualTo(new JobManagerAddress("::1", 8081));
        assertThat(JobManagerAddress.parse("[::1]:8081").isLoopback()).isTrue();
        assertThat(JobManagerAddress.parse("192.0.2.1:8081").isLoopback()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flink", "flink:", ":8081", "flink:0", "flink:65536", "flink:eighty", "http://flink:8081"})
    void whatIsNoneSaysHowItIsWritten(String text) {
        assertThatThrownBy(() -> JobManagerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("such as 127.0.0.1:8081");
    }
}
