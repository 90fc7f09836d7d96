package dev.hermes.spi;

import java.io.IOException;
import java.io.InputStream;

/** A file that holds a table. Of one thread. */
public interface TableSource {

    /** The name of the file without its folder, for messages. */
    String name();

    /** Where the file lies, absolute: for a library that opens it itself, and for what it names beside itself. */
    String path();

    /** How many bytes the file has. */
    long size() throws IOException;

    /** Its bytes from the first one on; whoever asks closes the stream. May be asked for more than once. */
    InputStream open() throws IOException;
}
