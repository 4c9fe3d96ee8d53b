package io.bandwatch.ingest.inspect.facts;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code auxi} chunk of a WAV file says. Most SDR programs write two Windows SYSTEMTIME of 16 bytes (start and stop,
 * UTC) and the centre frequency in Hz as an unsigned 32-bit number; SDR Console writes XML, whose {@code Definition} has
 * the attributes {@code RadioCenterFreq} in Hz and {@code UTCSeconds} since 1970.
 *
 * @param centerHz centre frequency, Hz, or null if it says none
 * @param start time of the first sample, or null if it says none
 */
record AuxiChunk(@Nullable Double centerHz, @Nullable Instant start) {
    static final AuxiChunk NONE = new AuxiChunk(null, null);

    private static final int CENTER_AT = 32;

    /** Reads the body of a chunk; what cannot be understood says nothing. */
    static AuxiChunk read(ByteBuffer body, int size) {
        if (size > 2 && (body.get(0) == '<' || isUtf16(body))) {
            byte[] text = new byte[size];
            body.get(0, text);
            return xml(text);
        }
        return size < CENTER_AT + 4 ? NONE : binary(body);
    }

    private static boolean isUtf16(ByteBuffer body) {
        int mark = body.getShort(0) & 0xffff;
        return mark == 0xfeff || mark == '<';
    }

    private static AuxiChunk binary(ByteBuffer body) {
        double center = body.getInt(CENTER_AT) & 0xffffffffL;
        return new AuxiChunk(center == 0 ? null : center, systemTime(body));
    }

    private static @Nullable Instant systemTime(ByteBuffer body) {
        try {
            return LocalDateTime.of(
                            body.getShort(0),
                            body.getShort(2),
                            body.getShort(6),
                            body.getShort(8),
                            body.getShort(10),
                            body.getShort(12),
                            body.getShort(14) * 1_000_000)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException blank) {
            return null;
        }
    }

    private static AuxiChunk xml(byte[] text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // nothing outside the chunk may be fetched, and nothing in it may grow
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(text, 0, end(text)));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("Definition")) {
                    return definition(reader);
                }
            }
        } catch (XMLStreamException | NumberFormatException | DateTimeException unreadable) {
            return NONE;
        }
        return NONE;
    }

    private static AuxiChunk definition(XMLStreamReader reader) {
        String center = reader.getAttributeValue(null, "RadioCenterFreq");
        String seconds = reader.getAttributeValue(null, "UTCSeconds");
        return new AuxiChunk(
                center == null ? null : Double.valueOf(center),
                seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** Length without the zeros that fill the chunk; in UTF-16 the last letter keeps its own. */
    private static int end(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        boolean wide = text.length > 1 && (text[1] == 0 || (text[0] & 0xff) == 0xff);
        return wide && end % 2 == 1 ? end + 1 : end;
    }
}
