package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that are not brought in: counted, the first of them reported, and all written where they are wanted. */
final class Rejects implements RefusedRows {

    private final String source;
    private final Findings findings;
    private final @Nullable KeptAside kept;
    private final @Nullable RejectFile file;
    private long count;

    /**
     * @param source
     *            the file that the rows are from, as findings call it
     * @param kept
     *            what the workspace keeps of them; null where it keeps nothing
     * @param file
     *            where they are written besides; null where nobody wants them
     */
    Rejects(String source, Findings findings, @Nullable KeptAside kept, @Nullable RejectFile file) {
        this.source = source;
        this.findings = findings;
        this.kept = kept;
        this.file = file;
    }

    @Override
    public void add(long line, List<Reason> reasons, List<String> cells) throws IOException {
        count++;
        reasons.forEach(reason -> findings.add(reason.finding(source, line)));
        if (kept != null) {
            kept.add(line, reasons, cells);
        }
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
        try (KeptAside _ = kept; RejectFile _ = file) {
            // Both are closed, also where one of them cannot be.
        }
    }
}
