package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a table before anything is made of them. Can be opened more than once. */
sealed interface Contents {

    /** What messages call it, at the beginning of a sentence. */
    Message called();

    /** The same with the place where it lies, if it lies anywhere. */
    default Message located() {
        return called();
    }

    InputStream open() throws IOException;

    /** A file. */
    record OfFile(Path path) implements Contents {

        @Override
        public Message called() {
            return Message.of("The file");
        }

        @Override
        public Message located() {
            return Message.of("The file {0}", path);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** What somebody has copied from a table. */
    record Copied(Clipboard clipboard) implements Contents {

        @Override
        public Message called() {
            return Message.of("The clipboard");
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(clipboard.bytes());
        }
    }
}
