package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that asks for a password, over an encrypted connection. */
@DisabledOnOs(OS.WINDOWS)
class PostgresTlsTest {

    private static final String PASSWORD = "pa55-wörd";
    private static final DatabaseAdapter ADAPTER = new DatabaseAdapter(
            variable -> variable.equals("SHOP_PASSWORD") ? PASSWORD : null);

    @TempDir
    private static Path keys;

    private static EmbeddedPostgres postgres;
    private static TestCertificate server;
    private static TestCertificate other;
    private static TestCertificate elsewhere;

    @TempDir
    Path folder;

    @BeforeAll
    static void startDatabase() throws Exception {
        server = TestCertificate.make(keys, "server", "localhost");
        other = TestCertificate.make(keys, "other", "localhost");
        elsewhere = TestCertificate.make(keys, "elsewhere", "db.example.com");
        postgres = EmbeddedPostgres.builder().start();
        execute("create role reader login password '" + PASSWORD + "'");
        serve(server);
        // Who connects as the tests do, for the settings, still needs no password; the reader needs one and encryption.
        write("pg_hba.conf",
                "local all all trust\nhost all postgres all trust\nhostssl all reader all scram-sha-256\n");
        execute("select pg_reload_conf()");
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    /** Lets the server show this certificate from now on. The files are the server's, whoever it runs as. */
    private static void serve(TestCertificate certificate) throws SQLException, IOException {
        write("server.crt", Files.readString(certificate.certificate()));
        write("server.key", Files.readString(certificate.key()));
        execute("alter system set ssl = on", "select pg_reload_conf()");
    }

    /** Writes a file in the folder of the data, as the server itself: only its owner may read a key. */
    private static void write(String name, String text) throws SQLException {
        execute("copy (select unnest(string_to_array(rtrim('" + text + "', E'\\n'), E'\\n'))) to program "
                + "'umask 077; cat > " + name + "'");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private Path connection(TestCertificate trusted, String tls) throws IOException {
        Files.copy(trusted.certificate(), folder.resolve("ca.pem"));
        return Files.writeString(folder.resolve("shop.connection"), """
                product = postgresql
                host = localhost
                port = %d
                database = postgres
                user = reader
                passwordFrom = SHOP_PASSWORD
                tls = %s
                certificate = ca.pem
                """.formatted(postgres.getPort(), tls));
    }

    @Test
    void theConnectionIsEncryptedAndBoundToTheServersCertificate() throws Exception {
        String query = "select ssl, version from pg_stat_ssl join pg_stat_activity using (pid) "
                + "where usename = 'reader'";

        assertThat(Table.read(ADAPTER, connection(server, "verify"), query).rows())
                .containsExactly("1: true | TLSv1.3");
    }

    @Test
    void aServerWhoseCertificateIsOfNobodyThatIsTrustedIsNotTalkedTo() throws Exception {
        assertThat(Table.unreadable(ADAPTER, connection(other, "verify"), "select 1 as a"))
                .startsWith("1: The database postgres on localhost:" + postgres.getPort() + " cannot be reached: ")
                .contains("SSL error").doesNotContain(PASSWORD);
    }

    @Test
    void aServerOfAnotherNameIsNotTalkedTo() throws Exception {
        serve(elsewhere);
        try {
            assertThat(Table.unreadable(ADAPTER, connection(elsewhere, "verify"), "select 1 as a"))
                    .contains("cannot be reached: ", "The hostname localhost could not be verified");
        } finally {
            serve(server);
        }
    }

    @Test
    void withoutEncryptionThisServerTakesNobody() throws Exception {
        assertThat(Table.unreadable(ADAPTER, connection(server, "off"), "select 1 as a"))
                .contains("cannot be reached: ", "no pg_hba.conf entry", "no encryption").doesNotContain(PASSWORD);
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws Exception {
        assertThat(Table.unreadable(new DatabaseAdapter(_ -> "not-" + PASSWORD), connection(server, "verify"),
                "select 1 as a")).contains("password authentication failed for user \"reader\"")
                .doesNotContain(PASSWORD);
    }
}
