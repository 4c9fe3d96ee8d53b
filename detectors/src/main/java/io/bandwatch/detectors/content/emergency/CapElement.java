package io.bandwatch.detectors.content.emergency;

import io.bandwatch.detectors.licences.csv.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of XML, read without document types, entities of its own and anything outside of it.
 *
 * @param name without prefix
 * @param namespace or an empty text
 * @param line where it begins, from 1
 * @param text in it, without blanks around
 * @param children elements in it, in order
 */
record CapElement(String name, String namespace, int line, String text, List<CapElement> children) {
    /** CAP needs five. */
    private static final int DEEPEST = 20;

    /** A text that is no XML of this kind. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        UnreadableException(int line, String text) {
            super(text);
            this.problem = new Problem(line, text);
        }

        Problem problem() {
            return problem;
        }
    }

    static CapElement read(byte[] xml) throws UnreadableException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new UnreadableException(line(reader), "a document type is not accepted");
                }
            }
            CapElement root = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : Math.max(1, malformed.getLocation().getLineNumber());
            throw new UnreadableException(line, "no well-formed XML");
        }
    }

    private static CapElement element(XMLStreamReader reader, int depth)
            throws XMLStreamException, UnreadableException {
        if (depth > DEEPEST) {
            throw new UnreadableException(line(reader), "elements are nested more than " + DEEPEST + " deep");
        }
        String name = reader.getLocalName();
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        int line = line(reader);
        StringBuilder text = new StringBuilder();
        List<CapElement> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new CapElement(name, namespace, line, text.toString().strip(), children);
    }

    private static int line(XMLStreamReader reader) {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    /** The elements of a name in it. */
    Stream<CapElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /** The first of a name that says something. */
    Optional<CapElement> first(String child) {
        return all(child).filter(element -> !element.text.isEmpty()).findFirst();
    }

    /** The first of a name, which must be there. */
    CapElement compulsory(String child) throws UnreadableException {
        return first(child).orElseThrow(() -> new UnreadableException(line, '<' + name + "> has no <" + child + '>'));
    }
}
