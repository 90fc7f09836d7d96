package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads what a query gives in a file of SQLite: {@code format: {sqlite: {query: select …}}}. The mapping's file is the
 * database. Numbers, texts and nothing else are values; a blob is refused. Thread-safe.
 */
public final class SqliteAdapter implements TableAdapter {

    private static final String BEGINNING = "SQLite format 3\0";

    @Override
    public String format() {
        return "sqlite";
    }

    @Override
    public List<AdapterOption> options() {
        return QueryOptions.described().stream().filter(option -> !option.name().equals("zone")).toList();
    }

    @Override
    public TableReader open(TableSource source, SequencedMap<String, String> options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        try (InputStream bytes = source.open()) {
            byte[] beginning = bytes.readNBytes(BEGINNING.length());
            if (!new String(beginning, StandardCharsets.ISO_8859_1).equals(BEGINNING)) {
                throw new UnreadableTableException(1, Message.of("The file is no database of SQLite, whatever its "
                        + "name says. Maybe it is the connection file of another database: then format: database."));
            }
        }
        if (source.path().contains("?")) {
            throw new UnreadableTableException(1, Message.of("The path of the file holds a question mark, behind "
                    + "which SQLite looks for settings. Maybe give the file another name."));
        }
        return QueryTable.open(new Sqlite(Path.of(source.path())), QueryOptions.of(options));
    }
}
