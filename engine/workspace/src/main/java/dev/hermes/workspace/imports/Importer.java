package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.workspace.Delivery;
import dev.hermes.workspace.ImportWriter;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.RowConflict;
import dev.hermes.workspace.RowWriter;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file into a workspace as a mapping says, in place of what the mapping brought before: whole or not at all, or
 * without the rows that are rejected.
 */
public final class Importer {

    private final LoadedDocument loaded;
    private final Mapping mapping;
    private final Contents contents;
    /** What becomes of the rows where they are only looked at; null where they are brought in. */
    private final @Nullable PreviewRows preview;
    private final int mostRows;
    /** Whether rows are looked at only. */
    private final boolean isTrial;
    private final ImportTerms terms;
    private final ImportListener listener;
    private final Library library;
    /** What is enough for nothing to be brought in. */
    private final Findings findings;
    private final Row row;
    /** The names of the columns of what is read; none before it was opened. */
    private List<String> names = List.of();
    /** The number of the import that the rows become a part of. */
    private long joined;
    /** The mended rows, as they were read for the first time; null where others are brought in. */
    private @Nullable MendedSource mended;

    private Importer(LoadedDocument loaded, Mapping mapping, Contents contents, ImportTerms terms, Library library,
            int mostRows, boolean isTrial, ImportListener listener) {
        this.loaded = loaded;
        this.mapping = mapping;
        this.contents = contents;
        this.mostRows = mostRows;
        this.isTrial = isTrial;
        this.terms = terms;
        this.library = library;
        this.listener = listener;
        boolean isCopied = contents instanceof Contents.Copied;
        String rowsOf = isCopied ? Clipboard.NAME : mapping.file();
        preview = mostRows < Integer.MAX_VALUE ? new PreviewRows(rowsOf) : null;
        findings = new Findings(rowsOf, isCopied ? contents.called() : Message.of("The file {0}", rowsOf));
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
        return of(workspace, mapping, folder, terms, Integer.MAX_VALUE, false, listener).into(workspace);
    }

    /**
     * What {@link #run} would do: the rows that it would reject are in the file of the terms, and nothing has changed.
     *
     * @throws FindingsException
     *             as by {@link #run}
     */
    public static ImportSummary check(Workspace workspace, LoadedDocument mapping, Path folder, ImportTerms terms,
            ImportListener listener) {
        return of(workspace, mapping, folder, terms.evenIfUnchanged(), Integer.MAX_VALUE, true, listener)
                .tried(workspace);
    }

    private ImportSummary tried(Workspace workspace) {
        if (contents instanceof Contents.OfFile(Path file)) {
            refuseUnreadable(file);
            refuseOwn(workspace, file);
        }
        return workspace.imports().attempt(mapping.code(), mapping.replaces(), terms.mended() != null, this::write);
    }

    /**
     * What the first rows would become, without their being brought in. That other rows say the same, or that a row of
     * another file is missing, is found as far as these rows and the workspace tell. Waits for nobody who is writing.
     *
     * @param rows
     *            how many rows are looked at; of the file are read no more than a few thousand behind them
     * @throws FindingsException
     *             where anything is wrong with the mapping, or the file cannot be read
     */
    public static Preview preview(Workspace workspace, LoadedDocument mapping, Path folder, ImportTerms terms,
            int rows) {
        Importer importer = previewing(workspace, mapping, folder, terms, rows, ImportListener.NONE);
        return importer.preview(importer.tried(workspace));
    }

    /**
     * What a file looks like to a mapping.
     *
     * @param columns
     *            the names of its columns; empty where they could not be read
     * @param preview
     *            what its first rows would become; null where they become nothing
     * @param problem
     *            why; null where they do
     */
    public record Looked(List<String> columns, @Nullable Preview preview, @Nullable RuntimeException problem) {

        public Looked {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Reads the columns of a file and makes a {@linkplain #preview preview} of it, in one go.
     *
     * @param listener
     *            is asked now and then; where it throws, that is the end
     */
    public static Looked look(Workspace workspace, LoadedDocument mapping, Path folder, ImportTerms terms, int rows,
            ImportListener listener) {
        Importer importer = previewing(workspace, mapping, folder, terms, rows, listener);
        try {
            listener.read(0);
            Preview preview = importer.preview(importer.tried(workspace));
            return new Looked(importer.names, preview, null);
        } catch (FindingsException | WorkspaceException unfit) {
            return new Looked(importer.names, null, unfit);
        }
    }

    private static Importer previewing(Workspace workspace, LoadedDocument mapping, Path folder, ImportTerms terms,
            int rows, ImportListener listener) {
        if (rows < 1 || rows == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The rows (" + rows + ") of a preview must be some, and not all.");
        }
        return of(workspace, mapping, folder, terms, rows, true, listener);
    }

    /**
     * The names of the columns of a mapping's file as the mapping reads it; empty for one without a name. What the
     * mapping makes of them is not looked at.
     *
     * @param folder
     *            the folder that the mapping's file is relative to
     * @throws FindingsException
     *             where the file cannot be read so
     */
    public static List<String> columns(LoadedDocument mapping, Path folder) {
        return columns(mapping, folder, ImportTerms.WHOLE);
    }

    /** The names of the columns of what the terms bring in. */
    public static List<String> columns(LoadedDocument mapping, Path folder, ImportTerms terms) {
        Importer importer = of(Library.EMPTY, mapping, folder, terms, 1, true, ImportListener.NONE);
        if (importer.contents instanceof Contents.OfFile(Path file)) {
            importer.refuseUnreadable(file);
        }
        try (RowSource source = importer.open()) {
            return List.copyOf(source.columns());
        } catch (SourceProblem problem) {
            throw importer.refused(problem);
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("{0} could not be read", importer.contents.located()), e);
        }
    }

    /** What the first rows of a mapping's file look like; what the mapping makes of them is not looked at. */
    static Detection detect(LoadedDocument mapping, Path folder) {
        Importer importer = of(Library.EMPTY, mapping, folder, ImportTerms.WHOLE, TableSample.MOST_ROWS + 1, true,
                ImportListener.NONE);
        if (importer.contents instanceof Contents.OfFile(Path file)) {
            importer.refuseUnreadable(file);
        }
        try (RowSource source = importer.open()) {
            return Detector.detect(source, importer.mapping.format());
        } catch (SourceProblem problem) {
            throw importer.refused(problem);
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("{0} could not be read", importer.contents.located()), e);
        }
    }

    private FindingsException refused(SourceProblem problem) {
        findings.add("file", "", new Location(readName(), Math.toIntExact(problem.line()), 1), problem.said());
        return findings.exception();
    }

    private static Importer of(Workspace workspace, LoadedDocument mapping, Path folder, ImportTerms terms,
            int mostRows, boolean isTrial, ImportListener listener) {
        return of(workspace.documents().library(), mapping, folder, terms, mostRows, isTrial, listener);
    }

    private static Importer of(Library library, LoadedDocument mapping, Path folder, ImportTerms terms, int mostRows,
            boolean isTrial, ImportListener listener) {
        if (!(mapping.document() instanceof Mapping document)) {
            throw new IllegalArgumentException("The " + mapping.subject() + " is not a mapping.");
        }
        Contents contents = terms.copied() != null
                ? new Contents.Copied(terms.copied())
                : new Contents.OfFile(
                        terms.mended() == null ? folder.resolve(document.file()).normalize() : terms.mended());
        return new Importer(mapping, document, contents, terms, library, mostRows, isTrial, listener);
    }

    private ImportSummary into(Workspace workspace) {
        if (contents instanceof Contents.OfFile(Path file)) {
            refuseUnreadable(file);
            refuseOwn(workspace, file);
        }
        if (terms.mended() != null) {
            return workspace.imports().extend(mapping.code(), this::write);
        }
        if (!(contents instanceof Contents.OfFile(Path file))) {
            return workspace.imports().bring(
                    new Delivery(mapping.code(), readName(), mapping.replaces(), null, () -> null), this::write);
        }
        return into(workspace, file);
    }

    private ImportSummary into(Workspace workspace, Path file) {
        try (FileDigest digest = new FileDigest(file)) {
            Optional<Imports.Import> same = terms.again() ? Optional.empty() : same(workspace, digest);
            return same.isPresent()
                    ? ImportSummary.unchanged(mapping, same.get())
                    : workspace.imports().bring(new Delivery(mapping.code(), readName(), mapping.replaces(),
                            workspace.documents().fingerprint(mapping), digest::sha256), this::write);
        }
    }

    private boolean isTakenBack(Workspace workspace, FileDigest digest) {
        String sha256 = isSelfContained() ? digest.sha256() : null;
        return sha256 != null && workspace.imports().isTakenBack(mapping.code(),
                workspace.documents().fingerprint(mapping), sha256);
    }

    /** The import after which it would change nothing to bring the file in. */
    private Optional<Imports.Import> same(Workspace workspace, FileDigest digest) {
        if (!isSelfContained() || !workspace.imports().isFileKnown(mapping.code())) {
            return Optional.empty();
        }
        return Optional.ofNullable(digest.sha256()).flatMap(sha256 -> workspace.imports().same(mapping.code(),
                workspace.documents().fingerprint(mapping), sha256));
    }

    /**
     * Whether the mapping's own file is the one that it brought in last, so that to bring it in would change nothing, or
     * would bring back what somebody has taken back; false where the file is not there, or only says where the rows are.
     */
    public static boolean isUnchanged(Workspace workspace, LoadedDocument mapping, Path folder) {
        Importer importer = of(workspace, mapping, folder, ImportTerms.WHOLE, Integer.MAX_VALUE, true,
                ImportListener.NONE);
        if (!(importer.contents instanceof Contents.OfFile(Path file)) || !Files.isReadable(file)) {
            return false;
        }
        try (FileDigest digest = new FileDigest(file)) {
            return importer.same(workspace, digest).isPresent() || importer.isTakenBack(workspace, digest);
        }
    }

    private Preview preview(ImportSummary summary) {
        List<String> fields = List.copyOf(mapping.fields().sequencedKeySet());
        return new Preview(mapping.code(), mapping.into(), fields, Objects.requireNonNull(preview).rows(),
                summary.read(), summary.leftOut());
    }

    private void refuseUnreadable(Path file) {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return;
        }
        Message problem = !Files.exists(file)
                ? Message.of("The file {0} is not there. Maybe it was not delivered yet, or the path is relative to "
                        + "another folder.", file)
                : Files.isDirectory(file)
                        ? Message.of("{0} is a folder. Maybe name a file in it.", file)
                        : Message.of("The file {0} may not be read. Maybe ask for the right to read it.", file);
        if (terms.mended() == null) {
            findings.add(loaded.subject(), "file", loaded.locate("file"), problem);
        } else {
            findings.add("file " + readName(), "", null, problem);
        }
        findings.refuse();
    }

    /** Least of all its database: a second SQLite in this process would undo the locks of the first when it closes it. */
    private void refuseOwn(Workspace workspace, Path file) {
        Path place;
        try {
            place = file.toRealPath();
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The file {0} could not be brought in", file), e);
        }
        if (workspace.owns(place)) {
            findings.add(loaded.subject(), "file", loaded.locate("file"),
                    Message.of("The file {0} is the workspace's own. Maybe another one was meant.", file));
            findings.refuse();
        }
    }

    private ImportSummary write(RowWriter writer) {
        joined = writer.importId();
        try (RowSource source = open()) {
            names = source.columns();
            MappedFields fields = new MappedFields(loaded, mapping, source.columns(), findings);
            ReadColumns columns = fields.columns(terms.rejecting() && hasOnlyText());
            ImportWriter stored = writer instanceof ImportWriter stores ? stores : null;
            KeptAside kept = terms.rejecting() && stored != null ? new KeptAside(stored, columns.names()) : null;
            Findings reasons = terms.rejecting() ? new Findings(findings.file(), findings.called()) : findings;
            try (RefusedRows rejects = preview != null
                    ? preview
                    : new Rejects(findings.file(), reasons, kept, rejectFile(columns.names()));
                    RowMaker maker = maker(fields, columns, rejects, writer)) {
                fields.refuseOthers();
                findings.refuse();
                FileReading reading = new FileReading(source, fields, columns, row, rejects);
                Rows rows = new Rows(maker, writer);
                reading.each(listener, preview == null ? rows : preview.watching(fields, rows));
                findings.refuse();
                maker.compare(writer);
                findings.refuse();
                if (stored != null) {
                    maker.finish(stored);
                }
                writer.count(reading.leftOut(), rejects.count());
                if (kept != null) {
                    kept.note(line -> mended != null && mended.hasSeen(line));
                }
                writer.settle();
                long accepted = stored != null
                        ? writer.rows()
                        : reading.read() - reading.leftOut() - rejects.count();
                return new ImportSummary(mapping.code(), mapping.into(), reading.read(), accepted,
                        reading.leftOut(), rejects.count(), writer.replaced(), reasons.all(), null);
            }
        } catch (SourceProblem problem) {
            throw refused(problem);
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("{0} could not be brought in", contents.located()), e);
        }
    }

    /** The file that rejected rows are written to; null where there is none. */
    private @Nullable RejectFile rejectFile(List<String> columns) {
        return terms.rejects() == null
                ? null
                : new RejectFile(terms.rejects(), columns, isTrial ? "" : Long.toString(joined),
                        Long.MAX_VALUE, terms.words());
    }

    /** The file that is read, as findings call it. */
    private String readName() {
        return terms.mended() == null ? findings.file() : terms.mended().getFileName().toString();
    }

    private RowSource open() throws IOException, SourceProblem {
        RowSource source = switch (contents) {
            case Contents.Copied copied -> new CsvSource(copied, CopiedTable.format(copied, mapping.format()));
            case Contents.OfFile file -> open(file);
        };
        return preview == null ? new ReadAhead(source) : new FirstRows(source, mostRows);
    }

    private RowSource open(Contents.OfFile file) throws IOException, SourceProblem {
        if (terms.mended() != null) {
            MendedSource opened = new MendedSource(file.path(), joined);
            mended = mended == null ? opened : mended;
            return opened;
        }
        return switch (mapping.format()) {
            case Mapping.Format.Csv csv -> new CsvSource(file, csv);
            case Mapping.Format.Parquet _ -> new ParquetSource(file.path());
            case Mapping.Format.Adapter adapter -> new AdapterFormat(loaded, adapter, Plugins.installed(), findings)
                    .open(file.path(), listener);
        };
    }

    /** Whether the rows are in the file itself, and not behind what it says. */
    private boolean isSelfContained() {
        return switch (mapping.format()) {
            case Mapping.Format.Csv _,Mapping.Format.Parquet _ -> true;
            case Mapping.Format.Adapter adapter -> AdapterFormat.isSelfContained(adapter, Plugins.installed());
        };
    }

    /** Whether any column of the file can be read. */
    private boolean hasOnlyText() {
        return terms.mended() != null || terms.copied() != null || mapping.format() instanceof Mapping.Format.Csv;
    }

    /** Makes rows of those that are read, and refuses those that say what another one says already. */
    private final class Rows implements FileReading.Taker {

        private final RowMaker maker;
        private final RowWriter writer;

        Rows(RowMaker maker, RowWriter writer) {
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
                    conflict -> new FileReading.LateReason(conflict.line(), problem(conflict))).toList();
        }
    }

    private RowMaker maker(MappedFields fields, ReadColumns columns, RefusedRows rejects, RowWriter writer) {
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

    private void readAgain(MappedFields fields, ReadColumns columns, RefusedRows rejects, FileReading.Taker taker)
            throws IOException, SourceProblem {
        try (RowSource source = open()) {
            new FileReading(source, fields, columns, row, rejects).eachAgain(taker);
        }
    }

    /** Which of two rows counts is nobody's guess. */
    private Reason problem(RowConflict conflict) {
        if (conflict.key().isEmpty()) {
            return Reason.ofRow(Message.of("The row of line {0} was brought in already", varying(conflict.line())),
                    Message.of("Maybe this file was fed before."));
        }
        Message what = what(conflict.key());
        return Reason.ofRow(conflict.mapping().equals(mapping.code())
                ? Message.of("{0} is in line {1} already", what, varying(conflict.otherLine()))
                : Message.of("{0} is there already: the mapping {1} has brought it in with line {2} of its file", what,
                        conflict.mapping(), varying(conflict.otherLine())),
                Message.of("Maybe one of the two is of another period, or is there by mistake."));
    }

    private Message what(List<String> key) {
        return switch (mapping.into()) {
            case BALANCES -> Message.of("The balance {0} of {1} in {2}", key.get(2), varying(key.get(3)),
                    varying(key.get(0)));
            case CORRECTIONS -> Message.of("The correction of the {0} of {1} for {2} in {3}", series(key), key.get(0),
                    varying(key.get(3)), varying(key.get(1)));
            case SCORES -> Message.of("The score of {0} for {1} in {2}", key.get(0), varying(key.get(3)),
                    varying(key.get(1)));
            default -> Message.of("The {0} of {1} for {2} in {3}", series(key), key.get(0), varying(key.get(3)),
                    varying(key.get(1)));
        };
    }

    private static Message series(List<String> key) {
        return switch (key.get(2)) {
            case "target" -> Message.of("target");
            case "baseline" -> Message.of("baseline");
            default -> Message.of("actual");
        };
    }

    /** What differs from row to row. */
    private static Message varying(Object value) {
        return Message.verbatim(value.toString());
    }
}
