package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL 14 or newer. All values come as the text that the server makes of them. */
final class Postgres implements Database {

    private static final int CONNECT_SECONDS = 10;
    private static final int FETCH = 1_000;

    /** What the user may do besides to select, itself or as a member of another role; no row where there is nothing. */
    private static final String MORE_THAN_SELECT = """
            with roles as (
                select * from pg_catalog.pg_roles where pg_catalog.pg_has_role(session_user, oid, 'MEMBER')
            ), schemas as (
                select * from pg_catalog.pg_namespace
                where nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                    and not pg_catalog.starts_with(nspname, 'pg_temp')
                    and not pg_catalog.starts_with(nspname, 'pg_toast')
            ), relations as (
                select c.oid, c.relkind, n.nspname || '.' || c.relname as name
                from pg_catalog.pg_class c join schemas n on n.oid = c.relnamespace
            )
            select 'superuser', '' from roles where rolsuper
            union all
            select 'roles', '' from roles
            where rolcreaterole or rolcreatedb or rolreplication
            union all
            select 'member', rolname from roles
            where pg_catalog.starts_with(rolname, 'pg_') and rolname not in ('pg_read_all_data', 'pg_monitor',
                'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables', 'pg_database_owner')
            union all
            select 'schemas', '' from roles
            where pg_catalog.has_database_privilege(oid, pg_catalog.current_database(), 'CREATE')
            union all
            select 'tables', nspname from schemas, roles
            where pg_catalog.has_schema_privilege(roles.oid, schemas.oid, 'CREATE')
            union all
            select 'change', name from relations, roles
            where relkind in ('r', 'p', 'v', 'm', 'f') and (
                pg_catalog.has_table_privilege(roles.oid, relations.oid,
                    'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                or pg_catalog.has_any_column_privilege(roles.oid, relations.oid, 'INSERT, UPDATE, REFERENCES'))
            union all
            select 'count', name from relations, roles
            where relkind = 'S' and pg_catalog.has_sequence_privilege(roles.oid, relations.oid, 'USAGE, UPDATE')
            limit 1
            """;

    private final ConnectionFile file;
    private final String password;
    private final @Nullable ZoneId zone;
    private final Duration longest;

    /** @param password empty for none */
    Postgres(ConnectionFile file, String password, @Nullable ZoneId zone, Duration longest) {
        this.file = file;
        this.password = password;
        this.zone = zone;
        this.longest = longest;
    }

    @Override
    public String quotes() {
        return "'\"";
    }

    @Override
    public Message name() {
        return file.name();
    }

    @Override
    public Connection connect() throws SQLException, UnreadableTableException {
        return Database.prepared(source().getConnection(), this::prepare);
    }

    private PGSimpleDataSource source() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {file.host()});
        source.setPortNumbers(new int[] {file.port()});
        source.setDatabaseName(file.database());
        source.setUser(file.user());
        source.setPassword(password);
        set(source, PGProperty.APPLICATION_NAME, "Hermes");
        set(source, PGProperty.CONNECT_TIMEOUT, String.valueOf(CONNECT_SECONDS));
        set(source, PGProperty.LOGIN_TIMEOUT, String.valueOf(3 * CONNECT_SECONDS));
        set(source, PGProperty.CANCEL_SIGNAL_TIMEOUT, String.valueOf(CONNECT_SECONDS));
        set(source, PGProperty.TCP_KEEP_ALIVE, "true");
        set(source, PGProperty.PREFER_QUERY_MODE, "extended");
        set(source, PGProperty.READ_ONLY, "true");
        set(source, PGProperty.BINARY_TRANSFER, "false");
        set(source, PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
        set(source, PGProperty.GSS_ENC_MODE, "disable");
        // Rows that are long are asked for a few at a time.
        set(source, PGProperty.MAX_RESULT_BUFFER, "64M");
        set(source, PGProperty.ADAPTIVE_FETCH, "true");
        set(source, PGProperty.ADAPTIVE_FETCH_MAXIMUM, String.valueOf(FETCH));
        set(source, PGProperty.DEFAULT_ROW_FETCH_SIZE, "100");
        set(source, PGProperty.SSL_MODE, file.encrypted() ? "verify-full" : "disable");
        if (file.encrypted()) {
            set(source, PGProperty.CHANNEL_BINDING, "require");
            if (file.certificate() == null) {
                set(source, PGProperty.SSL_FACTORY, "org.postgresql.ssl.DefaultJavaSSLFactory");
            } else {
                set(source, PGProperty.SSL_ROOT_CERT, file.certificate().toString());
            }
        }
        return source;
    }

    private static void set(PGSimpleDataSource source, PGProperty property, String value) throws SQLException {
        source.setProperty(property, value);
    }

    private void prepare(Connection connection) throws SQLException, UnreadableTableException {
        Database.execute(connection, "set default_transaction_read_only = on",
                "set statement_timeout = " + longest.toMillis(), "set lock_timeout = 5000",
                "set standard_conforming_strings = on", "set extra_float_digits = 3", "set datestyle = 'ISO'",
                "set time zone '" + (zone == null ? "UTC" : zone.getId()) + "'");
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet more = statement.executeQuery(MORE_THAN_SELECT)) {
            if (more.next()) {
                throw new UnreadableTableException(1, Message.of("The user {0} may do more than to select: {1}. "
                        + "Maybe let an administrator make one for this: CREATE ROLE hermes_reader LOGIN PASSWORD "
                        + "'…'; GRANT USAGE ON SCHEMA … TO hermes_reader; GRANT SELECT ON … TO hermes_reader.",
                        file.user(), more(more.getString(1), more.getString(2))));
            }
        }
    }

    /** What the user may do, as {@link #MORE_THAN_SELECT} tells it. */
    private static Message more(String what, String of) {
        return switch (what) {
            case "superuser" -> Message.of("it is a superuser");
            case "roles" -> Message.of("it may make roles, databases or replicas");
            case "member" -> Message.of("it is a member of {0}", of);
            case "schemas" -> Message.of("it may make schemas");
            case "tables" -> Message.of("it may make tables in the schema {0}", of);
            case "change" -> Message.of("it may change {0}", of);
            case "count" -> Message.of("it may count up {0}", of);
            default -> throw new IllegalStateException("No right is called " + what + ".");
        };
    }

    @Override
    public int fetchSize() {
        return 100;
    }

    @Override
    public CellReading reading(ResultSetMetaData columns, int column) throws SQLException, UnreadableTableException {
        String type = columns.getColumnTypeName(column);
        return switch (type) {
            case "int2",
                    "int4",
                    "int8",
                    "serial",
                    "bigserial",
                    "smallserial",
                    "oid",
                    "text",
                    "varchar",
                    "name",
                    "citext",
                    "uuid",
                    "char" -> CellReading.ofText(text -> text);
            case "bpchar" -> CellReading.ofText(String::stripTrailing);
            case "numeric", "float4", "float8" -> CellReading.ofText(Texts::decimal);
            case "bool" -> CellReading.ofText(text -> String.valueOf(text.startsWith("t")));
            case "date" -> CellReading.ofText(Texts::day);
            case "time" -> CellReading.ofText(Texts::time);
            case "timestamp" -> CellReading.ofText(Texts::dayAndTime);
            case "timestamptz" -> {
                if (zone == null) {
                    throw Database.zoneless(columns, column);
                }
                yield CellReading.ofText(Texts::withoutOffset);
            }
            default -> {
                // An enumeration has a name of its own.
                if (columns.getColumnType(column) != Types.VARCHAR) {
                    throw Database.unfit(columns, column, type);
                }
                yield CellReading.ofText(text -> text);
            }
        };
    }
}
