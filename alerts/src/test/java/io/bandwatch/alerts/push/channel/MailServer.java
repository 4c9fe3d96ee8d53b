package io.bandwatch.alerts.push.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on loopback that keeps what it gets. */
final class MailServer implements AutoCloseable {
    private final SMTPServer server;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final List<Boolean> encrypted = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<List<String>> receivers = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /**
     * Starts it.
     *
     * @param certificate what it shows after STARTTLS, or null to offer none
     * @param refusal reply to every message, or 0 to take them
     */
    MailServer(@Nullable TestCertificate certificate, int refusal) throws Exception {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Taking(refusal, certificate != null))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(
                        (user, password, context) -> logins.add(user + ':' + password)));
        if (certificate != null) {
            builder.enableTLS().requireTLS().startTlsSocketFactory(certificate.serverContext());
        }
        this.server = builder.build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    List<byte[]> received() {
        return received;
    }

    /** For each message; a server that demands TLS takes no other. */
    List<Boolean> encrypted() {
        return encrypted;
    }

    List<String> logins() {
        return logins;
    }

    @Override
    public void close() {
        server.stop();
    }

    /** What it answers to a receiver, by his address; 0 takes him. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** Receivers of each message. */
    List<List<String>> receivers() {
        return receivers;
    }

    private final class Taking implements MessageHandler {
        private final int refusal;
        private final boolean tls;
        private final List<String> to = new ArrayList<>();

        Taking(int refusal, boolean tls) {
            this.refusal = refusal;
            this.tls = tls;
        }

        @Override
        public void from(String from) {
            // anybody may send
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            int answer = answers.getOrDefault(recipient, 0);
            if (answer != 0) {
                throw new RejectException(answer, "not him");
            }
            to.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException, RejectException {
            if (refusal != 0) {
                throw new RejectException(refusal, "not now");
            }
            received.add(data.readAllBytes());
            receivers.add(List.copyOf(to));
            encrypted.add(tls);
            return "taken";
        }

        @Override
        public void done() {
            // each message has its own
        }
    }
}
