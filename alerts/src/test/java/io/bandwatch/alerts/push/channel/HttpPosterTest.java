package io.bandwatch.alerts.push.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that no server should give. */
@Timeout(60)
class HttpPosterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The limit that the client of JDK 17 has itself is over with the headers: it would wait here for ever. */
    @Test
    void anAnswerWhoseBodyNeverComesIsNone() throws Exception {
        Outcome outcome = answered("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", 0);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
        assertThat(outcome.why()).contains("no answer within 1 s");
    }

    @Test
    void anAnswerThatNeverBeginsIsNone() throws Exception {
        assertThat(answered("", 0).why()).contains("no answer within 1 s");
    }

    @Test
    void ofAnAnswerWithoutEndTheBeginIsJudged() throws Exception {
        Outcome outcome = answered("HTTP/1.1 500 No\r\nContent-Type: text/plain\r\n\r\nbroken ", 100_000_000);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
        assertThat(outcome.why()).startsWith("HTTP 500: broken xxx").hasSizeLessThan(300);
    }

    /** What is made of some words, so many bytes more, and then nothing. */
    private static Outcome answered(String begin, int more) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server, begin, more));
            answering.setDaemon(true);
            answering.start();
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            return new HttpPoster(SSLContext.getDefault(), PATIENCE)
                    .post(address, Map.of(), new byte[] {'{', '}'}, body -> Outcome.DELIVERED);
        }
    }

    private static void answer(ServerSocket server, String begin, int more) {
        try (Socket asked = server.accept()) {
            OutputStream out = asked.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] some = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < more; sent += some.length) {
                out.write(some);
            }
            TimeUnit.SECONDS.sleep(50);
        } catch (IOException | InterruptedException over) {
            // who asked has gone
        }
    }
}
