package dev.hermes.workspace.imports;

import dev.hermes.model.Location;
import org.jspecify.annotations.Nullable;

/** The row at hand: the rows of a file pass through one of these, one after the other. Of one thread. */
final class Row {

    private final String file;
    private final Findings findings;
    private long line;
    private int index;
    private boolean bad;

    Row(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Goes to a row of the batch that the fields are reading. */
    void moveTo(int rowIndex, long rowLine) {
        index = rowIndex;
        line = rowLine;
        bad = false;
    }

    /** The place of the row in its batch. */
    int index() {
        return index;
    }

    /** The line that the row starts in. */
    long line() {
        return line;
    }

    /** Whether anything in this row was refused. What the fields have returned is then of no use. */
    boolean isBad() {
        return bad;
    }

    /** Reports what is wrong with a cell of this row. */
    void refuse(int column, String subject, String message) {
        refuse(subject, "", new Location(file, Math.toIntExact(line), column), message);
    }

    /** Reports what is wrong with the row as a whole. */
    void refuse(String message) {
        refuse(1, "row", message);
    }

    void refuse(String subject, String path, @Nullable Location location, String message) {
        markBad();
        findings.add(subject, path, location, message);
    }

    /** Notes that the row is not to be written although nothing (more) is to be said about it. */
    void markBad() {
        bad = true;
    }
}
