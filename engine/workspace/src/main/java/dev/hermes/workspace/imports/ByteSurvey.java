package dev.hermes.workspace.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the bytes of a text tell before it is decoded. Shows its array as it is.
 *
 * @param sample
 *            the first lines that hold other bytes than those of ASCII, each with its end
 * @param firstLine
 *            the first of these, from 1; 0 where there is none
 * @param nulsInEvenPlaces
 *            how many bytes in the places 0, 2, 4 … are NUL
 * @param nulsInOddPlaces
 *            how many in the others
 */
record ByteSurvey(byte[] sample, long firstLine, long nulsInEvenPlaces, long nulsInOddPlaces, long lines) {

    private static final int MOST_SAMPLED = 1 << 17;
    /** Longer ones are cut. */
    private static final int LONGEST_LINE = 1 << 12;

    static ByteSurvey of(Contents contents) throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        ByteArrayOutputStream current = new ByteArrayOutputStream();
        long[] nuls = new long[2];
        long line = 1;
        long firstLine = 0;
        long place = 0;
        boolean isPlain = true;
        try (InputStream bytes = new BufferedInputStream(contents.open(), 1 << 16)) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == 0) {
                    nuls[(int) (place % 2)]++;
                }
                place++;
                isPlain &= next < 0x80;
                if (current.size() < LONGEST_LINE) {
                    current.write(next);
                }
                if (next == '\n') {
                    firstLine = isPlain || firstLine > 0 ? firstLine : line;
                    add(current, isPlain, sample);
                    isPlain = true;
                    line++;
                }
            }
        }
        firstLine = isPlain || firstLine > 0 ? firstLine : line;
        add(current, isPlain, sample);
        return new ByteSurvey(sample.toByteArray(), firstLine, nuls[0], nuls[1], line);
    }

    private static void add(ByteArrayOutputStream line, boolean isPlain, ByteArrayOutputStream sample) {
        if (!isPlain && sample.size() < MOST_SAMPLED) {
            sample.writeBytes(line.toByteArray());
        }
        line.reset();
    }

    /** Whether it looks like UTF-16: NULs in every line, all in even or all in odd places. */
    boolean isWide() {
        return Math.max(nulsInEvenPlaces, nulsInOddPlaces) >= lines && Math.min(nulsInEvenPlaces, nulsInOddPlaces) == 0;
    }

    /** The kind of UTF-16 that it looks like. */
    Charset wide() {
        return nulsInOddPlaces > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
