package dev.hermes.excel;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.testkit.hostile.Bait;
import dev.hermes.testkit.hostile.HostileFile;
import dev.hermes.testkit.hostile.HostileFiles;
import dev.hermes.testkit.hostile.HostileRun;
import dev.hermes.testkit.hostile.Observed;
import dev.hermes.testkit.hostile.Outcome;
import dev.hermes.testkit.hostile.Xlsx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A program that reads hostile workbooks, one after the other. */
final class HostileWorkbooksRead {

    private HostileWorkbooksRead() {}

    static List<HostileFile> workbooks(Bait bait) {
        return Stream.concat(HostileFiles.workbooks(bait).stream(),
                Stream.of(new HostileFile("encrypted.xlsx", "excel", HostileWorkbooksRead::writeEncrypted,
                        Outcome.refused("1:1", "The file is protected by a password"))))
                .toList();
    }

    /** A workbook with a password, as Excel saves it. */
    private static void writeEncrypted(OutputStream bytes) throws IOException {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("open sesame");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                encrypted.write(Xlsx.ofRows(Xlsx.header(1)).bytes());
            }
            container.writeFilesystem(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException("The workbook cannot be encrypted.", e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path files = Path.of(arguments[0]);
        // What the files try to get at is in them already.
        HostileRun.read(arguments, workbooks(new Bait("", "")), file -> {
            try {
                Table table = Table.read(files.resolve(file.name()));
                return table.refused().isEmpty()
                        ? Observed.of(() -> rows(table))
                        : Observed.refused(file.name() + ":" + placed(table.refused().getFirst()));
            } catch (UnreadableTableException e) {
                return Observed.refused(file.name() + ":" + e.row() + ":1: " + e.said());
            } catch (AdapterOptionException e) {
                return Observed.refused("mapping: " + e.said());
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                return Observed.failed(e);
            }
        });
    }

    /** Without the numbers of the rows. */
    private static List<String> rows(Table table) {
        return table.rows().stream().map(row -> row.substring(row.indexOf(": ") + 2).replace(" | ", "|")).toList();
    }

    /** Columns from 1, as findings of an import have them. */
    private static String placed(String refused) {
        String[] parts = refused.split(":", 3);
        return parts[0] + ":" + (Integer.parseInt(parts[1]) + 1) + ":" + parts[2];
    }
}
