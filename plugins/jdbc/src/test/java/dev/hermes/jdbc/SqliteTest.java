package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries on real files of SQLite. */
class SqliteTest {

    private static final SqliteAdapter ADAPTER = new SqliteAdapter();
    private static final String ENDLESS = "with recursive t(n) as (select 1 union all select n + 1 from t) "
            + "select count(*) from t";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeDatabase() throws SQLException {
        file = folder.resolve("sales.db");
        execute(file, "create table orders (id integer primary key, seller text, amount, day text)",
                "insert into orders values (1, 'Ada', 100.5, '2026-03-01'), (2, 'Ben', -7, '2026-03-02'), "
                        + "(3, 'Eve', null, null)");
    }

    private static void execute(Path database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void rowsAreReadInTheOrderOfTheQuery() throws Exception {
        Table table = Table.read(ADAPTER, file, "select seller, amount, day from orders order by id desc");

        assertThat(table.columns()).containsExactly("seller", "amount", "day");
        assertThat(table.rows()).containsExactly("1: Eve |  | ", "2: Ben | -7 | 2026-03-02",
                "3: Ada | 100.5 | 2026-03-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^',
            value = {"9223372036854775807; 9223372036854775807", "0.1 + 0.2; 0.30000000000000004",
                "1e20; 100000000000000000000", "2.0; 2", "'Zoë 😀'; Zoë 😀", "1 = 1; 1", "null; ^^"})
    void valuesAreWrittenExactly(String expression, String text) throws Exception {
        assertThat(Table.read(ADAPTER, file, "select " + expression + " as value").rows())
                .containsExactly("1: " + text);
    }

    @Test
    void valuesThatAreNoneAreRefusedWithRowAndColumn() throws Exception {
        execute(file, "create table mixed (id integer, value)",
                "insert into mixed values (1, x'0102'), (2, 9e999), (3, 7)");

        Table table = Table.read(ADAPTER, file, "select id, value from mixed order by id");

        assertThat(table.rows()).containsExactly("3: 3 | 7");
        assertThat(table.refused()).containsExactly(
                "1:1: A blob is no value. Maybe take the part that is needed in the "
                        + "query, with cast(… as text).",
                "2:1: Infinity is no number. Maybe leave it out in the query: "
                        + "nullif(…, 'Infinity').");
    }

    @ParameterizedTest
    @MethodSource("dev.hermes.jdbc.QueryTest#hostile")
    void aHostileQueryChangesNothing(String query) throws Exception {
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Table.read(ADAPTER, file, query)).isInstanceOf(AdapterOptionException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).containsExactly("sales.db");
    }

    /** What the parser would have to have missed: the connection itself lets nothing through. */
    @ParameterizedTest
    @ValueSource(
            strings = {"delete from orders", "update orders set amount = 0", "insert into orders values (9, '', 0, '')",
                "create table copied as select * from orders", "drop table orders", "attach 'other.db' as other",
                "vacuum into 'other.db'", "vacuum", "create temp table t (a)", "select load_extension('x')",
                "select readfile('/etc/passwd')", "select writefile('other.db', 'x')", "select edit('x')"})
    void evenAConnectionWithoutTheParserChangesNothing(String statement) throws Exception {
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> {
            try (Connection connection = new Sqlite(file).connect();
                    PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.execute();
            }
        }).isInstanceOf(SQLException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).containsExactly("sales.db");
    }

    @Test
    void aPragmaCannotTakeTheProtectionAway() throws Exception {
        try (Connection connection = new Sqlite(file).connect(); Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = off");
            statement.execute("pragma journal_mode = delete");

            assertThatThrownBy(() -> statement.execute("delete from orders"))
                    .hasMessageContaining("attempt to write a readonly database");
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAnotherProgramHasWrittenToItsLogIsReadAsWell() throws Exception {
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = writer.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("insert into orders values (4, 'Kim', 1, null)");
            assertThat(files()).contains("sales.db-wal");

            assertThat(Table.read(ADAPTER, file, "select count(*) as orders from orders").rows())
                    .containsExactly("1: 4");
        }
    }

    @Test
    void aQueryThatRunsAwayIsCancelled() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file), Table.options(ENDLESS))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> reader.next(new int[] {0}, 100)).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void aQueryThatTakesTooLongIsCancelled() throws Exception {
        QueryOptions options = new QueryOptions(ENDLESS, null, 10, Duration.ofMillis(300));

        try (TableReader reader = QueryTable.open(new Sqlite(file), options)) {
            assertThatThrownBy(() -> reader.next(new int[] {0}, 100)).hasMessage("The database sales.db took more than "
                    + "0 minutes. Maybe narrow the query, or say minutes: … in the format of the mapping.");
        }
    }

    @Test
    void aResultThatDoesNotEndIsReadAPartAtATime() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file), Table.options(
                "with recursive t(n) as (select 1 union all select n + 1 from t) select n from t", "rows", "10000"))) {
            assertThat(reader.next(new int[] {0}, 4_096)).isNotNull();
            assertThat(reader.next(new int[] {0}, 4_096)).isNotNull();
            assertThatThrownBy(() -> reader.next(new int[] {0}, 4_096))
                    .hasMessageStartingWith("The query has more than 10000 rows. Maybe narrow it with WHERE");
        }
    }

    @Test
    void aValueThatIsTooLargeIsRefusedByTheDatabase() {
        assertThat(Table.unreadable(ADAPTER, file,
                "with recursive t(n, s) as (select 1, 'xxxxxxxxxxxxxxxx' union all select n + 1, s || s from t "
                        + "where n < 40) select length(s) as a from t"))
                .contains("too big");
    }

    @Test
    void whatIsNoDatabaseIsToldFromOne() throws IOException {
        Path text = Files.writeString(folder.resolve("people.db"), "product = postgresql\n");
        Path strange = Files.copy(file, folder.resolve("a?mode=rwc"));

        assertThat(Table.unreadable(ADAPTER, text, "select 1"))
                .isEqualTo("1: The file is no database of SQLite, whatever "
                        + "its name says. Maybe it is the connection file of another database: then format: database.");
        assertThat(Table.unreadable(ADAPTER, strange, "select 1"))
                .startsWith("1: The path of the file holds a question "
                        + "mark");
        assertThat(Table.refused(ADAPTER, file, "select nobody from orders"))
                .contains("refuses the query: [SQLITE_ERROR] SQL error or missing database (no such column: nobody)");
    }

    @Test
    void aTruncatedDatabaseIsRefused() throws Exception {
        execute(file, "with recursive t(n) as (select 10 union all select n + 1 from t where n < 20000) "
                + "insert into orders select n, 'somebody', n, '' from t");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(Table.unreadable(ADAPTER, file, "select seller from orders")).contains("malformed");
    }
}
