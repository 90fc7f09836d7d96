package dev.hermes.testkit.hostile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that may do harm. Tables have the columns id, amount, day and note. Immutable.
 *
 * @param name
 *            what is wrong with it, and its file's name
 * @param format
 *            how a mapping says that it is written, as YAML; empty for CSV as usual
 * @param content
 *            its bytes, made whenever they are asked for
 * @param expected
 *            what is to become of it
 */
public record HostileFile(String name, String format, Content content, Outcome expected) {

    /** Bytes of whatever length, which are never held as a whole unless they are few. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream bytes) throws IOException;
    }

    static HostileFile ofText(String name, String text, Outcome expected) {
        return ofText(name, "", text, StandardCharsets.UTF_8, expected);
    }

    static HostileFile ofText(String name, String format, String text, Charset charset, Outcome expected) {
        return ofBytes(name, format, text.getBytes(charset), expected);
    }

    static HostileFile ofBytes(String name, String format, byte[] bytes, Outcome expected) {
        return new HostileFile(name, format, stream -> stream.write(bytes), expected);
    }

    /** Writes the file into a folder, and returns it. */
    public Path writeInto(Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(bytes);
        }
        return file;
    }

    @Override
    public String toString() {
        return name;
    }
}
