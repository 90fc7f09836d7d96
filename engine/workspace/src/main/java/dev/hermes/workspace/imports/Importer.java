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
 * Brings a file into a workspace as a mapping says: whole, in place of what the mapping brought before, or not at all.
 */
public final class Importer {

    private final LoadedDocument loaded;
    private final Mapping mapping;
    private final Path file;
    private final ImportListener listener;
    private final Library library;
    private final Findings findings;
    private final Row row;

    private Importer(LoadedDocument loaded, Mapping mapping, Path file, Library library, ImportListener listener) {
        this.loaded = loaded;
        this.mapping = mapping;
        this.file = file;
        this.library = library;
        this.listener = listener;
        findings = new Findings(mapping.file());
        row = new Row(mapping.file(), findings);
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
     *             where anything is wrong with the mapping or with any row: the first hundred findings, each with its
     *             line and the number of its column; nothing has changed then
     */
    public static ImportSummary run(Workspace workspace, LoadedDocument mapping, Path folder,
            ImportListener listener) {
        if (!(mapping.document() instanceof Mapping document)) {
            throw new IllegalArgumentException("The " + mapping.subject() + " is not a mapping.");
        }
        Path file = folder.resolve(document.file()).normalize();
        Importer importer = new Importer(mapping, document, file, workspace.documents().library(), listener);
        importer.refuseUnreadable();
        return workspace.imports().replace(document.code(), document.file(), importer::write);
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
        findings.add(loaded.subject(), "file", loaded.locate("file"), problem);
        findings.refuse();
    }

    private ImportSummary write(ImportWriter writer, long replaced) {
        try (RowSource source = open()) {
            MappedFields fields = new MappedFields(loaded, mapping, source.columns(), findings);
            try (RowMaker maker = maker(fields)) {
                fields.refuseOthers();
                findings.refuse();
                FileReading reading = new FileReading(source, fields, row, listener);
                reading.each(next -> maker.write(next, writer));
                refuseConflicts(writer);
                findings.refuse();
                maker.finish(writer);
                findings.refuse();
                return new ImportSummary(mapping.code(), mapping.into(), reading.read(), writer.rows(),
                        reading.leftOut(), replaced);
            }
        } catch (SourceProblem problem) {
            findings.add("file", "", place(problem.line()), problem.text());
            throw findings.exception();
        } catch (IOException e) {
            throw WorkspaceException.of("The file " + file + " could not be brought in", e);
        }
    }

    private RowSource open() throws IOException, SourceProblem {
        return switch (mapping.format()) {
            case Mapping.Format.Csv csv -> new CsvSource(file, csv.separator(), row);
            case Mapping.Format.Parquet _ -> new ParquetSource(file);
            case Mapping.Format.Adapter adapter -> new AdapterFormat(loaded, adapter, Plugins.installed(), findings)
                    .open(file, row);
        };
    }

    private RowMaker maker(MappedFields fields) {
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
            case FACTS -> new FactRows(fields, library, taker -> readAgain(fields, taker));
        };
    }

    private void readAgain(MappedFields fields, FileReading.Taker taker) throws IOException, SourceProblem {
        try (RowSource source = open()) {
            new FileReading(source, fields, row, ImportListener.NONE).each(taker);
        }
    }

    /** Refuses rows that say what another one says already: which of them counts is nobody's guess. */
    private void refuseConflicts(ImportWriter writer) {
        for (RowConflict conflict : writer.conflicts()) {
            String already = conflict.mapping().equals(mapping.code())
                    ? " is in line " + conflict.otherLine() + " already"
                    : " is there already: the mapping " + conflict.mapping() + " has brought it in with line "
                            + conflict.otherLine() + " of its file";
            findings.add("row", "", place(conflict.line()), what(conflict.key()) + already
                    + ". Maybe one of the two is of another period, or is there by mistake.");
        }
        findings.addUnsaid(writer.conflictCount() - writer.conflicts().size());
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

    private Location place(long line) {
        return new Location(mapping.file(), Math.toIntExact(line), 1);
    }
}
