package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries on a real PostgreSQL. */
class PostgresTest {

    private static final DatabaseAdapter ADAPTER = new DatabaseAdapter(_ -> null);

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        execute("create table orders (id int primary key, seller text, amount numeric(12, 2), day date)",
                "insert into orders values (1, 'Ada', 100.50, '2026-03-01'), (2, 'Ben', -7.00, '2026-03-02'), "
                        + "(3, 'Eve', null, null)",
                "create sequence numbers", "create role reader login", "grant select on orders to reader",
                "create role writer login", "grant select, update on orders to writer",
                "create role clerk login", "grant select (id), update (seller) on orders to clerk",
                "create role counter login", "grant usage on sequence numbers to counter",
                "create role maker login", "grant create on schema public to maker",
                "create role signaller login", "grant pg_signal_backend to signaller",
                "create role member login noinherit", "grant writer to member",
                "create role founder login createdb", "create role owner login",
                "create table owned (id int)", "alter table owned owner to owner");
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void writeConnectionFile() throws IOException {
        file = connection("reader");
    }

    private Path connection(String user) throws IOException {
        return Files.writeString(folder.resolve(user + ".connection"), """
                # The orders of the shop
                product = postgresql
                host = localhost
                port = %d
                database = postgres
                user = %s
                tls = off
                """.formatted(postgres.getPort(), user));
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** What is in the database that a query could have changed. */
    private static String state() throws SQLException {
        return number("select concat_ws(' ', (select string_agg(o::text, ' ' order by id) from orders o), "
                + "(select count(*) from pg_class), (select last_value from numbers), "
                + "(select count(*) from pg_largeobject_metadata), "
                + "(select count(*) from pg_locks where locktype = 'advisory'))");
    }

    private static String number(String query) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void rowsAreReadInTheOrderOfTheQuery() throws Exception {
        Table table = Table.read(ADAPTER, file, "select seller, amount, day as \"on\" from orders order by id");

        assertThat(table.columns()).containsExactly("seller", "amount", "on");
        assertThat(table.rows()).containsExactly("1: Ada | 100.50 | 2026-03-01", "2: Ben | -7.00 | 2026-03-02",
                "3: Eve |  | ");
        assertThat(table.refused()).isEmpty();
    }

    @Test
    void onlyTheColumnsThatAreWantedAreReadAndRefused() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file),
                Table.options("select cast(id as text) as a, cast('[1]' as json) as b, id as c from orders"))) {
            assertThat(reader.columns()).containsExactly("a", "b", "c");
            assertThat(Table.read(reader, 2, 0).rows()).containsExactly("1: 1 | 1", "2: 2 | 2", "3: 3 | 3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', value = {
        "cast(12345678901234567890123456.123456789012 as numeric); 12345678901234567890123456.123456789012",
        "cast(1e-10 as numeric); 0.0000000001", "cast(9223372036854775807 as bigint); 9223372036854775807",
        "cast(0.1 as float8) + cast(0.2 as float8); 0.30000000000000004", "cast(0.1 as float4); 0.1",
        "cast(1e20 as float8); 100000000000000000000", "cast(1e-7 as float8); 0.0000001",
        "true; true", "false; false", "cast('ab ' as char(5)); ab", "cast('ab ' as varchar(5)); ^ab ^",
        "date '2024-02-29'; 2024-02-29", "timestamp '2026-03-01 10:00:00'; 2026-03-01 10:00:00",
        "timestamp '2026-03-01 10:00:00.500'; 2026-03-01 10:00:00.5", "time '10:00:00'; 10:00:00",
        "cast('1b4e28ba-2fa1-11d2-883f-0016d3cca427' as uuid); 1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        "'Zoë 😀'; Zoë 😀", "null; ^^"})
    void valuesAreWrittenExactly(String expression, String text) throws Exception {
        assertThat(Table.read(ADAPTER, file, "select " + expression + " as value").rows())
                .containsExactly("1: " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"cast('NaN' as numeric); NaN is no number",
        "cast('Infinity' as float8); Infinity is no number", "cast('-Infinity' as numeric); -Infinity is no number",
        "cast('NaN' as float4); NaN is no number", "date 'infinity'; infinity is no day",
        "timestamp '-infinity'; -infinity is no day", "date '0044-03-15 BC'; 0044-03-15 BC is no day",
        "date '10000-01-01'; 10000-01-01 is no day"})
    void valuesThatAreNoneAreRefusedWithRowAndColumn(String expression, String problem) throws Exception {
        Table table = Table.read(ADAPTER, file, "select id, case id when 2 then " + expression
                + " end as value from orders order by id");

        assertThat(table.rows()).containsExactly("1: 1 | ", "3: 3 | ");
        assertThat(table.refused()).singleElement().asString().startsWith("2:1: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"json, '{}'", "jsonb, '{}'", "bytea, 'ab'", "xml, '<a/>'", "interval, '1 day'", "money, '1'",
        "inet, '::1'", "timetz, '10:00:00+01'", "int4range, '[1,2)'", "point, '(1,2)'", "varbit, '101'"})
    void typesThatHaveNoTextOfTheirOwnAreRefused(String type, String value) {
        assertThat(Table.unreadable(ADAPTER, file, "select cast('" + value + "' as " + type + ") as value"))
                .isEqualTo("1: The column value is of the type " + type + ", which is not read as it stands. "
                        + "Maybe take the part that is needed, in the query, with cast(… as …).");
    }

    @Test
    void aListIsRefused() {
        assertThat(Table.unreadable(ADAPTER, file, "select cast('{1,2}' as int array) as value"))
                .startsWith("1: The column value is of the type _int4, which is not read as it stands.");
    }

    @Test
    void aPointInTimeNeedsAZone() throws Exception {
        String query = "select timestamptz '2026-03-29 00:30:00.25+00' as value, "
                + "cast(timestamptz '2026-02-28 23:30:00+00' as date) as day";

        assertThat(Table.unreadable(ADAPTER, file, query)).startsWith("1: The column value holds points in time, and "
                + "which day that is depends on the time zone. Maybe add zone: Europe/Berlin");
        assertThat(Table.read(ADAPTER, file, query, "zone", "Europe/Berlin").rows())
                .containsExactly("1: 2026-03-29 01:30:00.25 | 2026-03-01");
        assertThat(Table.read(ADAPTER, file, query, "zone", "Asia/Kolkata").rows())
                .containsExactly("1: 2026-03-29 06:00:00.25 | 2026-03-01");
        assertThat(Table.refused(ADAPTER, file, query, "zone", "+02:00"))
                .isEqualTo("zone: '+02:00' is no name of a time zone. "
                        + "Maybe it has a typing error: Europe/Berlin, Asia/Shanghai, UTC.");
    }

    @ParameterizedTest
    @MethodSource("dev.hermes.jdbc.QueryTest#hostile")
    void aHostileQueryChangesNothing(String query) throws Exception {
        String before = state();

        assertThatThrownBy(() -> Table.read(ADAPTER, file, query)).isInstanceOf(AdapterOptionException.class);

        assertThat(state()).isEqualTo(before);
    }

    /** What the parser would have to have missed: the session itself lets nothing through. */
    @ParameterizedTest
    @MethodSource("dev.hermes.jdbc.QueryTest#hostile")
    void evenASessionWithoutTheParserChangesNothing(String query) throws Exception {
        String before = state();
        Postgres database = new Postgres(ConnectionFile.read(new Table.Source(file)), "", null,
                Duration.ofMillis(300));

        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.execute();
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isNotNull();
        }

        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"postgres; it is a superuser", "writer; it may change public.orders",
        "clerk; it may change public.orders", "counter; it may count up public.numbers",
        "maker; it may make tables in the schema public", "signaller; it is a member of pg_signal_backend",
        "member; it may change public.orders", "founder; it may make roles, databases or replicas",
        "owner; it may change public.owned"})
    void whoMayDoMoreThanSelectIsRefused(String user, String right) throws IOException {
        assertThat(Table.unreadable(ADAPTER, connection(user), "select 1")).startsWith("1: The user " + user
                + " may do more than to select: " + right + ". Maybe let an administrator make one for this: "
                + "CREATE ROLE hermes_reader LOGIN PASSWORD '…'; GRANT ");
    }

    @Test
    void aQueryThatRunsAwayIsCancelledInTheDatabase() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file),
                Table.options("select count(*) from generate_series(1, 1000000000) as g"))) {
            interruptWhileRunning();

            assertThatThrownBy(() -> reader.next(new int[] {0}, 100)).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(number(RUNNING)).isEqualTo("0");
    }

    @Test
    void aResultThatDoesNotEndIsReadAPartAtATimeAndLetGo() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file),
                Table.options("select generate_series(1, 1000000000) as g, lpad('x', 1000, 'x') as a"))) {
            for (int i = 0; i < 10; i++) {
                assertThat(reader.next(new int[] {0, 1}, 4_096)).isNotNull().extracting(TableRows::size)
                        .isEqualTo(4_096);
            }
        }
        assertThat(number(RUNNING)).isEqualTo("0");
    }

    private static final String RUNNING = "select count(*) from pg_stat_activity "
            + "where state = 'active' and query like '%generate_series(1, 1000000000)%' and pid <> pg_backend_pid()";

    /** As soon as the database works on it. */
    private static void interruptWhileRunning() {
        Thread reading = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                while (number(RUNNING).equals("0")) {
                    Thread.onSpinWait();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                reading.interrupt();
            }
        });
    }

    @Test
    void moreRowsThanThereMayBeAreRefused() {
        assertThat(Table.unreadable(ADAPTER, file, "select g from generate_series(1, 11) as g", "rows", "10"))
                .isEqualTo("11: The query has more than 10 rows. Maybe narrow it with WHERE, or say rows: … in the "
                        + "format of the mapping.");
    }

    @Test
    void whatTheDatabaseRefusesIsSaidAtTheQuery() {
        assertThat(Table.refused(ADAPTER, file, "select nothing from orders"))
                .startsWith("query: The database postgres on localhost:" + postgres.getPort()
                        + " refuses the query: ERROR: column \"nothing\" does not exist");
        assertThat(Table.unreadable(ADAPTER, file, "select * from owned"))
                .contains("broke off: ERROR: permission denied for table owned");
        assertThat(Table.unreadable(ADAPTER, file, "select 1 / (id - 3) as a from orders order by id"))
                .contains("broke off: ERROR: division by zero");
        assertThat(Table.unreadable(ADAPTER, file, "select 1 as a, 2 as a"))
                .isEqualTo("1: Two columns of the query are called a. Maybe give one another name, with AS.");
    }

    @Test
    void whereNoDatabaseAnswersThatIsSaid() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"),
                Files.readString(file).replaceAll("port = \\d+", "port = 1"));

        assertThat(Table.unreadable(ADAPTER, elsewhere, "select 1"))
                .startsWith(
                        "1: The database postgres on localhost:1 cannot be reached: Connection to localhost:1 refused");
    }

    @Test
    void manyRowsAreAllRead() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file),
                Table.options("select g from generate_series(1, 100000) as g order by g"))) {
            long sum = 0;
            for (TableRows rows = reader.next(new int[] {0}, 4_000); rows != null; rows = reader.next(new int[] {0},
                    4_000)) {
                sum += Arrays.stream(rows.cells(0)).mapToLong(Long::parseLong).sum();
            }
            assertThat(sum).isEqualTo(100_000L * 100_001 / 2);
        }
    }
}
