package io.bandwatch.ingest.live.address;

import java.nio.file.Path;
import java.util.Locale;

/** Where a live feed comes from. */
public sealed interface FeedAddress permits DatagramAddress, ProgramAddress, UriAddress, FileAddress, ReceiverAddress {
    /** The address without what must not be shown, for messages. */
    String shown();

    /** An address that may not be one, without what may be secret of it: who somebody is, and what is asked for. */
    static String masked(String text) {
        return text.replaceFirst("//[^/]*@", "//...@").replaceFirst("[?].*$", "?...");
    }

    /** Whether what is behind it can be set and tuned from here. */
    default boolean isTuned() {
        return false;
    }

    /**
     * An address as it stands in a file: the path of a recording is relative to the folder of that file.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String beside(Path folder, String text) {
        return parse(text) instanceof FileAddress file && !Path.of(file.path()).isAbsolute()
                ? file.beside(folder)
                : text;
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong and how it is written
     */
    static FeedAddress parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "udp", "rtp" -> DatagramAddress.parse(text, scheme);
            case "srt", "http", "https" -> UriAddress.parse(text, scheme);
            case "rtl_tcp" -> ReceiverAddress.parse(text);
            case "exec" -> ProgramAddress.parse(text.substring(colon + 1));
            case "file" -> FileAddress.parse(text.substring(colon + 1));
            default ->
                throw new IllegalArgumentException("feed address '" + masked(text)
                        + "' begins with none of rtl_tcp:// udp:// rtp:// srt:// http:// https:// exec: file:");
        };
    }
}
