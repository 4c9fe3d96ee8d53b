package io.bandwatch.alerts.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.alerts.journal.Acknowledgements;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence on the page of a service that runs. */
class LiveConsoleTest {
    private static final String INCIDENT =
            """
            {"type":"incident","id":"%s","kind":"unlicensed-carrier","subject":{"feed":"roof","channel_hz":98400000},\
            "severity":"major","state":"open","opened":"2026-03-14T14:30:00Z","raised":"2026-03-14T14:30:02Z",\
            "presences":[],"measured":10.0,"threshold":-3.0,"unit":"dB","reasons":[]}
            """;

    private static final String STREAM =
            """
            {"type":"ts","interval":true,"feed":"mux","time":"2026-03-14T14:30:00Z","duration_s":5.0,"unheard_s":1.0,\
            "packets":125000,"continuity_errors":3,"bitrate_bps":38000000,"tr101290":{"pat_error_2":2,"cat_error":0}}
            {"type":"service","interval":true,"feed":"mux","time":"2026-03-14T14:30:00Z","duration_s":5.0,"service_id":7,\
            "name":"News <7>","scrambled":false,"components":[{"pid":100,"codec":"h264","role":"video"}],\
            "bitrate_bps":4000000,"verdict":"unlicensed","reasons":[]}
            {"type":"programme","interval":true,"feed":"mux","service_id":7,"time":"2026-03-14T14:30:00Z","duration_s":5.0,\
            "picture":{"width":1920,"height":1080,"picture_rate_hz":25.0,"pictures_missing":0,"black_share":0.25,"still_share":0.0},\
            "sound":[{"language":"zho","loudness_lufs":-24.1,"silence_share":0.0}],"decoder_restarts":0}
            """;

    private static final String TOKEN = "the-operator's-own";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Console console;

    @BeforeEach
    void serve() throws Exception {
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, INCIDENT.formatted("one") + INCIDENT.formatted("two") + INCIDENT.formatted("three"));
        Path bundle = Files.createDirectories(folder.resolve("evidence/one"));
        Files.write(bundle.resolve("spectrum.png"), new byte[] {1, 2, 3});
        Files.write(bundle.resolve("audio.wav"), new byte[] {4, 5});
        Files.writeString(bundle.resolve("notes.txt"), "of nobody else's business");
        EvidenceLedger ledger = new EvidenceLedger(folder.resolve("evidence"));
        ledger.note(new EvidenceLedger.Entry(
                "one", EvidenceLedger.State.KEPT, Instant.EPOCH, "", 5, List.of("one/audio.wav", "one/spectrum.png")));
        ledger.note(new EvidenceLedger.Entry(
                "two", EvidenceLedger.State.MISSING, Instant.EPOCH, "disk-full", 0, List.of()));
        console = console(journal, ledger);
    }

    private Console console(Path journal, EvidenceLedger ledger) throws Exception {
        LiveRecords records =
                new LiveRecords(new LiveBoard(journal), ledger, new Acknowledgements(folder.resolve("known.jsonl")));
        return LiveConsole.serve(
                new LiveContent(records, new Receiving(), null, List.of(), new OperatorToken(TOKEN)),
                Locale.ENGLISH,
                0);
    }

    @AfterEach
    void end() {
        console.close();
    }

    @Test
    void recordsSayWhatBecameOfTheEvidence() throws Exception {
        JsonNode one = read("/api/v1/incidents/one");
        assertThat(one.path("evidence_state").asText()).isEqualTo("kept");
        assertThat(one.path("evidence"))
                .extracting(JsonNode::asText)
                .containsExactly("one/audio.wav", "one/spectrum.png");
        JsonNode two = read("/api/v1/incidents/two");
        assertThat(two.path("evidence_missing").asText()).isEqualTo("disk-full");
        assertThat(two.has("evidence")).isFalse();
        assertThat(read("/api/v1/incidents/three").path("evidence_state").asText())
                .isEqualTo("pending");
    }

    @Test
    void servesWhatTheLedgerListsAndNothingElse() throws Exception {
        HttpResponse<byte[]> picture = get("/api/v1/incidents/one/evidence/spectrum.png");
        assertThat(picture.body()).containsExactly(1, 2, 3);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get("/api/v1/incidents/one/evidence/audio.wav").headers().firstValue("Content-Type"))
                .contains("audio/wav");
        assertThat(get("/api/v1/incidents/one/evidence/notes.txt").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/incidents/two/evidence/spectrum.png").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/incidents/one/evidence/..%2Fledger.jsonl").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(get("/api/v1/incidents/..%2Fone/evidence/notes.txt").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void thePageShowsPicturesPlaysSoundAndSaysWhatIsMissing() throws Exception {
        String page = text("/?lang=en");
        assertThat(page)
                .contains("src=\"/api/v1/incidents/one/evidence/spectrum.png\"")
                .contains("<audio controls preload=\"none\" src=\"/api/v1/incidents/one/evidence/audio.wav\">")
                .contains("No evidence: there was no room on the disk.")
                .contains("Evidence is being gathered.")
                .contains("img-src data: 'self'; media-src 'self'; script-src 'self'; connect-src 'self'")
                .contains("<script src=\"/page.js\" defer></script>");
        assertThat(text("/page.js")).contains("sessionStorage").doesNotContain("localStorage");
        assertThat(text("/incidents/two?lang=zh-CN")).contains("磁盘空间不足").doesNotContain("spectrum.png");
    }

    @Test
    void whatIsAwayAndMayComeBackIsNotSaidToBeThere() throws Exception {
        Files.writeString(
                folder.resolve("journal.jsonl"),
                INCIDENT.formatted("four")
                        .replace(
                                "\"presences\":[]",
                                "\"presences\":[{\"from\":\"2026-03-14T14:30:00Z\",\"to\":\"2026-03-14T14:31:00Z\"}]"),
                StandardOpenOption.APPEND);
        assertThat(text("/incidents/three?lang=en")).contains("still there");
        assertThat(text("/incidents/four?lang=en"))
                .contains("not since <span class=\"w\">2026-03-14T14:31:00")
                .doesNotContain("still there");
        assertThat(text("/incidents/four?lang=zh-CN")).contains("起未再出现");
    }

    @Test
    void thePageShowsEachServiceWithWhatIsSeenAndHeardOfIt() throws Exception {
        assertThat(text("/?lang=en")).contains("No receiver has reported yet.").doesNotContain("Transport streams");

        Files.writeString(folder.resolve("journal.jsonl"), STREAM, StandardOpenOption.APPEND);
        String page = text("/?lang=en");
        assertThat(page)
                .contains("News &lt;7&gt;", "badge v-unlicensed", "1920x1080 25", "-24.1", "38.00", "pat_error_2 2")
                .doesNotContain("cat_error", "No receiver has reported yet.", "No carrier was found.");
        assertThat(read("/api/v1/services").get(0).path("name").asText()).isEqualTo("News <7>");
        assertThat(read("/api/v1/streams").get(0).path("unheard_s").asDouble()).isEqualTo(1.0);
        assertThat(read("/api/v1/programmes").get(0).path("service_id").asInt()).isEqualTo(7);
        assertThat(text("/?lang=zh-CN")).contains("业务", "传送流");
    }

    @Test
    void aCarrierCanBeHeardAndSeenWhereSamplesAreKept() throws Exception {
        String roof = "/api/v1/feeds/roof/carriers/";
        assertThat(get(roof + "98400000/sound.wav").body())
                .as("of the last half minute")
                .containsExactly(30);
        assertThat(get(roof + "98400000/sound.wav?seconds=5").body()).containsExactly(5);
        assertThat(get(roof + "98400000/sound.wav?seconds=61").statusCode()).isEqualTo(400);
        assertThat(get(roof + "88000000/sound.wav").statusCode()).isEqualTo(404);
        assertThat(get(roof + "98.4/sound.wav").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/feeds/nobodys/carriers/98400000/sound.wav").statusCode())
                .isEqualTo(404);
        assertThat(get(roof + "98400000/spectrum.png").body()).containsExactly(1, 1);
        assertThat(get(roof + "98400000/waterfall.png").body())
                .as("made together with the spectrum, not a second time")
                .containsExactly(2, 1);
        assertThat(get(roof + "98400000/waterfall.png").headers().firstValue("Content-Type"))
                .contains("image/png");
    }

    @Test
    void aFewMayListenToWhatIsOnAirNowUntilTheyGo() throws Exception {
        String live = "/api/v1/feeds/roof/carriers/98400000/live.wav";
        List<InputStream> listening = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(console.url() + live)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
            assertThat(answer.body().readNBytes(3)).containsExactly(9, 9, 9);
            listening.add(answer.body());
        }
        assertThat(get(live).statusCode()).isEqualTo(503);
        assertThat(get("/healthz").statusCode()).isEqualTo(200);

        for (InputStream one : listening) {
            one.close();
        }
        int status = 503;
        for (int tries = 0; status == 503 && tries < 600; tries++) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(console.url() + live)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            status = answer.statusCode();
            answer.body().close();
            Thread.sleep(50);
        }
        assertThat(status).as("who has gone makes room").isEqualTo(200);
    }

    @Test
    void anIncidentIsAcknowledgedOnceAndForGood() throws Exception {
        assertThat(text("/?lang=en")).contains("data-acknowledge=\"three\"", "<dialog id=\"acknowledge\">");
        assertThat(acknowledge("nobodys", "{}").statusCode()).isEqualTo(404);
        assertThat(acknowledge("three", "[]").statusCode()).isEqualTo(400);
        assertThat(acknowledge("three", "{\"whom\": \"Li\"}").body()).contains("note, who");
        assertThat(acknowledge("three", "{\"note\": \"" + "x".repeat(1001) + "\"}")
                        .statusCode())
                .isEqualTo(400);

        String said = "{\"who\": \"Li <b>\", \"note\": \"van is on its way\"}";
        HttpResponse<String> first = acknowledge("three", said);
        assertThat(first.statusCode()).isEqualTo(200);
        JsonNode known = new ObjectMapper().readTree(first.body()).path("acknowledged");
        assertThat(known.path("who").asText()).isEqualTo("Li <b>");
        assertThat(Instant.parse(known.path("time").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(acknowledge("three", said).statusCode())
                .as("said again, since the answer was lost")
                .isEqualTo(200);
        assertThat(acknowledge("three", "{\"who\": \"Wang\"}"))
                .satisfies(other -> assertThat(other.statusCode()).isEqualTo(409))
                .satisfies(other -> assertThat(other.body()).contains("Li <b>"));

        console.close();
        console = console(folder.resolve("journal.jsonl"), new EvidenceLedger(folder.resolve("evidence")));
        assertThat(read("/api/v1/incidents/three").path("acknowledged")).isEqualTo(known);
        assertThat(text("/?lang=en"))
                .contains("Li &lt;b&gt;, " + known.path("time").asText() + ": van is on its way")
                .doesNotContain("data-acknowledge=\"three\"", "Li <b>");
    }

    private HttpResponse<String> acknowledge(String incident, String said) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(console.url() + "/api/v1/incidents/" + incident + "/acknowledge"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(said))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A feed that can be heard at one frequency. */
    private static final class Receiving implements RecentCarriers {
        private byte made;

        @Override
        public boolean keeps(String feed) {
            return feed.equals("roof");
        }

        @Override
        public Optional<byte[]> wav(String feed, double frequencyHz, Duration length) {
            return frequencyHz == 98.4e6 ? Optional.of(new byte[] {(byte) length.toSeconds()}) : Optional.empty();
        }

        @Override
        public Optional<LiveSound> live(String feed, double frequencyHz) {
            AtomicInteger asked = new AtomicInteger();
            return Optional.of(() -> asked.getAndIncrement() % 2 == 0 ? new byte[] {9, 9, 9, 9} : new byte[0]);
        }

        @Override
        public Optional<Pictures> pictures(String feed, long channelHz) {
            made++;
            return Optional.of(new Pictures(new byte[] {1, made}, new byte[] {2, made}));
        }
    }

    private JsonNode read(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
