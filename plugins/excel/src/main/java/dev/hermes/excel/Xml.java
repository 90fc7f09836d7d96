package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a part of a workbook, element by element. Document types are refused, and with them all entities that
 * could grow or lead elsewhere; so is markup that fills the memory. Elements go by their local names, for there are two
 * sets of namespaces (transitional and strict). Of one thread.
 */
final class Xml implements AutoCloseable {

    /** A longer tag, comment or instruction has nothing to do with a table. */
    private static final int MOST_BYTES_OF_MARKUP = 4 << 20;

    private final String part;
    private final Guard bytes;
    private final XMLStreamReader reader;
    /** The row of the sheet that is read, for what is said of broken parts. */
    private int row = 1;

    /** Counts what the parser takes for one thing, and ends that. */
    private static final class Guard extends FilterInputStream {

        private int taken;

        Guard(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int read = super.read(into, start, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws IOException {
            taken += more;
            if (taken > MOST_BYTES_OF_MARKUP) {
                throw new IOException("something in it has more than " + MOST_BYTES_OF_MARKUP + " bytes");
            }
        }
    }

    Xml(String part, InputStream bytes) throws UnreadableTableException {
        this.part = part;
        this.bytes = new Guard(bytes);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            reader = factory.createXMLStreamReader(this.bytes);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    void atRow(int number) {
        row = number;
    }

    /** Goes on to the next start or end of an element, or text; see {@link XMLStreamConstants}. */
    int next() throws UnreadableTableException {
        try {
            int event = reader.next();
            bytes.taken = 0;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableTableException(row, Message.of("The part {0} of the workbook declares "
                        + "entities, which no workbook needs. Maybe the file was tampered with; get it anew.", part));
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            // The parser of the JDK has no words for some of what it finds.
            throw broken(e, e);
        }
    }

    /** Goes on to the next start of an element; false at the end of the part. */
    boolean nextElement() throws UnreadableTableException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // Texts between elements and ends of elements say nothing here.
                }
            }
        }
    }

    /** The local name of the element that starts or ends here. */
    String name() {
        return reader.getLocalName();
    }

    boolean startsAt(int event, String name) {
        return event == XMLStreamConstants.START_ELEMENT && name().equals(name);
    }

    boolean endsAt(int event, String name) {
        return event == XMLStreamConstants.END_ELEMENT && name().equals(name);
    }

    /** An attribute by its local name, in whatever namespace; null where it is not given. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text at hand. */
    String text() {
        return reader.getText();
    }

    private UnreadableTableException broken(XMLStreamException problem) {
        return broken(problem, problem.getNestedException() == null ? problem : problem.getNestedException());
    }

    private UnreadableTableException broken(Exception problem, Throwable cause) {
        UnreadableTableException broken = new UnreadableTableException(row, Message.of("The part {0} of the "
                + "workbook is broken: {1} Maybe the file was cut off, or is not from Excel.", part,
                ZipCheck.sentence(cause)));
        broken.initCause(problem);
        return broken;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException("The part " + part + " could not be let go of.", e);
        } finally {
            bytes.close();
        }
    }
}
