package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.push.ScriptedServer;
import io.bandwatch.alerts.push.ScriptedServer.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store asked over HTTP whether it answers. */
class StorePingTest {
    private final AtomicLong nowNs = new AtomicLong(-1);

    @Test
    void aStoreThatAnswersHasNoProblemAndOneThatCannotHas() {
        try (ScriptedServer store = new ScriptedServer(
                Answer.of(503, "no shard"), Answer.of(204, ""), Answer.of(200, "{}"), Answer.of(401, "who are you"))) {
            String url = store.url("");
            assertThat(StorePing.ask(url)).as("1.x and 2.x").isEmpty();
            assertThat(StorePing.ask(url)).as("3").isEmpty();
            assertThat(StorePing.ask(url)).as("3 that lets nobody in").isEmpty();
            assertThat(StorePing.ask(url)).contains(url + " answers with HTTP 503");
            assertThat(store.requests())
                    .allSatisfy(request -> assertThat(request.uri().getPath()).isEqualTo("/ping"));
        }
    }

    @Test
    void aStoreThatIsDownIsToldAndAskedAgainAfterSomeSeconds() {
        ScriptedServer store = new ScriptedServer(Answer.of(204, ""));
        StorePing ping = new StorePing(store.url(""), nowNs::get);
        assertThat(ping.problem()).isEmpty();
        store.close();
        assertThat(ping.problem()).as("as some seconds ago").isEmpty();
        pass(Duration.ofSeconds(6));
        assertThat(ping.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("does not answer"));
    }

    @Test
    @Timeout(20)
    void aStoreThatIsSilentIsNotWaitedForEachTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            StorePing ping = new StorePing("http://127.0.0.1:" + silent.getLocalPort(), nowNs::get);
            for (int i = 0; i < 100; i++) {
                assertThat(ping.problem())
                        .hasValueSatisfying(problem -> assertThat(problem).contains("timed out"));
            }
        }
    }

    private void pass(Duration time) {
        nowNs.addAndGet(time.toNanos());
    }
}
