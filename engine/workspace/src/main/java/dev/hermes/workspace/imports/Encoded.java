package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a text are encoded. Bytes that are not of the encoding are never replaced: reading throws a
 * {@link java.nio.charset.CharacterCodingException}, and {@link #firstMalformedLine} tells where. Immutable.
 *
 * @param mark
 *            how many bytes at the beginning are a byte order mark
 * @param isMarked
 *            whether the mark has decided
 */
record Encoded(Contents contents, Charset charset, int mark, boolean isMarked) {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MARK = 4;

    /** A mark and the encoding that it is of. One that begins like another stands before it. */
    private record Mark(byte[] bytes, Charset charset) {

        Mark(String hex, String charset) {
            this(HexFormat.of().parseHex(hex), Charset.forName(charset));
        }

        boolean begins(byte[] text) {
            return text.length >= bytes.length && Arrays.equals(bytes, Arrays.copyOf(text, bytes.length));
        }
    }

    private static final List<Mark> MARKS = List.of(new Mark("efbbbf", "UTF-8"), new Mark("fffe0000", "UTF-32LE"),
            new Mark("0000feff", "UTF-32BE"), new Mark("fffe", "UTF-16LE"), new Mark("feff", "UTF-16BE"),
            new Mark("84319533", "GB18030"));

    /**
     * The encoding of a text: what its mark says, else what somebody says, else UTF-8.
     *
     * @param named
     *            the name of the encoding; null where nobody has said one
     * @throws SourceProblem
     *             where the mark says something else than somebody
     */
    static Encoded of(Contents contents, @Nullable String named) throws IOException, SourceProblem {
        byte[] beginning;
        try (InputStream bytes = contents.open()) {
            beginning = bytes.readNBytes(LONGEST_MARK);
        }
        Charset charset = named == null ? StandardCharsets.UTF_8 : charset(named);
        for (Mark mark : MARKS) {
            if (mark.begins(beginning)) {
                if (named != null && !mark.charset().name().startsWith(named)) {
                    throw new SourceProblem(1, Message.of(
                            "{0} begins with the byte order mark of {1}, and the mapping says encoding: {2}. Maybe "
                                    + "remove encoding from the mapping.",
                            contents.called(), mark.charset().name(), named));
                }
                return new Encoded(contents, mark.charset(), mark.bytes().length, true);
            }
        }
        return new Encoded(contents, charset, 0, false);
    }

    private static Charset charset(String name) throws SourceProblem {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new SourceProblem(1, Message
                    .of("This Java does not know the encoding {0}. Maybe it lacks the module jdk.charsets.", name));
        }
    }

    /** The characters, without the mark. */
    Reader reader() throws IOException {
        return new InputStreamReader(bytes(), charset.newDecoder());
    }

    private InputStream bytes() throws IOException {
        InputStream bytes = new BufferedInputStream(contents.open(), BUFFER);
        try {
            bytes.skipNBytes(mark);
            return bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The line of the first bytes that are not of the encoding, from 1; 0 where there are none. */
    long firstMalformedLine() throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        LineCount lines = new LineCount();
        try (ReadableByteChannel channel = Channels.newChannel(bytes())) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, characters, end);
                    lines.add(characters.flip());
                    characters.clear();
                } while (result.isOverflow());
                if (result.isError()) {
                    return lines.line();
                }
                bytes.compact();
            }
        }
        return 0;
    }

    /** Counts lines that end in any of the usual ways. */
    private static final class LineCount {

        private long line = 1;
        private boolean afterReturn;

        void add(CharBuffer characters) {
            while (characters.hasRemaining()) {
                char character = characters.get();
                if (character == '\r' || character == '\n' && !afterReturn) {
                    line++;
                }
                afterReturn = character == '\r';
            }
        }

        long line() {
            return line;
        }
    }
}
