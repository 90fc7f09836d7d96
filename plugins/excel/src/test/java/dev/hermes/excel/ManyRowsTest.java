package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program with 256 MiB writes an export of any length. The number of rows is small unless
 * {@code -Dhermes.exportRows=1000000} says otherwise.
 */
class ManyRowsTest {

    private static final int ROWS = Integer.getInteger("hermes.exportRows", 5000);

    @TempDir
    Path folder;

    @Test
    void rowsDoNotStayInMemory() throws Exception {
        Path file = folder.resolve("payouts.xlsx");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-cp", System.getProperty("java.class.path"), ManyRows.class.getName(), file.toString(),
                Integer.toString(ROWS)).redirectErrorStream(true).start();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("rows in");
        assertThat(rows(file)).isEqualTo(ROWS);
        if (ROWS > 5000) {
            System.out.println(said);
        }
    }

    private static long rows(Path file) throws AdapterOptionException, UnreadableTableException, IOException {
        long rows = 0;
        try (TableReader reader = new ExcelAdapter().open(source(file), new LinkedHashMap<>())) {
            @Nullable TableRows next = reader.next(new int[] {0, 7}, 1000);
            while (next != null) {
                assertThat(next.refused()).isEmpty();
                rows += next.size();
                next = reader.next(new int[] {0, 7}, 1000);
            }
        }
        return rows;
    }

    private static TableSource source(Path file) {
        return new TableSource() {
            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public String path() {
                return file.toString();
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
