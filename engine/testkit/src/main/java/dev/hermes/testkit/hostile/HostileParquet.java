package dev.hermes.testkit.hostile;

import static dev.hermes.testkit.hostile.Outcome.accepted;
import static dev.hermes.testkit.hostile.Outcome.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Parquet files that are spoilt. A file is pages, a footer that says where they are and how many rows there are, the
 * footer's length in four bytes, and {@code PAR1}.
 */
final class HostileParquet {

    private static final String CANNOT = "The file cannot be read as Parquet: ";
    private static final int TAIL = 8;
    /** Where the footer of the fine file has the number of its rows, 1, as a variable-length number: 2. */
    private static final String ROWS_BEHIND = "note%\0\0";
    /** And where it has that of the rows of the one group of pages. */
    private static final String ROWS_OF_GROUP_BEHIND = "\u00BC\1\26";
    private static final String WRITER = "DuckDB version";

    private HostileParquet() {}

    static List<HostileFile> all() {
        byte[] fine = resource("fine");
        return List.of(
                file("fine.parquet", fine, accepted(HostileCsv.FINE_ROW)),
                // Brackets are what a browser puts around the number of a second download, and elsewhere a pattern.
                file("fine[1].parquet", fine, accepted(HostileCsv.FINE_ROW)),
                file("binary-numbers.parquet", resource("double"), refused("1:2", "The column is of type DOUBLE")),
                file("lists.parquet", resource("list"), refused("1:2", "which is not read")),
                file("cut-off.parquet", Arrays.copyOf(fine, fine.length / 2), refused("1:1", CANNOT)),
                file("one-byte-missing.parquet", Arrays.copyOf(fine, fine.length - 1), refused("1:1", CANNOT)),
                file("magic-alone.parquet", "PAR1".getBytes(StandardCharsets.US_ASCII), refused("1:1", CANNOT)),
                file("empty.parquet", new byte[0], refused("1:1", CANNOT)),
                file("csv-renamed.parquet", "id,amount,day,note\nA1,1,2026-01-31,a\n".getBytes(StandardCharsets.UTF_8),
                        refused("1:1", CANNOT)),
                file("encrypted.parquet", spoilt(fine, bytes -> bytes[bytes.length - 1] = 'E'), refused("1:1", CANNOT)),
                file("footer-beyond-the-file.parquet", footerLength(fine, Integer.MAX_VALUE), refused("1:1", CANNOT)),
                file("footer-of-negative-length.parquet", footerLength(fine, -1), refused("1:1", CANNOT)),
                file("footer-of-nothing.parquet", footerLength(fine, 0), refused("1:1", CANNOT)),
                file("footer-of-other-bytes.parquet", spoilt(fine, bytes -> Arrays.fill(bytes, footer(bytes),
                        bytes.length - TAIL, (byte) 0xFE)), refused("1:1", CANNOT)),
                file("footer-of-many-megabytes.parquet", largeFooter(fine, 48 << 20), accepted(HostileCsv.FINE_ROW)),
                file("rows-that-are-not-there.parquet", spoilt(fine, bytes -> bytes[rows(bytes)] = 0x7E),
                        refused("1:1", "It says that it has 63 rows, and has 1.")),
                file("rows-of-a-group-that-are-not-there.parquet", spoilt(fine,
                        bytes -> bytes[place(bytes, ROWS_OF_GROUP_BEHIND) + ROWS_OF_GROUP_BEHIND.length()] = 0x7E),
                        refused("1:1", CANNOT)),
                file("rows-fewer-than-none.parquet", spoilt(fine, bytes -> bytes[rows(bytes)] = 0x01),
                        refused("1:1", CANNOT)),
                file("pages-of-other-bytes.parquet", spoilt(fine, bytes -> Arrays.fill(bytes, 4, footer(bytes),
                        (byte) 0xFE)), refused("1:1", CANNOT)),
                file("text-that-is-none.parquet", spoilt(fine, bytes -> bytes[footer(bytes) - 2] = (byte) 0xFE),
                        refused("1:1", CANNOT)));
    }

    private static HostileFile file(String name, byte[] bytes, Outcome expected) {
        return HostileFile.ofBytes(name, "parquet", bytes, expected);
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = Objects
                .requireNonNull(HostileParquet.class.getResourceAsStream(name + ".parquet"), name)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] spoilt(byte[] whole, Consumer<byte[]> spoiling) {
        byte[] bytes = whole.clone();
        spoiling.accept(bytes);
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] footerLength(byte[] whole, int length) {
        return spoilt(whole, bytes -> littleEndian(bytes).putInt(bytes.length - TAIL, length));
    }

    /** Where the footer begins. */
    private static int footer(byte[] bytes) {
        return bytes.length - TAIL - littleEndian(bytes).getInt(bytes.length - TAIL);
    }

    private static int rows(byte[] bytes) {
        // Behind the last column of the schema: a few bytes that end it, and the field of the number of rows.
        return place(bytes, ROWS_BEHIND) + ROWS_BEHIND.length() + 1;
    }

    private static int place(byte[] bytes, String text) {
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        if (place < 0) {
            throw new IllegalStateException("The fine file has no '" + text + "'.");
        }
        return place;
    }

    /** The name of the program that wrote the file becomes longer than anybody's. */
    private static byte[] largeFooter(byte[] fine, int more) {
        int writer = place(fine, WRITER);
        int length = fine[writer - 1];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(fine, 0, writer - 1);
        for (int left = length + more; left != 0; left >>>= 7) {
            bytes.write(left >>> 7 == 0 ? left : left & 0x7F | 0x80);
        }
        bytes.writeBytes(new byte[more]);
        bytes.write(fine, writer, fine.length - writer);
        byte[] large = bytes.toByteArray();
        int footer = large.length - TAIL - footer(fine);
        littleEndian(large).putInt(large.length - TAIL, footer);
        return large;
    }
}
