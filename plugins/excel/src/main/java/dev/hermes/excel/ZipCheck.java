package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Refuses archives that no spreadsheet program writes, before anything is made of what they hold. {@link ZipSecureFile}
 * itself refuses parts that are there twice and, while they are read, those that inflate too much.
 */
final class ZipCheck {

    private static final long MOST_BYTES_OF_A_PART = 1L << 30;
    private static final double LEAST_COMPRESSED = 0.005;
    /** How POI begins to say that a part inflates too much. */
    private static final String BOMB = "Zip bomb detected!";
    private static final int MOST_PARTS = 10_000;
    /** Lists of parts are held in memory as a whole. */
    private static final int MOST_BYTES_OF_A_LIST = 4 << 20;

    static {
        // Of this plugin alone: it has its own class loader. The limits hold for the package that is opened later too.
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_A_PART);
        ZipSecureFile.setMinInflateRatio(LEAST_COMPRESSED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private ZipCheck() {}

    static void check(Path file) throws UnreadableTableException {
        try (ZipSecureFile zip = new ZipSecureFile(file.toFile())) {
            int parts = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw unfit(Message.of("has more than {0} parts", MOST_PARTS));
                }
                checkName(entry.getName());
                checkMethod(entry);
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".rels") || name.endsWith("[content_types].xml")) {
                    checkSize(zip, entry);
                }
            }
        } catch (IOException | IllegalStateException e) {
            throw broken(e);
        }
    }

    private static void checkName(String name) throws UnreadableTableException {
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0
                || Arrays.asList(name.split("/", -1)).contains("..")) {
            throw unfit(Message.of("holds a part outside of itself, '{0}'", name));
        }
    }

    /** Others are read by libraries that need not be there. */
    private static void checkMethod(ZipArchiveEntry entry) throws UnreadableTableException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw unfit(Message.of("holds '{0}' packed by method {1}", entry.getName(), entry.getMethod()));
        }
    }

    private static void checkSize(ZipSecureFile zip, ZipArchiveEntry entry)
            throws IOException, UnreadableTableException {
        try (InputStream bytes = zip.getInputStream(entry)) {
            if (bytes.readNBytes(MOST_BYTES_OF_A_LIST + 1).length > MOST_BYTES_OF_A_LIST) {
                throw unfit(Message.of("has a list of its parts of more than {0} bytes", MOST_BYTES_OF_A_LIST));
            }
        }
    }

    private static UnreadableTableException unfit(Message what) {
        return new UnreadableTableException(1, Message.of("The workbook {0}, which no spreadsheet program writes. "
                + "Maybe get the file anew.", what));
    }

    /** What another library says of a file, as ours. */
    static UnreadableTableException broken(Exception problem) {
        UnreadableTableException broken = new UnreadableTableException(1, Message.of("The file cannot be read as a "
                + "workbook: {0} Maybe it was cut off; get it anew, or open it in Excel and save it.",
                sentence(problem)));
        broken.initCause(problem);
        return broken;
    }

    /** The message of an exception in one line that ends as sentences do. */
    static Message sentence(Throwable problem) {
        String message = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
        if (message.startsWith(BOMB)) {
            // What follows are settings of a program.
            return Message.of("Zip bomb detected! The part is {0} times as large as in the file, or has more than {1} "
                    + "MiB.", Math.round(1 / LEAST_COMPRESSED), MOST_BYTES_OF_A_PART >> 20);
        }
        return Message.verbatim(message.endsWith(".") ? message : message + ".");
    }
}
