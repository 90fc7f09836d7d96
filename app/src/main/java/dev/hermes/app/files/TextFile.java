package dev.hermes.app.files;

import dev.hermes.model.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with text in UTF-8, read whole. */
public final class TextFile {

    /** Nobody writes more by hand; a larger file is data that was named by mistake. */
    private static final int LARGEST = 16 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws UnusableFileException
     *             where there is no such file, it may not be read, is a folder, too large, or not UTF-8
     */
    public static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw UnusableFileException.of(Message.of("{0} is a folder. Maybe name a file in it.", file));
        }
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            throw UnusableFileException.unreadable(file, e);
        }
        String text = decode(file, bytes);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** A device says that it is empty and gives bytes without end, so the size of a file is not relied on. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw UnusableFileException.of(Message.of("The file {0} has more than 16 MiB, too much for text "
                        + "that people write. Maybe it holds data and belongs behind a mapping.", file));
            }
            return bytes;
        }
    }

    private static String decode(Path file, byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, output, true);
        if (result.isError()) {
            long line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw UnusableFileException.of(Message.of("The file {0} is not UTF-8 in line {1}. Maybe save it as "
                    + "UTF-8.", file, line));
        }
        return output.flip().toString();
    }
}
