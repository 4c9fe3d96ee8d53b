package io.bandwatch.alerts.push.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.plan.DailyHours;
import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.alerts.push.plan.Region;
import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelSettingsTest {
    private static final SecretSource SECRET = SecretSource.ofVariable("SECRET");

    @TempDir
    private Path folder;

    @Test
    void theKeyOfARobotIsNeverWrittenDown() {
        refuses(ChannelType.WECOM, Endpoint.of("https://qyapi.weixin.qq.com/send?key=1", null), "holds its key");
        assertThat(channel(ChannelType.WECOM, Endpoint.robot(SECRET, null)).toString())
                .doesNotContain("key=");
    }

    @Test
    void eachTypeNeedsItsOwn() {
        refuses(ChannelType.WEBHOOK, Endpoint.of("https://a.example/", null), "a webhook is signed");
        refuses(ChannelType.WEBHOOK, Endpoint.of("ftp://a.example/", SECRET), "https:// or http://");
        refuses(ChannelType.WEBHOOK, Endpoint.of("https://me:pass@a.example/", SECRET), "no user and no password");
        refuses(ChannelType.SMTP, Endpoint.of("smtp://a.example", null), "from and to");
        refuses(ChannelType.MQTT, Endpoint.of("mqtt://a.example", null), "topic");
        for (String topic : List.of("", "bandwatch/#", "bandwatch/+/x", "a\0b")) {
            Endpoint.Target target = new Endpoint.Target(null, List.of(), topic);
            refuses(
                    ChannelType.MQTT,
                    new Endpoint("mqtt://a.example", null, null, null, null, target),
                    "without + and #");
        }
        refuses(ChannelType.ALERTMANAGER, Endpoint.of("http://a.example", SECRET), "belong together");
        refuses(ChannelType.WECOM, Endpoint.robot(SECRET, SECRET), "neither user nor secret");
    }

    @Test
    void secretsComeFromTheEnvironmentOrAFileAndAreNeverPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");

        assertThat(SECRET.read(Map.of("SECRET", "s3cret")).reveal()).isEqualTo("s3cret");
        Secret secret = SecretSource.ofFile(file.toString()).read(Map.of());
        assertThat(secret.reveal()).isEqualTo("s3cret");
        assertThat(secret).hasToString("***");
        assertThat(secret.maskedIn("no s3cret here")).isEqualTo("no *** here");
        assertThatThrownBy(() -> SECRET.read(Map.of())).hasMessageContaining("SECRET is not set");
    }

    @Test
    void aBrokenSecretAddressIsNotToldEither() {
        assertThatThrownBy(() -> Endpoint.robot(SECRET, null)
                        .resolve(ChannelType.WECOM.schemes(), Map.of("SECRET", "not an address but a key")))
                .hasMessageContaining("the secret address is no address")
                .hasMessageNotContaining("but a key");
    }

    @Test
    void rulesAndFallbacksNameChannelsThatThereAre() {
        ChannelSettings hook = new ChannelSettings(
                "hook",
                ChannelType.WEBHOOK,
                Locale.ENGLISH,
                Endpoint.of("https://a.example/", SECRET),
                "mail",
                RetrySchedule.PUSHES);

        assertThatThrownBy(() -> settings(hook, PushRules.of()))
                .hasMessageContaining("its fallback mail is none of hook");
        ChannelSettings alone = channel(ChannelType.WEBHOOK, Endpoint.of("https://a.example/", SECRET));
        PushRules wrong = PushRules.of(PushRule.simple("all", PushRule.Match.ALL, List.of("hok")));
        assertThatThrownBy(() -> settings(alone, wrong)).hasMessageContaining("the channel hok, which is none of hook");
    }

    @Test
    void hoursMayCrossMidnight() {
        DailyHours night = DailyHours.parse("22:00-07:00");
        Instant tenAtNight = Instant.parse("2026-03-02T14:00:00Z");

        assertThat(night.contains(tenAtNight, PushSamples.ZONE)).isTrue();
        assertThat(night.contains(tenAtNight.minusSeconds(1), PushSamples.ZONE)).isFalse();
        assertThat(night.endAfter(tenAtNight, PushSamples.ZONE)).isEqualTo("2026-03-02T23:00:00Z");
        assertThatThrownBy(() -> DailyHours.parse("22-7")).hasMessageContaining("write it like");
    }

    @Test
    void aRegionHoldsWhatIsBelowIt() {
        assertThat(Region.parse("Shandong").contains(PushSamples.SOUTH)).isTrue();
        assertThat(Region.parse("Shandong/Jinan/Lixia").contains(PushSamples.NORTH))
                .isTrue();
        assertThat(Region.parse("Shandong/Jinan").contains(PushSamples.SOUTH)).isFalse();
        assertThatThrownBy(() -> Region.parse("a/b/c/d")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(ChannelType type, Endpoint endpoint, String why) {
        assertThatThrownBy(() -> channel(type, endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("channel hook: ")
                .hasMessageContaining(why);
    }

    private static ChannelSettings channel(ChannelType type, Endpoint endpoint) {
        return new ChannelSettings("hook", type, Locale.ENGLISH, endpoint, null, RetrySchedule.PUSHES);
    }

    private static PushSettings settings(ChannelSettings channel, PushRules rules) {
        return new PushSettings(List.of(channel), rules, PushSamples.PLACES, null, PushSettings.DEFAULT_OUTBOX_BYTES);
    }
}
