package io.bandwatch.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.evidence.Thumbnail;
import io.bandwatch.alerts.report.ResultFiles;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.alerts.report.page.EvidencePictures;
import io.bandwatch.detectors.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private static final String FEED = "hill <b>\u5c71/2</b>";
    private static final String FEED_IN_ADDRESS = "hill%20%3Cb%3E%E5%B1%B1%2F2%3C%2Fb%3E";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Analyses analyses = new Analyses();
    private Optional<String> storeProblem = Optional.empty();
    private Console console;

    @BeforeEach
    void serve() throws Exception {
        analyses.add(analysis());
        console = Console.serve(
                analyses, List.of(new Readiness("store", () -> storeProblem)), Locale.SIMPLIFIED_CHINESE, 0);
    }

    @AfterEach
    void end() {
        console.close();
    }

    private Path resultFile() {
        return folder.resolve("result.jsonl");
    }

    private Analysis analysis() throws IOException {
        Path result = ResultFiles.write(
                resultFile(),
                new SummarySeed(1, Map.of(), null, null, null),
                List.of(
                        ResultRecord.of(Samples.carrier(FEED, 98_100_000L, Verdict.UNLICENSED)),
                        ResultRecord.of(Samples.carrier("other", 98_100_000L, Verdict.UNDETERMINED)),
                        ResultRecord.of(Samples.incident(FEED, 98_100_000L, IncidentPhase.ACTIVE))));
        List<String> lines = new ArrayList<>(Files.readAllLines(result));
        lines.replaceAll(line -> line.contains("\"type\":\"incident\"")
                ? line.substring(0, line.length() - 1) + ",\"evidence\":[\"one/strip.png\"]}"
                : line);
        Files.write(result, lines);
        Path evidence = Files.createDirectories(folder.resolve("evidence/one"));
        Files.write(evidence.resolve("strip.png"), new byte[] {1, 2, 3});
        Files.writeString(evidence.resolve("notes.txt"), "of nobody else's business");
        Path spectra = ResultFiles.writeSpectra(folder.resolve("spectra.jsonl"), List.of(Samples.spectrum(FEED)));
        List<ServiceTile> tiles = List.of(
                new ServiceTile(
                        FEED,
                        257,
                        Instant.parse("2026-03-14T14:30:00Z"),
                        new Thumbnail(2, 1, new byte[] {(byte) 200, 0, 0, 0, 0, (byte) 200}),
                        List.of(
                                new ServiceTile.Level("zho", -23.5),
                                new ServiceTile.Level("", Double.NEGATIVE_INFINITY))),
                new ServiceTile("radio", 1, Instant.parse("2026-03-14T14:30:00Z"), null, List.of()));
        return Analysis.read("night", result, spectra, new EvidencePictures(folder.resolve("evidence"), tiles));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode read(String path) throws Exception {
        return json.readTree(get(path).body());
    }

    @Test
    void recordsAreThoseOfTheResultFile() throws Exception {
        List<JsonNode> written = new ArrayList<>();
        for (String line : Files.readAllLines(resultFile())) {
            JsonNode record = json.readTree(line);
            if (record.path("type").asText().equals("carrier")) {
                written.add(record);
            }
        }

        assertThat(written).hasSize(2);
        assertThat(read("/api/v1/carriers")).containsExactlyElementsOf(written);
        assertThat(read("/api/v1/carriers?verdict=unlicensed")).containsExactly(written.get(0));
        assertThat(read("/api/v1/carriers?feed=nobody")).isEmpty();
    }

    @Test
    void findsIncidentsByWhatTheirSubjectSays() throws Exception {
        JsonNode found = read("/api/v1/incidents?channel_hz=98100000&state=open&feed=" + FEED_IN_ADDRESS);

        assertThat(found).hasSize(1);
        String id = found.get(0).path("id").asText();
        assertThat(read("/api/v1/incidents/" + id)).isEqualTo(found.get(0));
        assertThat(get("/api/v1/incidents/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aParameterThatIsNotKnownIsRefusedByName() throws Exception {
        HttpResponse<byte[]> answer = get("/api/v1/carriers?verdikt=unlicensed");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("error").asText())
                .isEqualTo("unknown parameter 'verdikt'; there are channel_hz, feed, verdict");
    }

    @Test
    void theMosaicHasThePictureAndTheLevelsOfEachService() throws Exception {
        JsonNode mosaic = read("/api/v1/mosaic");

        assertThat(mosaic).hasSize(2);
        assertThat(mosaic.get(0).path("sound").get(0).path("loudness_lufs").asDouble())
                .isEqualTo(-23.5);
        assertThat(mosaic.get(0).path("sound").get(1).has("loudness_lufs")).isFalse();
        assertThat(mosaic.get(1).has("picture")).isFalse();
        HttpResponse<byte[]> picture = get(mosaic.get(0).path("picture").asText());
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getRGB(0, 0) & 0xFFFFFF)
                .isEqualTo(0xC80000);
        assertThat(get("/api/v1/mosaic/radio/1").statusCode()).isEqualTo(404);
    }

    @Test
    void evidenceIsOnlyWhatTheIncidentLists() throws Exception {
        String files = "/api/v1/incidents/"
                + read("/api/v1/incidents").get(0).path("id").asText() + "/evidence/";

        assertThat(get(files + "strip.png").body()).containsExactly(1, 2, 3);
        assertThat(get(files + "notes.txt").statusCode()).isEqualTo(404);
        assertThat(get(files + "..%2F..%2Fresult.jsonl").statusCode()).isBetween(400, 404);
        assertThat(get("/api/v1/incidents/other/evidence/strip.png").statusCode())
                .isEqualTo(404);
    }

    @Test
    void pagesSpeakTheLanguageOfTheirReader() throws Exception {
        String otherwise = text("/");
        String preferred = text("/", "Accept-Language", "fr;q=0.9, en-GB;q=0.8");
        String named = text("/?lang=en", "Accept-Language", "zh");

        assertThat(otherwise).contains("<html lang=\"zh-CN\">", "\u63a7\u5236\u53f0");
        assertThat(preferred).contains("<html lang=\"en\">").isEqualTo(named);
        assertThat(named)
                .contains("reports/night?lang=en", "data:image/png", "-23.5 LUFS")
                .doesNotContain("<b>", "<script");
        assertThat(text("/reports/night?lang=en")).contains("Spectrum of", "<svg");
        assertThat(get("/reports/day").statusCode()).isEqualTo(404);
    }

    private String text(String path, String... headers) throws Exception {
        return new String(get(path, headers).body(), StandardCharsets.UTF_8);
    }

    @Test
    void isReadyOnlyWhileEverythingWorks() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(200);

        storeProblem = Optional.of("does not answer");

        HttpResponse<byte[]> answer = get("/readyz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json.readTree(answer.body())
                        .path("checks")
                        .get(0)
                        .path("problem")
                        .asText())
                .isEqualTo("does not answer");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    /** A page that was loaded from {@code attacker.example}, whose name now leads to this machine. */
    @Test
    void answersNobodyWhoCallsItByAnotherName() throws Exception {
        assertThat(statusFor("attacker.example")).contains(" 421 ");
        assertThat(statusFor("127.0.0.1.attacker.example")).contains(" 421 ");
        assertThat(statusFor("localhost")).contains(" 200 ");
    }

    private String statusFor(String host) throws IOException {
        URI address = URI.create(console.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET /api/v1/carriers HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        int port = URI.create(console.url()).getPort();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();

        assertThat(others).allSatisfy(address -> assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 500);
                    }
                })
                .isInstanceOf(IOException.class));
        assertThat(console.url()).startsWith("http://127.0.0.1:");
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int port = URI.create(console.url()).getPort();

        assertThatThrownBy(() -> Console.serve(analyses, List.of(), Locale.ENGLISH, port))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("port " + port);
    }

    @Test
    void everyAddressOfTheDescriptionAnswers() throws Exception {
        List<String> described = new ArrayList<>();
        read("/api/v1/openapi.json").path("paths").fieldNames().forEachRemaining(described::add);

        assertThat(described).hasSize(12);
        for (String path : described) {
            assertThat(text(path.replaceAll("[{}]", ""))).doesNotContain("nothing here");
        }
        assertThat(text("/api/v1/carrier")).contains("nothing here; see /");
    }
}
