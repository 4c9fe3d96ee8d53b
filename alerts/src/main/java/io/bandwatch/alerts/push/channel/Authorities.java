package io.bandwatch.alerts.push.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted.
 *
 * @param factory what makes trust of them
 * @param context for connections
 */
record Authorities(TrustManagerFactory factory, SSLContext context) {
    /**
     * Those of a file, or the machine's.
     *
     * @param file certificates in PEM, or null
     * @throws IllegalArgumentException if the file cannot be used, naming it
     */
    static Authorities of(@Nullable String file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file == null ? null : read(Path.of(file)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return new Authorities(factory, context);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "the certificates in " + file + " cannot be used (" + unusable.getMessage() + "); give a PEM file",
                    unusable);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream bytes = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate in it");
        }
        return store;
    }
}
