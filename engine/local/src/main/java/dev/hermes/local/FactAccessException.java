package dev.hermes.local;

import dev.hermes.model.Message;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database refused a statement, for a reason that is not in what was asked: a disk, a damaged file, memory. The
 * message has the statement.
 */
public final class FactAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern QUOTED = Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private final String reason;
    private final transient Message said;
    private final boolean timedOut;

    FactAccessException(String sql, SQLException cause, boolean timedOut) {
        this(reason(cause), sql, cause, timedOut);
    }

    private FactAccessException(String reason, String sql, SQLException cause, boolean timedOut) {
        super("The facts could not be read or written: " + reason + "\nThe statement was: " + sql, cause);
        this.reason = reason;
        said = Message.of("The facts could not be read or written: {0}", reason);
        this.timedOut = timedOut;
    }

    /** What the database said, without the statement. */
    public Message said() {
        return said;
    }

    /** Whether the statement was ended because its time was over. */
    boolean timedOut() {
        return timedOut;
    }

    /** What the database said, without its advice on settings and its picture of the statement. */
    String reason() {
        return reason;
    }

    /** Where the database quotes a failure of its own as JSON, what that says. */
    private static String inWords(String said) {
        Matcher quoted = QUOTED.matcher(said);
        return quoted.find() ? quoted.group(1).replace("\\\"", "\"").replace("\\\\", "\\") : said;
    }

    private static String reason(SQLException cause) {
        String said = inWords(String.valueOf(cause.getMessage()));
        int advice = said.indexOf("\n\n");
        return (advice < 0 ? said : said.substring(0, advice)).strip().replaceFirst("\\.$", "");
    }
}
