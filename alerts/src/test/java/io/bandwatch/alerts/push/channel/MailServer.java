package io.bandwatch.alerts.push.channel;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on loopback that keeps what it gets. */
final class MailServer implements AutoCloseable {
    private final SMTPServer server;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final List<Boolean> encrypted = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param certificate what it shows after STARTTLS, or null to offer none
     * @param refusal reply to every message, or 0 to take them
     */
    MailServer(@Nullable TestCertificate certificate, int refusal) throws Exception {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> {
                    if (refusal != 0) {
                        throw new RejectException(refusal, "not now");
                    }
                    received.add(data);
                    encrypted.add(context.getTlsPeerCertificates() != null || certificate != null);
                })
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
}
