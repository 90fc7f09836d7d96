package dev.hermes.script;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that a Groovy script gives: {@code format: {script: {data: orders.dat}}}. The mapping's file is the
 * script, which finds its data in the variable {@code data}, a {@link Path}, or null where the mapping names none.
 *
 * <p>A script ends with its rows: a list, iterator, stream, or a closure that gives a row whenever it is called and at
 * last null. Each row is a map from the names of the columns, or a list; of lists the first names the columns. They are
 * read as they are needed. Values are texts, numbers, true and false, {@code LocalDate} and the like; a double is its
 * shortest decimal.
 *
 * <p>Only a script that the user has trusted is handed over. Thread-safe.
 */
public final class ScriptAdapter implements TableAdapter {

    private static final String DATA = "data";

    @Override
    public String format() {
        return "script";
    }

    @Override
    public List<AdapterOption> options() {
        return List.of(new AdapterOption(DATA, "The file that the script reads, relative to the folder of the script; "
                + "none unless given."));
    }

    @Override
    public boolean runsItsFile() {
        return true;
    }

    @Override
    public TableReader open(TableSource source, SequencedMap<String, String> options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put(DATA, data(source, options.get(DATA)));
        RunningScript script = RunningScript.compile(source.name(), text(source), variables);
        try {
            return new ScriptTable(script);
        } catch (UnreadableTableException | IOException | RuntimeException | Error e) {
            script.close();
            throw e;
        }
    }

    private static @Nullable Path data(TableSource source, @Nullable String named) throws AdapterOptionException {
        if (named == null) {
            return null;
        }
        try {
            Path data = Path.of(source.path()).resolveSibling(named).normalize();
            if (Files.exists(data)) {
                return data;
            }
        } catch (InvalidPathException e) {
            throw new AdapterOptionException(DATA, Message.of("'{0}' is no path. Maybe correct it.", named));
        }
        throw new AdapterOptionException(DATA, Message.of("The file {0} is not there. Maybe it was not delivered "
                + "yet, or the path is relative to another folder than that of the script.", named));
    }

    private static String text(TableSource source) throws UnreadableTableException, IOException {
        try (InputStream bytes = source.open()) {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.readAllBytes())).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableTableException(1, Message.of("The script is not UTF-8. Maybe save it as UTF-8."));
        }
    }
}
