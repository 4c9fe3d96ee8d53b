package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.bytes.Compression;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the first bytes of a file say it is. */
enum Content {
    WAV,
    TAR,
    TEXT,
    TRANSPORT_STREAM,
    MEDIA,
    /** No mark that is known: raw samples have none. */
    OTHER;

    /** How many unpacked bytes are looked at. */
    static final int LOOK_BYTES = 4096;

    private static final int TAR_MARK_AT = 257;

    static Compression compressionOf(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return Compression.GZIP;
        }
        if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return Compression.XZ;
        }
        return startsWith(head, 0x28, 0xb5, 0x2f, 0xfd) ? Compression.ZSTD : Compression.NONE;
    }

    static Content of(byte[] head) {
        String mark = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
        if (mark.equals("RIFF") || mark.equals("RF64") || mark.equals("BW64")) {
            return hasAt(head, 8, "WAVE") ? WAV : head.length < 12 ? WAV : MEDIA;
        }
        if (hasAt(head, TAR_MARK_AT, "ustar")) {
            return TAR;
        }
        if (PacketSync.throughout(head)) {
            return TRANSPORT_STREAM;
        }
        boolean media = mark.equals("OggS")
                || mark.equals("fLaC")
                || mark.equals("FORM")
                || mark.startsWith("ID3")
                || hasAt(head, 4, "ftyp")
                || startsWith(head, 0x1a, 0x45, 0xdf, 0xa3)
                || MpegAudio.begins(head);
        if (media) {
            return MEDIA;
        }
        return isText(head) ? TEXT : OTHER;
    }

    private static boolean isText(byte[] head) {
        for (byte value : head) {
            boolean control = value >= 0 && value < ' ' && value != '\n' && value != '\r' && value != '\t';
            if (control) {
                return false;
            }
        }
        // bytes above ASCII are UTF-8 in text; raw samples hardly ever are
        return head.length > 0
                && !new String(head, 0, Math.max(0, head.length - 3), StandardCharsets.UTF_8).contains("\ufffd");
    }

    private static boolean hasAt(byte[] head, int at, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + wanted.length
                && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
