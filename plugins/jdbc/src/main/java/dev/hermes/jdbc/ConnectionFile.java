package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database: a file of lines such as {@code host = db.example.com}. It holds neither a password, for
 * files are copied, nor an address of JDBC, for such a one can do more than to name a database.
 *
 * @param host
 *            a name or an IP address
 * @param port
 *            from 1 to 65535
 * @param passwordFrom
 *            the environment variable that holds the password; null: there is none
 * @param encrypted
 *            whether the connection is encrypted and the server's name proven
 * @param certificate
 *            of the authority that the server's certificate is from; null: those that Java trusts
 */
record ConnectionFile(Product product, String host, int port, String database, String user,
        @Nullable String passwordFrom, boolean encrypted, @Nullable Path certificate) {

    private static final int LARGEST = 64 << 10;
    private static final Set<String> FIELDS = Set.of("product", "host", "port", "database", "user", "passwordFrom",
            "tls", "certificate");
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");
    private static final Pattern HOST = Pattern
            .compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,128}");
    /** The MariaDB driver takes the name as a part of an address. */
    private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_$ .-]{1,64}");

    /** Which database it is. */
    enum Product {
        POSTGRESQL(5432), MARIADB(3306), MYSQL(3306);

        private final int usualPort;

        Product(int usualPort) {
            this.usualPort = usualPort;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A value, and where it stands. */
    private record Line(int number, String value) {}

    /** @throws UnreadableTableException with the line that is wrong */
    static ConnectionFile read(TableSource source) throws UnreadableTableException, IOException {
        Map<String, Line> lines = lines(text(source));
        Product product = product(required(lines, "product"));
        Line host = required(lines, "host");
        String name = matching(host, HOST, Message.of("The value of this line is no name of a computer. Maybe "
                + "db.example.com, without port or address."));
        Line port = lines.get("port");
        Line tls = lines.get("tls");
        Line certificate = lines.get("certificate");
        Line passwordFrom = lines.get("passwordFrom");
        return new ConnectionFile(product, name, port == null ? product.usualPort : port(port),
                matching(required(lines, "database"), DATABASE,
                        Message.of("The value of this line is no name of a database. Maybe one of letters, digits, "
                                + "blanks, _ $ . and -.")),
                matching(required(lines, "user"), NAME, Message.of("The value of this line is no name of a user. "
                        + "Maybe remove what is not seen.")),
                passwordFrom == null
                        ? null
                        : matching(passwordFrom, VARIABLE, Message.of("The value of this line is no name of an "
                                + "environment variable. "
                                + "Maybe SALES_DB_PASSWORD; the password itself is in no file.")),
                encrypted(tls, name), certificate == null ? null : certificate(certificate, source));
    }

    private static String text(TableSource source) throws UnreadableTableException, IOException {
        try (InputStream bytes = source.open()) {
            byte[] read = bytes.readNBytes(LARGEST + 1);
            if (read.length <= LARGEST) {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableTableException(1, Message.of("The file is not UTF-8. Maybe it is no connection "
                    + "file, but the database itself: then format: sqlite."));
        }
        throw new UnreadableTableException(1, Message.of("The file has more than 64 KiB. Maybe it is no connection "
                + "file, which has lines such as host = db.example.com."));
    }

    private static Map<String, Line> lines(String text) throws UnreadableTableException {
        Map<String, Line> lines = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            int sign = line.indexOf('=');
            String field = sign < 0 ? "" : line.substring(0, sign).strip();
            String value = line.substring(sign + 1).strip();
            // What is wrong is not quoted: it may be a password.
            if (!FIELDS.contains(field)) {
                throw new UnreadableTableException(number, Message.of("The line is none of a connection file. "
                        + "Maybe one of {0} with = behind it; a password is in no file: passwordFrom names the "
                        + "environment variable that holds it.", String.join(", ", FIELDS.stream().sorted().toList())));
            }
            if (value.isEmpty() || lines.put(field, new Line(number, value)) != null) {
                throw new UnreadableTableException(number, Message.of("The field {0} must be given once, and with "
                        + "a value. Maybe remove the line.", field));
            }
        }
        return lines;
    }

    private static Line required(Map<String, Line> lines, String field) throws UnreadableTableException {
        Line line = lines.get(field);
        if (line == null) {
            throw new UnreadableTableException(1, Message.of("The field {0} is missing. Maybe add a line {0} = …; "
                    + "if this file is the database itself, then format: sqlite.", field));
        }
        return line;
    }

    private static String matching(Line line, Pattern pattern, Message problem) throws UnreadableTableException {
        if (!pattern.matcher(line.value).matches()) {
            throw new UnreadableTableException(line.number, problem);
        }
        return line.value;
    }

    private static Product product(Line line) throws UnreadableTableException {
        for (Product product : Product.values()) {
            if (product.word().equals(line.value)) {
                return product;
            }
        }
        throw new UnreadableTableException(line.number, Message.of("The product must be one of {0}. Maybe it is "
                + "misspelt; a file of SQLite is read with format: sqlite.",
                String.join(", ", List.of(Product.values()).stream().map(Product::word).toList())));
    }

    private static int port(Line line) throws UnreadableTableException {
        int port = Integer.parseInt(matching(line, PORT, Message.of("The value of this line must be a number from "
                + "1 to 65535. Maybe remove the line.")));
        if (port > 65_535) {
            throw new UnreadableTableException(line.number, Message.of("The port ({0}) must be 65535 at most. "
                    + "Maybe remove the line.", port));
        }
        return port;
    }

    private static boolean encrypted(@Nullable Line tls, String host) throws UnreadableTableException {
        if (tls == null || tls.value.equals("verify")) {
            return true;
        }
        if (!tls.value.equals("off")) {
            throw new UnreadableTableException(tls.number, Message.of("tls must be verify or off. Maybe remove the "
                    + "line: then the connection is encrypted and the server's name proven."));
        }
        if (!LOCAL.contains(host)) {
            throw new UnreadableTableException(tls.number, Message.of("Without encryption only this computer "
                    + "itself may be reached, as localhost. Maybe remove the line, and name the server's authority "
                    + "in certificate = …."));
        }
        return false;
    }

    private static Path certificate(Line line, TableSource source) throws UnreadableTableException {
        Path file = Path.of(source.path()).resolveSibling(line.value);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableTableException(line.number, Message.of("The certificate {0} is not there. Maybe "
                    + "the path is relative to another folder than that of the connection file.", file));
        }
        return file;
    }

    /** What the connection leads to, for messages. */
    Message name() {
        return Message.of("database {0} on {1}:{2}", database, host, port);
    }
}
