package io.bandwatch.alerts.push.channel;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.ScriptedServer;
import io.bandwatch.alerts.push.ScriptedServer.Answer;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.detectors.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each channel that speaks HTTP, against a server that answers by a script. */
@Timeout(60)
class HttpChannelsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "693a91f6-7f93-4d28-8d9c-3a1c0de2ba10";
    private static final String TAKEN = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    @Test
    void webhookIsSignedAsStandardWebhooksHasIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Answer.of(204, ""))) {
            Channel channel = webhook(server, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            Push push = PushSamples.push("hook", "n1");

            assertThat(channel.send(push, NOON)).isEqualTo(Outcome.DELIVERED);

            ScriptedServer.Request request = server.requests().get(0);
            assertThat(request.headers()).containsEntry("webhook-id", push.key());
            assertThat(request.headers()).containsEntry("webhook-timestamp", "1772424000");
            assertThat(request.headers()).containsEntry("content-type", "application/json; charset=utf-8");
            byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            byte[] signed = (push.key() + ".1772424000." + request.body()).getBytes(StandardCharsets.UTF_8);
            assertThat(request.headers())
                    .containsEntry(
                            "webhook-signature", "v1," + Base64.getEncoder().encodeToString(Hmac.sha256(key, signed)));
        }
    }

    @Test
    void signatureIsThatOfTheStandardsExample() {
        // github.com/standard-webhooks/standard-webhooks, example of the reference libraries
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        String signed = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";

        assertThat(Base64.getEncoder().encodeToString(Hmac.sha256(key, signed.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void webhookCarriesTheRecordOfTheResultFileAndTheSameBytesEachTime() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, "fine"), Answer.of(503, ""))) {
            Channel channel = webhook(server, "a secret");
            Push push = PushSamples.push("hook", "n1");

            assertThat(channel.send(push, NOON).kind()).isEqualTo(Outcome.Kind.RETRY);
            assertThat(channel.send(push, NOON.plusSeconds(2))).isEqualTo(Outcome.DELIVERED);

            assertThat(server.requests().get(1).bytes())
                    .isEqualTo(server.requests().get(0).bytes());
            JsonNode json = JSON.readTree(server.requests().get(0).body());
            assertThat(json.path("key").asText()).isEqualTo(push.key());
            JsonNode item = json.path("incidents").get(0);
            assertThat(item.path("incident").path("kind").asText()).isEqualTo("unlicensed-carrier");
            assertThat(item.path("incident").path("opened").asText()).isEqualTo("2026-03-02T04:00:00Z");
            assertThat(item.path("place").path("site").asText()).isEqualTo("North Hill");
            // -31.26 + 107 - 20 + 1.5 + 12.5
            assertThat(item.path("carrier").path("field_strength_dbuv_per_m").asDouble())
                    .isEqualTo(69.7);
            assertThat(item.path("link").asText()).startsWith("https://console.example/incidents/unlicensed-carrier-");
        }
    }

    @Test
    void robotOfWeComGetsMarkdownThatFits() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, TAKEN))) {
            Channel channel = robot(ChannelType.WECOM, server.url("/cgi-bin/webhook/send?key=" + KEY), null);

            assertThat(channel.send(many(200), NOON)).isEqualTo(Outcome.DELIVERED);

            ScriptedServer.Request request = server.requests().get(0);
            assertThat(request.uri().toString()).isEqualTo("/cgi-bin/webhook/send?key=" + KEY);
            JsonNode json = JSON.readTree(request.body());
            assertThat(json.path("msgtype").asText()).isEqualTo("markdown");
            String content = json.path("markdown").path("content").asText();
            assertThat(content.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
            assertThat(content).contains("未经许可的载波", "另有");
        }
    }

    @Test
    void robotOfDingTalkIsSignedInItsAddress() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, TAKEN))) {
            Channel channel =
                    robot(ChannelType.DINGTALK, server.url("/robot/send?access_token=" + KEY), "SECthis is secret");

            assertThat(channel.send(PushSamples.push("group", "n1"), NOON)).isEqualTo(Outcome.DELIVERED);

            ScriptedServer.Request request = server.requests().get(0);
            // worked out with the example in Python of the documentation
            assertThat(request.uri().getRawQuery())
                    .isEqualTo("access_token=" + KEY
                            + "&timestamp=1772424000000&sign=m8bXznB3JF25GdROs8FshoJV6u1kDfCyUBTkVoDARog%3D");
            JsonNode json = JSON.readTree(request.body());
            assertThat(json.path("msgtype").asText()).isEqualTo("markdown");
            assertThat(json.path("markdown").path("title").asText()).contains("98.1 MHz");
            assertThat(json.path("markdown").path("text").asText()).contains("](https://console.example/incidents/");
        }
    }

    @Test
    void robotOfFeishuIsSignedInItsMessage() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(Answer.of(200, "{\"code\":0,\"msg\":\"success\",\"data\":{}}"))) {
            Channel channel = robot(ChannelType.FEISHU, server.url("/open-apis/bot/v2/hook/" + KEY), "feishu secret");

            assertThat(channel.send(PushSamples.push("group", "n1"), NOON)).isEqualTo(Outcome.DELIVERED);

            JsonNode json = JSON.readTree(server.requests().get(0).body());
            assertThat(json.path("timestamp").asText()).isEqualTo("1772424000");
            // HMAC-SHA256 of nothing, keyed with timestamp, line feed and secret, by Python
            assertThat(json.path("sign").asText()).isEqualTo("WJzMe48WnEX5b3JYgye0KXBIn97DXswbktm2y9S4OxA=");
            assertThat(json.path("msg_type").asText()).isEqualTo("interactive");
            assertThat(json.at("/card/header/title/content").asText()).contains("98.1 MHz");
            assertThat(json.at("/card/elements/0/tag").asText()).isEqualTo("markdown");
            assertThat(json.at("/card/elements/0/content").asText()).contains("置信度：91 %");
        }
    }

    @Test
    void naiveLookAtTheStatusTakesARefusalForADelivery() throws Exception {
        String refusal = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, refusal))) {
            Channel naive = webhook(server, "a secret");
            Channel robot = robot(ChannelType.DINGTALK, server.url("/robot/send?access_token=" + KEY), "wrong");

            assertThat(naive.send(PushSamples.push("hook", "n1"), NOON)).isEqualTo(Outcome.DELIVERED);
            assertThat(robot.send(PushSamples.push("group", "n1"), NOON).kind()).isEqualTo(Outcome.Kind.RETRY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "WECOM; 45009; RETRY; 60",
                "WECOM; -1; RETRY; 0",
                "WECOM; 93000; RETRY; 0",
                "WECOM; 40058; REFUSED; 0",
                "DINGTALK; 130101; RETRY; 600",
                "DINGTALK; 310000; RETRY; 0",
                "DINGTALK; 400105; REFUSED; 0",
                "FEISHU; 11232; RETRY; 60",
                "FEISHU; 19021; RETRY; 0",
                "FEISHU; 9499; REFUSED; 0"
            })
    void errorsOfRobotsAreFailuresOfTheirKind(ChannelType type, int code, Outcome.Kind kind, long pauseS)
            throws Exception {
        String name = type == ChannelType.FEISHU ? "code" : "errcode";
        String answer = "{\"" + name + "\":" + code + ",\"errmsg\":\"no\",\"msg\":\"no\"}";
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, answer))) {
            Outcome outcome = robot(type, server.url("/hook/" + KEY), null).send(PushSamples.push("group", "n1"), NOON);

            assertThat(outcome.kind()).isEqualTo(kind);
            assertThat(outcome.pause()).isEqualTo(Duration.ofSeconds(pauseS));
            assertThat(outcome.why()).isEqualTo(name + " " + code + ": no");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, RETRY, 0", "429, RETRY, 7", "404, RETRY, 0", "401, RETRY, 0", "400, REFUSED, 0", "413, REFUSED, 0"
    })
    void statusesAreFailuresOfTheirKind(int status, Outcome.Kind kind, long pauseS) throws Exception {
        Answer answer = new Answer(status, "no", status == 429 ? Map.of("Retry-After", "7") : Map.of());
        try (ScriptedServer server = new ScriptedServer(answer)) {
            Outcome outcome = webhook(server, "a secret").send(PushSamples.push("hook", "n1"), NOON);

            assertThat(outcome.kind()).isEqualTo(kind);
            assertThat(outcome.pause()).isEqualTo(Duration.ofSeconds(pauseS));
        }
    }

    @Test
    void whatIsSaidOfAFailureHoldsNoKey() throws Exception {
        String echo = "{\"errcode\":1,\"errmsg\":\"no robot at /send?key=" + KEY + "\"}";
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, echo), Answer.of(0, ""))) {
            Channel channel = robot(ChannelType.WECOM, server.url("/cgi-bin/webhook/send?key=" + KEY), null);

            Outcome hungUp = channel.send(PushSamples.push("group", "n1"), NOON);
            Outcome echoed = channel.send(PushSamples.push("group", "n1"), NOON);

            assertThat(hungUp.kind()).isEqualTo(Outcome.Kind.RETRY);
            assertThat(hungUp.why()).startsWith("127.0.0.1: ").doesNotContain(KEY);
            assertThat(echoed.why()).isEqualTo("errcode 1: no robot at /send?key=***");
        }
    }

    private static Push many(int count) {
        List<PushItem> items = IntStream.range(0, count)
                .mapToObj(i -> new PushItem(
                        PushSamples.carrier("s1", 88_000_000 + i * 100_000L, Severity.MAJOR, NOON),
                        Occasion.OPENED,
                        null,
                        0,
                        0))
                .toList();
        return new Push("many", "group", PushForm.STORM, NOON, items, List.of(), null);
    }

    private static Channel webhook(ScriptedServer server, String secret) {
        return channel(
                new ChannelSettings(
                        "hook",
                        ChannelType.WEBHOOK,
                        Locale.ENGLISH,
                        Endpoint.of(server.url("/push"), SecretSource.ofVariable("SECRET")),
                        null,
                        RetrySchedule.PUSHES),
                Map.of("SECRET", secret));
    }

    private static Channel robot(ChannelType type, String address, @Nullable String secret) {
        SecretSource source = secret == null ? null : SecretSource.ofVariable("SECRET");
        return channel(
                new ChannelSettings(
                        "group",
                        type,
                        Locale.SIMPLIFIED_CHINESE,
                        Endpoint.robot(SecretSource.ofVariable("ADDRESS"), source),
                        null,
                        RetrySchedule.PUSHES),
                secret == null ? Map.of("ADDRESS", address) : Map.of("ADDRESS", address, "SECRET", secret));
    }

    static Channel channel(ChannelSettings settings, Map<String, String> environment) {
        PushSettings all = new PushSettings(
                List.of(settings),
                PushRules.of(),
                PushSamples.PLACES,
                "https://console.example",
                PushSettings.DEFAULT_OUTBOX_BYTES);
        return new Channels(all, environment).open(settings);
    }
}
