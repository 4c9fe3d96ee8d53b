package io.bandwatch.alerts.push.channel;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mail to a server in this process, whose certificate is made for the test. */
@Timeout(120)
class MailChannelTest {
    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.make(folder);
    }

    @Test
    void mailGoesThroughStartTlsWithItsKey() throws Exception {
        try (MailServer server = new MailServer(certificate, 0)) {
            Push push = PushSamples.push("mail", "n1");

            assertThat(channel("smtp://127.0.0.1:" + server.port(), true, certificate.pem())
                            .send(push, NOON))
                    .isEqualTo(Outcome.DELIVERED);

            assertThat(server.received()).hasSize(1);
            assertThat(server.encrypted()).containsExactly(true);
            MimeMessage mail = parsed(server.received().get(0));
            assertThat(mail.getMessageID()).isEqualTo("<" + push.key() + "@bandwatch>");
            assertThat(mail.getHeader("X-Bandwatch-Key")).containsExactly(push.key());
            assertThat(mail.getSubject()).isEqualTo("新事件：未经许可的载波，98.1 MHz（重要）");
            assertThat(mail.getFrom()[0]).hasToString("bandwatch@centre.example");
            assertThat(mail.getAllRecipients()).hasSize(2);
            assertThat(mail.getContent().toString()).contains("69.7 ± 3.2 dBµV/m", "发射机位置未知");
            assertThat(server.logins()).containsExactly("probe:pass");
        }
    }

    @Test
    void naiveTrustInAnyCertificateWouldHandThePasswordToAStranger() throws Exception {
        try (MailServer server = new MailServer(certificate, 0)) {
            Outcome outcome =
                    channel("smtp://127.0.0.1:" + server.port(), true, null).send(PushSamples.push("mail", "n1"), NOON);

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
            assertThat(server.logins()).isEmpty();
        }
    }

    @Test
    void aServerThatOffersNoTlsGetsNothing() throws Exception {
        try (MailServer server = new MailServer(null, 0)) {
            Outcome outcome = channel("smtp://127.0.0.1:" + server.port(), false, null)
                    .send(PushSamples.push("mail", "n1"), NOON);

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aBusyServerIsTriedAgainAndARefusalIsFinal() throws Exception {
        try (MailServer busy = new MailServer(null, 451);
                MailServer strict = new MailServer(null, 554)) {
            Push push = PushSamples.push("mail", "n1");

            assertThat(channel("smtp+plain://127.0.0.1:" + busy.port(), false, null)
                            .send(push, NOON)
                            .kind())
                    .isEqualTo(Outcome.Kind.RETRY);
            assertThat(channel("smtp+plain://127.0.0.1:" + strict.port(), false, null)
                            .send(push, NOON)
                            .kind())
                    .isEqualTo(Outcome.Kind.REFUSED);
        }
    }

    /** One mailbox that is gone, as the library has it by itself, keeps the push from everybody. */
    @Test
    void aReceiverWhoIsRefusedKeepsNothingFromTheOthers() throws Exception {
        try (MailServer server = new MailServer(null, 0)) {
            server.answers().put("duty@centre.example", 550);
            Channel mail = channel("smtp+plain://127.0.0.1:" + server.port(), false, null);

            assertThat(mail.send(PushSamples.push("mail", "n1"), NOON)).isEqualTo(Outcome.DELIVERED);
            assertThat(server.receivers()).hasSize(1);
            assertThat(server.receivers().get(0)).hasSize(1).doesNotContain("duty@centre.example");

            server.receivers().get(0).forEach(other -> server.answers().put(other, 550));
            assertThat(mail.send(PushSamples.push("mail", "n2"), NOON.plusSeconds(2))
                            .kind())
                    .as("nobody is left")
                    .isEqualTo(Outcome.Kind.REFUSED);
        }
    }

    @Test
    void whoIsToComeAgainIsTriedAgainAndTheOthersAreNot() throws Exception {
        try (MailServer server = new MailServer(null, 0)) {
            server.answers().put("duty@centre.example", 451);
            Channel mail = channel("smtp+plain://127.0.0.1:" + server.port(), false, null);
            Push push = PushSamples.push("mail", "n1");

            assertThat(mail.send(push, NOON).kind()).isEqualTo(Outcome.Kind.RETRY);
            server.answers().clear();
            assertThat(mail.send(push, NOON.plusSeconds(2))).isEqualTo(Outcome.DELIVERED);

            assertThat(server.receivers()).hasSize(2);
            assertThat(server.receivers().get(1)).containsExactly("duty@centre.example");
        }
    }

    private static MimeMessage parsed(byte[] mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private static Channel channel(String address, boolean login, @Nullable Path authorities) {
        Endpoint endpoint = new Endpoint(
                address,
                null,
                login ? "probe" : null,
                login ? SecretSource.ofVariable("SECRET") : null,
                authorities == null ? null : authorities.toString(),
                new Endpoint.Target(
                        "bandwatch@centre.example", List.of("duty@centre.example", "chief@centre.example"), null));
        return HttpChannelsTest.channel(
                new ChannelSettings(
                        "mail", ChannelType.SMTP, Locale.SIMPLIFIED_CHINESE, endpoint, null, RetrySchedule.PUSHES),
                Map.of("SECRET", "pass"));
    }
}
