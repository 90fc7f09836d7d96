package dev.hermes.workspace.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what is not UTF-8 in a file that is not. */
final class Utf8 {

    private static final int BUFFER = 1 << 16;

    private Utf8() {}

    /** The line of the first bytes that are not UTF-8, from 1; the last line where there are none. */
    static long firstMalformedLine(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        long line = 1;
        try (ReadableByteChannel channel = Files.newByteChannel(file)) {
            while (true) {
                boolean end = channel.read(bytes) < 0;
                bytes.flip();
                boolean malformed = decoder.decode(bytes, characters, end).isError();
                for (int i = 0; i < bytes.position(); i++) {
                    if (bytes.get(i) == '\n') {
                        line++;
                    }
                }
                if (malformed || end) {
                    return line;
                }
                bytes.compact();
                characters.clear();
            }
        }
    }
}
