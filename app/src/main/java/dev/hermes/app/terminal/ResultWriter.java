package dev.hermes.app.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Writes results to a stream, and knows whether all of them arrived. A reader that stops reading, such as {@code head},
 * has what it wants: nothing is missing then.
 */
final class ResultWriter extends PrintWriter {

    private final Watched stream;

    ResultWriter(OutputStream stream, Charset charset) {
        this(new Watched(stream), charset);
    }

    private ResultWriter(Watched stream, Charset charset) {
        super(stream, false, charset);
        this.stream = stream;
    }

    @Override
    public boolean checkError() {
        return super.checkError() && !stream.left;
    }

    /** The writer above swallows what went wrong, so it is looked at here. */
    private static final class Watched extends FilterOutputStream {

        private boolean left;

        Watched(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            try {
                out.write(bytes, start, length);
            } catch (IOException e) {
                // Java has no other way to tell that a pipe was closed at its other end.
                left = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
                throw e;
            }
        }
    }
}
