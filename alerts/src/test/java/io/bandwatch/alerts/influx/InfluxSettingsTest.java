package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://me:secret@db:8086", "http://db:8086/?u=me&p=secret", "http://db:8086/#secret"})
    void aUrlWithCredentialsIsRefusedWithoutRepeatingThem(String url) {
        assertThatThrownBy(() -> InfluxSettings.of(url, "bandwatch", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BANDWATCH_INFLUX_PASSWORD")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db:8086", "ftp://db", "http://", "http://a b", ""})
    void whatIsNoUrlIsRefused(String url) {
        assertThatThrownBy(() -> InfluxSettings.of(url, "bandwatch", false))
                .hasMessageContaining("http://127.0.0.1:8086");
    }

    @Test
    void credentialsComeFromTheEnvironmentAndAreNeverPrinted() {
        InfluxCredentials password =
                InfluxCredentials.from(Map.of("BANDWATCH_INFLUX_USER", "me", "BANDWATCH_INFLUX_PASSWORD", "secret"));

        assertThat(password.user()).isEqualTo("me");
        assertThat(password).hasToString("user me");
        assertThat(InfluxCredentials.from(Map.of("BANDWATCH_INFLUX_TOKEN", "secret")))
                .hasToString("a token");
        assertThat(InfluxCredentials.from(Map.of())).hasToString("nobody");
        assertThatThrownBy(() -> InfluxCredentials.from(Map.of("BANDWATCH_INFLUX_USER", "me")))
                .hasMessageContaining("BANDWATCH_INFLUX_PASSWORD");
    }

    @Test
    void anEmptyTokenIsNone() {
        // else it would be sent, and every point refused for it
        assertThatThrownBy(() -> InfluxCredentials.from(Map.of("BANDWATCH_INFLUX_TOKEN", " ")))
                .hasMessageContaining("BANDWATCH_INFLUX_TOKEN is set and empty");
    }
}
