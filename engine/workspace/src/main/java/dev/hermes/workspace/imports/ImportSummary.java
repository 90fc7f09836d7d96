package dev.hermes.workspace.imports;

import dev.hermes.model.Finding;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Imports;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param mapping
 *            the mapping's code
 * @param into
 *            what the rows have become
 * @param read
 *            how many rows the file has; {@code accepted + leftOut + rejected}
 * @param accepted
 *            how many rows were brought in
 * @param leftOut
 *            how many rows the mapping's condition left out
 * @param rejected
 *            how many rows were rejected and put aside
 * @param replaced
 *            how many rows the mapping had brought in before, and which are gone
 * @param findings
 *            why rows were rejected: the first hundred reasons, and how many there are besides
 * @param since
 *            when the same file was brought in already, so that there was nothing to do; null where it was brought in now
 */
public record ImportSummary(String mapping, Mapping.Target into, long read, long accepted, long leftOut,
        long rejected, long replaced, List<Finding> findings, @Nullable Instant since) {

    public ImportSummary {
        findings = List.copyOf(findings);
    }

    /** An import that has rejected nothing. */
    public ImportSummary(String mapping, Mapping.Target into, long read, long accepted, long leftOut, long replaced) {
        this(mapping, into, read, accepted, leftOut, 0, replaced, List.of(), null);
    }

    /** The file is the one that was brought in last. */
    static ImportSummary unchanged(Mapping mapping, Imports.Import last) {
        return new ImportSummary(mapping.code(), mapping.into(), last.read(), last.accepted(), last.leftOut(), 0, 0,
                List.of(), last.importedAt());
    }
}
