package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.jdbc.ConnectionFile.Product;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.export.SslMode;

class ConnectionFileTest {

    private static final String WHOLE = """
            # Sales of the shop
            product = postgresql
            host = db.example.com
            port = 5433
            database = sales all
            user = reader
            passwordFrom = SALES_PASSWORD
            """;

    @TempDir
    Path folder;

    private ConnectionFile read(String text) throws UnreadableTableException, IOException {
        return ConnectionFile.read(new Table.Source(Files.writeString(folder.resolve("sales.connection"), text)));
    }

    private String problem(String text) {
        UnreadableTableException unreadable = catchThrowableOfType(UnreadableTableException.class, () -> read(text));
        if (unreadable == null) {
            throw new AssertionError("The file was read.");
        }
        return unreadable.row() + ": " + unreadable.said();
    }

    @Test
    void allFieldsAreRead() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "certificate");

        assertThat(read(WHOLE + "tls = verify\ncertificate = ca.pem\n")).isEqualTo(
                new ConnectionFile(Product.POSTGRESQL, "db.example.com", 5433, "sales all", "reader",
                        "SALES_PASSWORD", true, folder.resolve("ca.pem")));
    }

    @Test
    void whatIsNotGivenIsTheUsualAndTheSafe() throws Exception {
        assertThat(read("product=mysql\nhost=db\ndatabase=sales\nuser=reader"))
                .isEqualTo(new ConnectionFile(Product.MYSQL, "db", 3306, "sales", "reader", null, true, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"product = oracle; 2: The product must be one of postgresql, mariadb, mysql.",
        "host = db/?socketFactory=evil; 3: The value of this line is no name of a computer.",
        "host = db:5432; 3: The value of this line is no name of a computer.",
        "host = db,other; 3: The value of this line is no name of a computer.",
        "port = 70000; 4: The port (70000) must be 65535 at most.", "port = five; 4: The value of this line must be a",
        "database = sales?allowLocalInfile=true; 5: The value of this line is no name of a database.",
        "database = sales&user=root; 5: The value of this line is no name of a database.",
        "passwordFrom = p4ss-w0rd!; 7: The value of this line is no name of an environment variable.",
        "user =; 6: The field user must be given once, and with a value."})
    void whatIsWrongIsSaidWithItsLine(String line, String problem) {
        String field = line.substring(0, line.indexOf(' '));

        assertThat(problem(WHOLE.replaceFirst("(?m)^" + field + " =.*$", line))).startsWith(problem);
    }

    @Test
    void aPasswordOrAnAddressIsRefusedAndNotRepeated() {
        assertThat(problem(WHOLE + "password = swordfish\n"))
                .startsWith("8: The line is none of a connection file. Maybe "
                        + "one of certificate, database, host, passwordFrom, port, product, tls, user with = "
                        + "behind it; a password "
                        + "is in no file: passwordFrom names")
                .doesNotContain("swordfish");
        assertThat(problem("jdbc:postgresql://db/sales?user=me&password=swordfish\n")).startsWith("1: The line is none")
                .doesNotContain("swordfish");
        assertThat(problem(WHOLE + "swordfish\n")).startsWith("8: The line is none").doesNotContain("swordfish");
    }

    @Test
    void withoutEncryptionOnlyThisComputerIsReached() throws Exception {
        assertThat(problem(WHOLE + "tls = off\n")).isEqualTo("8: Without encryption only this computer itself may be "
                + "reached, as localhost. Maybe remove the line, and name the server's authority in certificate = ….");
        assertThat(read(WHOLE.replace("db.example.com", "localhost") + "tls = off\n").encrypted()).isFalse();
        assertThat(problem(WHOLE + "tls = prefer\n")).startsWith("8: tls must be verify or off.");
    }

    @Test
    void aCertificateThatIsNotThereIsRefused() {
        assertThat(problem(WHOLE + "certificate = ca.pem\n"))
                .startsWith("8: The certificate " + folder.resolve("ca.pem") + " is not there.");
    }

    @Test
    void whatIsNoConnectionFileIsToldFromOne() throws IOException {
        Path binary = Files.write(folder.resolve("sales.db"), "SQLite\u00ff".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(UnreadableTableException.class,
                () -> ConnectionFile.read(new Table.Source(binary))).said().text()).contains("then format: sqlite");
        assertThat(problem("")).startsWith("1: The field product is missing.");
        assertThat(problem(WHOLE + WHOLE)).startsWith("9: The field product must be given once");
    }

    @Test
    void whereThePasswordIsNotSetThatIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("sales.connection"), WHOLE);

        assertThat(Table.unreadable(new DatabaseAdapter(_ -> null), file, "select 1"))
                .isEqualTo("1: The environment variable SALES_PASSWORD, from which the password is taken, is not set. "
                        + "Maybe set it where Hermes is started.");
    }

    @Test
    void mariaDbIsAskedForNothingThatExecutesOrSendsAnythingElse() throws Exception {
        Configuration configuration = new MariaDb(read(WHOLE.replace("postgresql", "mysql")), "secret", null,
                Duration.ofMinutes(1)).configuration();

        assertThat(configuration.allowLocalInfile()).isFalse();
        assertThat(configuration.allowMultiQueries()).isFalse();
        assertThat(configuration.permitRedirect()).isFalse();
        assertThat(configuration.allowPublicKeyRetrieval()).isFalse();
        assertThat(configuration.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(configuration.database()).isEqualTo("sales all");
        assertThat(configuration.toString()).doesNotContain("secret");
    }
}
