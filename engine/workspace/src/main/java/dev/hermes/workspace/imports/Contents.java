package dev.hermes.workspace.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a table before anything is made of them. Can be opened more than once. */
sealed interface Contents {

    /** What messages call it, at the beginning of a sentence. */
    String called();

    /** The same with the place where it lies, if it lies anywhere. */
    default String located() {
        return called();
    }

    InputStream open() throws IOException;

    /** A file. */
    record OfFile(Path path) implements Contents {

        @Override
        public String called() {
            return "The file";
        }

        @Override
        public String located() {
            return called() + " " + path;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** What somebody has copied from a table. */
    record Copied(Clipboard clipboard) implements Contents {

        @Override
        public String called() {
            return "The clipboard";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(clipboard.bytes());
        }
    }
}
