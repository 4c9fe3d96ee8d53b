package io.bandwatch.alerts.push.channel;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.Secret;
import io.bandwatch.alerts.push.text.PushStyle;
import io.bandwatch.alerts.push.text.PushText;
import io.bandwatch.alerts.push.text.PushTexts;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail by SMTP: {@code smtp://} demands STARTTLS (RFC 3207), {@code smtps://} is TLS from the start (RFC 8314), {@code
 * smtp+plain://} is in the clear. The message id is made of the key of the push, so that a mailbox can tell a second copy. A
 * receiver whom the server refuses keeps nothing from the others. Not thread-safe.
 */
final class MailChannel implements Channel {
    private static final int TIMEOUT_MS = 30_000;
    private static final int MOST_BYTES = 100_000;
    private static final int PERMANENT_REPLY = 500;
    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

    private final Session session;
    private final String protocol;
    private final URI address;
    private final Endpoint endpoint;
    private final @Nullable Secret password;
    private final PushTexts texts;

    /** Who has the push that was not delivered to all. */
    private final Set<Address> reached = new HashSet<>();

    private String reachedBy = "";

    MailChannel(URI address, Endpoint endpoint, @Nullable Secret password, Authorities authorities, PushTexts texts) {
        this.protocol = address.getScheme().equals("smtps") ? "smtps" : "smtp";
        this.address = address;
        this.endpoint = endpoint;
        this.password = password;
        this.texts = texts;
        this.session = Session.getInstance(properties(authorities));
    }

    private Properties properties(Authorities authorities) {
        boolean clear = address.getScheme().equals("smtp+plain");
        Properties properties = new Properties();
        String prefix = "mail." + protocol + '.';
        properties.put(prefix + "connectiontimeout", Integer.toString(TIMEOUT_MS));
        properties.put(prefix + "timeout", Integer.toString(TIMEOUT_MS));
        properties.put(prefix + "writetimeout", Integer.toString(TIMEOUT_MS));
        properties.put(prefix + "starttls.enable", Boolean.toString(!clear));
        properties.put(prefix + "starttls.required", Boolean.toString(!clear));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", authorities.context().getSocketFactory());
        properties.put(prefix + "auth", Boolean.toString(password != null));
        properties.put(prefix + "sendpartial", "true");
        return properties;
    }

    @Override
    public Outcome send(Push push, Instant now) {
        try (Transport transport = session.getTransport(protocol)) {
            Message message = message(push, now);
            transport.connect(
                    address.getHost(), address.getPort(), endpoint.user(), password == null ? null : password.reveal());
            transport.sendMessage(message, withoutReached(push, message.getAllRecipients()));
            return Outcome.DELIVERED;
        } catch (SendFailedException partly) {
            return partly(partly);
        } catch (MessagingException failed) {
            return judge(failed);
        }
    }

    private Address[] withoutReached(Push push, Address[] receivers) {
        if (!push.key().equals(reachedBy)) {
            reached.clear();
            reachedBy = push.key();
        }
        return Arrays.stream(receivers)
                .filter(receiver -> !reached.contains(receiver))
                .toArray(Address[]::new);
    }

    /** Who was told is not told again while others are; who is refused by name was told as well as he can be, if anybody was. */
    private Outcome partly(SendFailedException failed) {
        reached.addAll(listed(failed.getValidSentAddresses()));
        boolean later = !listed(failed.getValidUnsentAddresses()).isEmpty();
        boolean ofTheMessage =
                failed instanceof SMTPSendFailedException said && said.getReturnCode() >= PERMANENT_REPLY;
        if (later && !ofTheMessage) {
            return Outcome.retry(said(failed));
        }
        if (reached.isEmpty() || later) {
            return judge(failed);
        }
        LOG.warn("{} takes no mail for {}: {}", address.getHost(), listed(failed.getInvalidAddresses()), said(failed));
        return Outcome.DELIVERED;
    }

    private static List<Address> listed(Address @Nullable [] addresses) {
        return addresses == null ? List.of() : List.of(addresses);
    }

    private Message message(Push push, Instant now) throws MessagingException {
        PushText text = texts.of(push, PushStyle.PLAIN, MOST_BYTES);
        MimeMessage message = new KeyedMessage(session, push.key() + "@bandwatch");
        message.setFrom(new InternetAddress(endpoint.target().from()));
        for (String receiver : endpoint.target().to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(receiver));
        }
        message.setSubject(text.title(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("X-Bandwatch-Key", push.key());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** A message whose id is ours. */
    private static final class KeyedMessage extends MimeMessage {
        private final String id;

        KeyedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", '<' + id + '>');
        }
    }

    /** RFC 5321, 4.2.1: what is answered with 5yz to the message itself will be answered so again. */
    private Outcome judge(MessagingException failed) {
        for (Exception cause = failed;
                cause instanceof MessagingException chained;
                cause = chained.getNextException()) {
            boolean permanent =
                    (chained instanceof SMTPSendFailedException sent && sent.getReturnCode() >= PERMANENT_REPLY)
                            || (chained instanceof SMTPAddressFailedException refused
                                    && refused.getReturnCode() >= PERMANENT_REPLY);
            if (permanent) {
                return Outcome.refused(said(failed));
            }
        }
        return Outcome.retry(said(failed));
    }

    private String said(MessagingException failed) {
        String said =
                String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
        return password == null ? said : password.maskedIn(said);
    }
}
