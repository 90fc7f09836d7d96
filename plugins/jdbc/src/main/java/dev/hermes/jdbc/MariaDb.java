package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.NonRegisteringDriver;

/** MariaDB and MySQL, which speak one protocol. Values come in their binary form, for as text a FLOAT loses digits. */
final class MariaDb implements Database {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int FETCH = 1_000;
    private static final DateTimeFormatter DAY_AND_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).toFormatter(Locale.ROOT);

    private final ConnectionFile file;
    private final String password;
    private final @Nullable ZoneId zone;
    private final Duration longest;

    /** @param password empty for none */
    MariaDb(ConnectionFile file, String password, @Nullable ZoneId zone, Duration longest) {
        this.file = file;
        this.password = password;
        this.zone = zone;
        this.longest = longest;
    }

    @Override
    public String quotes() {
        return "'\"`";
    }

    @Override
    public Message name() {
        return file.name();
    }

    @Override
    public Connection connect() throws SQLException, UnreadableTableException {
        return Database.prepared(NonRegisteringDriver.connect(configuration()), this::prepare);
    }

    /** How to connect. The names in the address are such that nothing in them can end it; see the connection file. */
    Configuration configuration() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", file.user());
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", String.valueOf(CONNECT_MILLIS));
        settings.setProperty("sslMode", file.encrypted() ? "verify-full" : "disable");
        if (file.certificate() != null) {
            settings.setProperty("serverSslCert", file.certificate().toString());
        }
        // Neither files nor further statements nor other servers.
        settings.setProperty("allowLocalInfile", "false");
        settings.setProperty("allowMultiQueries", "false");
        settings.setProperty("permitRedirect", "false");
        settings.setProperty("allowPublicKeyRetrieval", "false");
        settings.setProperty("dumpQueriesOnException", "false");
        settings.setProperty("useServerPrepStmts", "true");
        settings.setProperty("cachePrepStmts", "false");
        // Numbers are numbers, whatever they are used for.
        settings.setProperty("tinyInt1isBit", "false");
        settings.setProperty("yearIsDateType", "false");
        settings.setProperty("uuidAsString", "true");
        settings.setProperty("preserveInstants", "false");
        return Configuration.parse("jdbc:mariadb://address=(host=" + file.host() + ")(port=" + file.port() + ")/"
                + file.database(), settings);
    }

    private void prepare(Connection connection) throws SQLException, UnreadableTableException {
        refuseRights(connection);
        boolean mysql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
        Database.execute(connection, "set session time_zone = '+00:00'", "set session lock_wait_timeout = 5",
                mysql
                        ? "set session max_execution_time = " + longest.toMillis()
                        : "set session max_statement_time = " + BigDecimal.valueOf(longest.toMillis(), 3),
                "set session transaction read only", "set autocommit = 0", "start transaction read only");
    }

    private void refuseRights(Connection connection) throws SQLException, UnreadableTableException {
        try (Statement statement = connection.createStatement();
                ResultSet grants = statement.executeQuery("show grants for current_user()")) {
            while (grants.next()) {
                Message more = MariaDbGrant.moreThanSelect(grants.getString(1));
                if (more != null) {
                    throw new UnreadableTableException(1, Message.of("The user {0} may do more than to select: "
                            + "{1}. Maybe let an administrator make one for this: CREATE USER hermes_reader "
                            + "IDENTIFIED BY '…'; GRANT SELECT ON … TO hermes_reader.", file.user(), more));
                }
            }
        }
    }

    @Override
    public int fetchSize() {
        return FETCH;
    }

    @Override
    public CellReading reading(ResultSetMetaData columns, int column) throws SQLException, UnreadableTableException {
        String type = columns.getColumnTypeName(column).toUpperCase(Locale.ROOT);
        if (type.equals("JSON")) {
            throw Database.unfit(columns, column, type);
        }
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> CellReading.ofText(text -> text);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> CellReading.ofText(text -> text);
            case Types.DECIMAL, Types.NUMERIC -> CellReading.ofText(Texts::decimal);
            case Types.DOUBLE -> (rows, at) -> {
                double number = rows.getDouble(at);
                return rows.wasNull() ? "" : Texts.binary(number);
            };
            case Types.REAL, Types.FLOAT -> (rows, at) -> {
                float number = rows.getFloat(at);
                return rows.wasNull() ? "" : Texts.binary(number);
            };
            case Types.DATE -> CellReading.ofText(Texts::day);
            case Types.TIME -> CellReading.ofText(Texts::time);
            case Types.TIMESTAMP -> type.equals("DATETIME")
                    ? CellReading.ofText(Texts::dayAndTime)
                    : inZone(columns, column);
            default -> throw Database.unfit(columns, column, type);
        };
    }

    /** The session is in UTC. */
    private CellReading inZone(ResultSetMetaData columns, int column) throws SQLException, UnreadableTableException {
        ZoneId there = zone;
        if (there == null) {
            throw Database.zoneless(columns, column);
        }
        return CellReading.ofText(text -> LocalDateTime.parse(Texts.dayAndTime(text), DAY_AND_TIME)
                .atOffset(ZoneOffset.UTC).atZoneSameInstant(there).format(DAY_AND_TIME));
    }
}
