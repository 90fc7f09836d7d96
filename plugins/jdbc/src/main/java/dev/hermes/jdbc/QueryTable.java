package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.BadCellException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, numbered from 1 as they come. It is executed when the first rows are asked for, and not before.
 * Of one thread.
 */
final class QueryTable implements TableReader {

    /** Where texts are long, fewer rows are handed over at a time. */
    private static final int MOST_CHARACTERS = 16 << 20;

    private final Database database;
    private final QueryOptions options;
    private final DatabaseThread thread;
    private @Nullable Connection connection;
    /** Is also cancelled by the thread that waits. */
    private volatile @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private List<String> columns = List.of();
    private CellReading[] readings = new CellReading[0];
    private long row;
    private boolean ended;
    private boolean closed;

    private QueryTable(Database database, QueryOptions options) {
        this.database = database;
        this.options = options;
        thread = new DatabaseThread(options.longest());
    }

    /** Connects and lets the database prepare the query. */
    static TableReader open(Database database, QueryOptions options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        Query query = Query.of(options.query(), database.quotes());
        QueryTable table = new QueryTable(database, options);
        boolean opened = false;
        try {
            table.connect();
            table.prepare(query);
            opened = true;
            return table;
        } finally {
            if (!opened) {
                table.close();
            }
        }
    }

    private void connect() throws UnreadableTableException, IOException {
        try {
            thread.call(() -> {
                Connection made = database.connect();
                connection = made;
                return made;
            }, () -> {
                // What there is not yet cannot be stopped; drivers give up after a while.
            });
        } catch (SQLException e) {
            throw new UnreadableTableException(1, Message.of("The {0} cannot be reached: {1}. Maybe it does not "
                    + "run, or the connection file is of another.", database.name(), said(e)));
        } catch (OutOfTimeException e) {
            throw tooLong(1);
        }
    }

    private void prepare(Query query) throws AdapterOptionException, UnreadableTableException, IOException {
        try {
            thread.call(() -> {
                PreparedStatement prepared = open(connection).prepareStatement(query.text(),
                        ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                statement = prepared;
                prepared.setFetchSize(database.fetchSize());
                columns = names(prepared.getMetaData());
                readings = new CellReading[columns.size()];
                return prepared;
            }, this::cancel);
        } catch (SQLException e) {
            if (!database.isOfQuery(e)) {
                throw brokenOff(e);
            }
            throw new AdapterOptionException(QueryOptions.QUERY, Message.of("The {0} refuses the query: {1}. Maybe "
                    + "a name is misspelt, or the user may not read it.", database.name(), said(e)));
        } catch (OutOfTimeException e) {
            throw tooLong(1);
        }
    }

    private static List<String> names(ResultSetMetaData described) throws SQLException, UnreadableTableException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int column = 1; column <= described.getColumnCount(); column++) {
            String name = described.getColumnLabel(column);
            if (!seen.add(name)) {
                throw new UnreadableTableException(1, Message.of("Two columns of the query are called {0}. Maybe "
                        + "give one another name, with AS.", name));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable TableRows next(int[] wanted, int most) throws UnreadableTableException, IOException {
        if (ended) {
            return null;
        }
        try {
            Batch batch = thread.call(() -> read(wanted, most), this::cancel);
            return batch.isEmpty() ? null : batch.rows();
        } catch (SQLException e) {
            throw brokenOff(e);
        } catch (OutOfTimeException e) {
            throw tooLong(row + 1);
        }
    }

    private Batch read(int[] wanted, int most) throws SQLException, UnreadableTableException {
        for (int column : wanted) {
            if (readings[column] == null) {
                readings[column] = database.reading(open(statement).getMetaData(), column + 1);
            }
        }
        ResultSet open = rows == null ? open(statement).executeQuery() : rows;
        rows = open;
        Batch batch = new Batch(wanted);
        while (batch.read < most && batch.characters < MOST_CHARACTERS && !ended) {
            if (open.next()) {
                row++;
                if (row > options.mostRows()) {
                    throw new UnreadableTableException(row, Message.of("The query has more than {0} rows. Maybe "
                            + "narrow it with WHERE, or say rows: … in the format of the mapping.",
                            options.mostRows()));
                }
                batch.add(open);
            } else {
                ended = true;
            }
        }
        return batch;
    }

    /** Rows that were read, and the cells of others that could not be. */
    private final class Batch {

        private final int[] wanted;
        private final List<String[]> texts = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();
        private final List<RefusedCell> refused = new ArrayList<>();
        private int read;
        private int characters;

        Batch(int[] wanted) {
            this.wanted = wanted;
        }

        void add(ResultSet at) throws SQLException {
            String[] cells = new String[wanted.length];
            Arrays.fill(cells, "");
            int before = refused.size();
            for (int place = 0; place < wanted.length; place++) {
                try {
                    cells[place] = readings[wanted[place]].read(at, wanted[place] + 1);
                    characters += cells[place].length();
                } catch (BadCellException e) {
                    refused.add(new RefusedCell(row, wanted[place], e.said()));
                }
            }
            if (refused.size() == before) {
                texts.add(cells);
                numbers.add(row);
            }
            read++;
        }

        boolean isEmpty() {
            return read == 0;
        }

        TableRows rows() {
            String[][] cells = new String[wanted.length][texts.size()];
            for (int i = 0; i < texts.size(); i++) {
                for (int place = 0; place < wanted.length; place++) {
                    cells[place][i] = texts.get(i)[place];
                }
            }
            return new TableRows(numbers.stream().mapToLong(Long::longValue).toArray(), cells, refused);
        }
    }

    private UnreadableTableException brokenOff(SQLException thrown) {
        return new UnreadableTableException(row + 1, Message.of("The {0} broke off: {1}. Maybe try again, or "
                + "correct the query.", database.name(), said(thrown)));
    }

    private UnreadableTableException tooLong(long at) {
        return new UnreadableTableException(at, Message.of("The {0} took more than {1} minutes. Maybe narrow the "
                + "query, or say minutes: … in the format of the mapping.", database.name(),
                options.longest().toMinutes()));
    }

    private void cancel() throws SQLException {
        PreparedStatement running = statement;
        if (running != null) {
            running.cancel();
        }
    }

    private static <T> T open(@Nullable T resource) {
        if (resource == null) {
            throw new IllegalStateException("The table is not open.");
        }
        return resource;
    }

    /** What a database says, in one line and without a full stop. */
    private static String said(SQLException thrown) {
        String line = String.valueOf(thrown.getMessage()).strip().replaceAll("\\s+", " ");
        String cut = line.length() > 300 ? line.substring(0, 300) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /**
     * Lets go of the database. A result that was not read to its end is cut off, for a driver would first read what is
     * left of it.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean cut = rows != null && !ended;
        thread.close(() -> {
            Connection open = connection;
            if (open != null && cut) {
                cancel();
                open.abort(Runnable::run);
            } else if (open != null) {
                open.close();
            }
            return true;
        });
    }
}
