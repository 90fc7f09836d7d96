package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a query gives in PostgreSQL, MariaDB or MySQL: {@code format: {database: {query: select …}}}. The
 * mapping's file is a {@link ConnectionFile}. The rows come in the order that the query asks for; without ORDER BY in any.
 *
 * <ul>
 * <li>Whole and exact numbers keep all their digits; binary ones are their shortest decimal. NaN and Infinity are
 * refused.
 * <li>Days are {@code yyyy-MM-dd}, days with a time {@code yyyy-MM-dd HH:mm:ss} with the fraction that there is. Points
 * in time ({@code timestamptz}, and MariaDB's {@code TIMESTAMP}) are read in the zone of the option, or refused.
 * <li>Texts stay as they are; those of {@code char(n)} without the blanks that fill them up.
 * <li>Columns of other types (bytes, JSON, arrays, intervals) are refused: a cast in the query says what is meant.
 * </ul>
 *
 * Thread-safe.
 */
public final class DatabaseAdapter implements TableAdapter {

    private final Function<String, @Nullable String> environment;

    public DatabaseAdapter() {
        this(System::getenv);
    }

    /** @param environment gives the value of a variable */
    DatabaseAdapter(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public String format() {
        return "database";
    }

    @Override
    public List<AdapterOption> options() {
        return QueryOptions.described();
    }

    @Override
    public TableReader open(TableSource source, SequencedMap<String, String> options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        QueryOptions given = QueryOptions.of(options);
        ConnectionFile file = ConnectionFile.read(source);
        String password = password(file);
        Database database = switch (file.product()) {
            case POSTGRESQL -> new Postgres(file, password, given.zone(), given.longest());
            case MARIADB, MYSQL -> new MariaDb(file, password, given.zone(), given.longest());
        };
        return QueryTable.open(database, given);
    }

    private String password(ConnectionFile file) throws UnreadableTableException {
        String variable = file.passwordFrom();
        if (variable == null) {
            return "";
        }
        String password = environment.apply(variable);
        if (password == null || password.isEmpty()) {
            throw new UnreadableTableException(1, Message.of("The environment variable {0}, from which the "
                    + "password is taken, is not set. Maybe set it where Hermes is started.", variable));
        }
        return password;
    }
}
