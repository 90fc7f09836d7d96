package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that are not brought in: counted, the first of them reported, and all written where somebody wants them. */
final class Rejects implements RefusedRows {

    private final String source;
    private final Findings findings;
    private final @Nullable RejectFile file;
    private long count;

    /**
     * @param source
     *            the file that the rows are from, as findings call it
     * @param file
     *            where they are written; null where one of them is enough for the whole file to be refused
     */
    Rejects(String source, Findings findings, @Nullable RejectFile file) {
        this.source = source;
        this.findings = findings;
        this.file = file;
    }

    @Override
    public void add(long line, List<Reason> reasons, List<String> cells) throws IOException {
        count++;
        reasons.forEach(reason -> findings.add(reason.finding(source, line)));
        if (file != null) {
            file.write(line, reasons, cells);
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
