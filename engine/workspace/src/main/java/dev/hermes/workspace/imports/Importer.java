package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.ImportWriter;
import dev.hermes.workspace.RowConflict;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Brings a file into a workspace as a mapping says, in place of what the mapping brought before: whole or not at all, or
 * without the rows that are rejected.
 */
public final class Importer {

    private final LoadedDocument loaded;
    private final Mapping mapping;
    private final Path file;
    private final ImportTerms terms;
    private final ImportListener listener;
    private final Library library;
    /** What is enough for nothing to be brought in. */
    private final Findings findings;
    private final Row row;

    private Importer(LoadedDocument loaded, Mapping mapping, Path file, ImportTerms terms, Library library,
            ImportListener listener) {
        this.loaded = loaded;
        this.mapping = mapping;
        this.file = file;
        this.terms = terms;
        this.library = library;
        this.listener = listener;
        findings = new Findings(mapping.file());
        row = new Row(findings);
    }

    /** Brings in the mapping's own file, whole or not at all. */
    public static ImportSummary run(Workspace workspace, LoadedDocument mapping, Path folder,
            ImportListener listener) {
        return run(workspace, mapping, folder, ImportTerms.WHOLE, listener);
    }

    /**
     * Brings in a file. The documents that the rows belong to (dataset, indicators, calendars and so on) are those of
     * the workspace; the mapping need not be one of them.
     *
     * @param mapping
     *            the mapping, with its places for findings
     * @param folder
     *            the folder that the mapping's file is relative to
     * @throws FindingsException
     *             where anything is wrong with the mapping or, unless bad rows are rejected, with any row: the first
     *             hundred findings, each with its line and the number of its column; nothing has changed then
     */
    public static ImportSummary run(Workspace workspace, LoadedDocument mapping, Path folder, ImportTerms terms,
            ImportListener listener) {
        if (!(mapping.document() instanceof Mapping document)) {
            throw new IllegalArgumentException("The " + mapping.subject() + " is not a mapping.");
        }
        Path mended = terms.mended();
        Path file = mended == null ? folder.resolve(document.file()).normalize() : mended;
        Importer importer = new Importer(mapping, document, file, terms, workspace.documents().library(), listener);
        importer.refuseUnreadable();
        importer.refuseOwn(workspace);
        return mended == null
                ? workspace.imports().replace(document.code(), document.file(), importer::write)
                : workspace.imports().extend(document.code(), importer::write);
    }

    private void refuseUnreadable() {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return;
        }
        String problem = !Files.exists(file)
                ? "The file " + file
                        + " is not there. Maybe it was not delivered yet, or the path is relative to another folder."
                : Files.isDirectory(file)
                        ? file + " is a folder. Maybe name a file in it."
                        : "The file " + file + " may not be read. Maybe ask for the right to read it.";
        if (terms.mended() == null) {
            findings.add(loaded.subject(), "file", loaded.locate("file"), problem);
        } else {
            findings.add("file " + readName(), "", null, problem);
        }
        findings.refuse();
    }

    /** Least of all its database: a second SQLite in this process would undo the locks of the first when it closes it. */
    private void refuseOwn(Workspace workspace) {
        Path place;
        try {
            place = file.toRealPath();
        } catch (IOException e) {
            throw WorkspaceException.of("The file " + file + " could not be brought in", e);
        }
        if (workspace.owns(place)) {
            findings.add(loaded.subject(), "file", loaded.locate("file"), "The file " + file
                    + " is the workspace's own. Maybe another one was meant.");
            findings.refuse();
        }
    }

    private ImportSummary write(ImportWriter writer, long replaced) {
        try (RowSource source = open()) {
            MappedFields fields = new MappedFields(loaded, mapping, source.columns(), findings);
            Path rejected = terms.rejects();
            ReadColumns columns = fields.columns(rejected != null && hasOnlyText());
            Findings reasons = rejected == null ? findings : new Findings(mapping.file());
            try (Rejects rejects = new Rejects(mapping.file(), reasons,
                    rejected == null ? null : new RejectFile(rejected, columns.names()));
                    RowMaker maker = maker(fields, columns, rejects, writer)) {
                fields.refuseOthers();
                findings.refuse();
                FileReading reading = new FileReading(source, fields, columns, row, rejects);
                reading.each(listener, new Rows(maker, writer));
                findings.refuse();
                maker.compare(writer);
                findings.refuse();
                maker.finish(writer);
                return new ImportSummary(mapping.code(), mapping.into(), reading.read(), writer.rows(),
                        reading.leftOut(), rejects.count(), replaced, reasons.all());
            }
        } catch (SourceProblem problem) {
            findings.add("file", "", new Location(readName(), Math.toIntExact(problem.line()), 1), problem.text());
            throw findings.exception();
        } catch (IOException e) {
            throw WorkspaceException.of("The file " + file + " could not be brought in", e);
        }
    }

    /** The file that is read, as findings call it. */
    private String readName() {
        return terms.mended() == null ? mapping.file() : file.getFileName().toString();
    }

    private RowSource open() throws IOException, SourceProblem {
        if (terms.mended() != null) {
            return new MendedSource(file);
        }
        return switch (mapping.format()) {
            case Mapping.Format.Csv csv -> new CsvSource(file, csv.separator());
            case Mapping.Format.Parquet _ -> new ParquetSource(file);
            case Mapping.Format.Adapter adapter -> new AdapterFormat(loaded, adapter, Plugins.installed(), findings)
                    .open(file, listener);
        };
    }

    /** Whether any column of the file can be read. */
    private boolean hasOnlyText() {
        return terms.mended() != null || mapping.format() instanceof Mapping.Format.Csv;
    }

    /** Makes rows of those that are read, and refuses those that say what another one says already. */
    private final class Rows implements FileReading.Taker {

        private final RowMaker maker;
        private final ImportWriter writer;

        Rows(RowMaker maker, ImportWriter writer) {
            this.maker = maker;
            this.writer = writer;
        }

        @Override
        public void take(Row next) throws IOException {
            maker.write(next, writer);
        }

        @Override
        public List<FileReading.LateReason> finishBatch() {
            return writer.takeConflicts().stream().map(
                    conflict -> new FileReading.LateReason(conflict.line(), Reason.ofRow(problem(conflict)))).toList();
        }
    }

    private RowMaker maker(MappedFields fields, ReadColumns columns, Rejects rejects, ImportWriter writer) {
        return switch (mapping.into()) {
            case ORGANISATIONS -> StructureRows.organisations(fields);
            case LEADERS -> StructureRows.leaders(fields);
            case SUPERIORS -> StructureRows.superiors(fields);
            case PERSONS -> StructureRows.persons(fields);
            case ASSIGNMENTS -> StructureRows.assignments(fields);
            case DATED_VALUES -> ValueRows.datedValues(fields, library);
            case ACTUALS, TARGETS, BASELINES, SCORES -> ValueRows.periodValues(fields, library, mapping.into());
            case CORRECTIONS -> ValueRows.corrections(fields, library);
            case ADJUSTMENTS -> PayRows.adjustments(fields, library);
            case BALANCES -> PayRows.balances(fields, library);
            case RATES -> RateTableRows.of(fields, library);
            case FACTS -> new FactRows(fields, library, writer::known,
                    taker -> readAgain(fields, columns, rejects, taker));
        };
    }

    private void readAgain(MappedFields fields, ReadColumns columns, Rejects rejects, FileReading.Taker taker)
            throws IOException, SourceProblem {
        try (RowSource source = open()) {
            new FileReading(source, fields, columns, row, rejects).eachAgain(taker);
        }
    }

    /** Which of two rows counts is nobody's guess. */
    private String problem(RowConflict conflict) {
        if (conflict.key().isEmpty()) {
            return "The row of line " + conflict.line() + " was brought in already. Maybe this file was fed before.";
        }
        String already = conflict.mapping().equals(mapping.code())
                ? " is in line " + conflict.otherLine() + " already"
                : " is there already: the mapping " + conflict.mapping() + " has brought it in with line "
                        + conflict.otherLine() + " of its file";
        return what(conflict.key()) + already + ". Maybe one of the two is of another period, or is there by mistake.";
    }

    private String what(List<String> key) {
        return switch (mapping.into()) {
            case BALANCES -> "The balance " + key.get(2) + " of " + key.get(3) + " in " + key.get(0);
            case CORRECTIONS -> "The correction of the " + key.get(2) + " of " + key.get(0) + " for " + key.get(3)
                    + " in " + key.get(1);
            default -> "The " + (mapping.into() == Mapping.Target.SCORES ? "score" : key.get(2)) + " of " + key.get(0)
                    + " for " + key.get(3) + " in " + key.get(1);
        };
    }
}
