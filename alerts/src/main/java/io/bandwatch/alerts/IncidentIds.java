package io.bandwatch.alerts;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names incidents, so that a replay gives the same incident the same name. */
final class IncidentIds {
    /** 48 bits: among a million incidents of one kind and channel two share a name with a chance of 1 in 560. */
    private static final int HASH_BYTES = 6;

    private IncidentIds() {}

    /** Kind and channel or service for people to read, then the start of a SHA-256 over kind, subject and onset. */
    static String of(Finding finding) {
        String identity = finding.incidentKey() + '|' + finding.onset();
        byte[] hash = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return finding.kind().code()
                + '-'
                + place(finding.subject())
                + '-'
                + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    private static String place(Subject subject) {
        if (subject.isService()) {
            return "service-" + subject.serviceId();
        }
        return subject.isWholeFeed() ? "feed" : Long.toString(subject.channelHz());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
