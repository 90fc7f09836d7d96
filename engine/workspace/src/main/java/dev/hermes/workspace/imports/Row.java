package dev.hermes.workspace.imports;

import dev.hermes.model.Location;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row at hand: the rows of a file pass through one of these, one after the other. Of one thread. */
final class Row {

    private final Findings findings;
    private final List<Reason> reasons = new ArrayList<>();
    private long line;
    private int index;
    private boolean bad;

    /** @param findings is told of what is wrong with the mapping, and thus with every row */
    Row(Findings findings) {
        this.findings = findings;
    }

    /** Goes to a row of the batch that the fields are reading. */
    void moveTo(int rowIndex, long rowLine) {
        index = rowIndex;
        line = rowLine;
        forgive();
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

    /** Why the row was refused. */
    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    /** Forgets why the row was refused. */
    void forgive() {
        reasons.clear();
        bad = false;
    }

    /** Reports what is wrong with this row. */
    void refuse(Reason reason) {
        bad = true;
        reasons.add(reason);
    }

    /** Reports what is wrong with the row as a whole. */
    void refuse(Message wrong, Message advice) {
        refuse(Reason.ofRow(wrong, advice));
    }

    /** Reports what is wrong with every row, at its place in the mapping. */
    void refuseAll(String subject, @Nullable Location mapped, Message message) {
        markBad();
        findings.add(subject, "", mapped, message);
    }

    /** Notes that the row is not to be written although nothing (more) is to be said about it. */
    void markBad() {
        bad = true;
    }
}
