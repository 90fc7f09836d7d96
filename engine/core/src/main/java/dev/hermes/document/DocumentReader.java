package dev.hermes.document;

import dev.hermes.document.internal.Node;
import dev.hermes.document.internal.Node.Entries;
import dev.hermes.document.internal.Node.Entry;
import dev.hermes.document.internal.Node.Scalar;
import dev.hermes.document.internal.NodeReader;
import dev.hermes.document.internal.SyntaxProblem;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents from YAML 1.2 (of which JSON is a part). Numbers are read from their source text, never by way of a
 * binary one. Everything that is wrong is reported in one go, each with its place and what to do. Stateless and
 * thread-safe.
 */
public final class DocumentReader {

    /** The version of the document format. */
    static final int VERSION = 1;
    private static final int MOST_VERSIONS = 999;
    private static final Words<DocumentKind> KINDS = Words.of(DocumentKind.class, DocumentKind::word);
    private static final Comparator<Location> BY_PLACE = Comparator.comparingInt(Location::line)
            .thenComparingInt(Location::column);

    private final @Nullable String file;
    private final List<Finding> findings = new ArrayList<>();
    private final List<LoadedDocument> documents = new ArrayList<>();

    private DocumentReader(@Nullable String file) {
        this.file = file;
    }

    /**
     * Reads all documents of a file, in order; {@code ---} stands between two.
     *
     * @param fileName
     *            the file that findings and locations name; it is not opened
     * @throws FindingsException
     *             where anything is wrong with any of them, ordered by place
     */
    public static List<LoadedDocument> read(String fileName, String text) {
        return new DocumentReader(fileName).read(text);
    }

    /**
     * Reads one document that has no file: canonical JSON as {@link DocumentWriter} writes it and as it is stored.
     *
     * @throws FindingsException
     *             where anything is wrong with it, without locations
     */
    public static Document readJson(String json) {
        List<LoadedDocument> documents = new DocumentReader(null).read(json);
        if (documents.size() != 1) {
            throw new FindingsException(List.of(Finding.error("document", "", null,
                    Message.of("One document is expected, and there are {0}. Maybe read them as a file.",
                            documents.size()))));
        }
        return documents.getFirst().document();
    }

    private List<LoadedDocument> read(String text) {
        NodeReader.Result result = NodeReader.read(text);
        for (SyntaxProblem problem : result.problems()) {
            Location location = file == null
                    ? null
                    : new Location(file, problem.position().line(), problem.position().column());
            findings.add(Finding.error("YAML", "", location, problem.message()));
        }
        List<Node> roots = result.roots();
        if (roots.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error("YAML", "", file == null ? null : new Location(file, 1, 1),
                    Message.of("There is no document. Maybe start with 'hermes: 1'.")));
        }
        for (int index = 0; index < roots.size(); index++) {
            Node root = roots.get(index);
            read(root, new Report(file, subject(root, roots.size() == 1 ? "" : " " + (index + 1))));
        }
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparing(Finding::location, Comparator.nullsFirst(BY_PLACE)));
            throw new FindingsException(findings);
        }
        if (documents.size() != roots.size()) {
            throw new IllegalStateException("A document of " + file + " was refused without a finding.");
        }
        return List.copyOf(documents);
    }

    private void read(Node root, Report report) {
        Value value = new Value(root, "", report);
        Document document = null;
        if (root instanceof Scalar scalar && scalar.isNull()) {
            value.error(Message.of("The document is empty. Maybe remove the line --- before or behind it."));
        } else {
            document = value.fields(DocumentReader::document);
        }
        findings.addAll(report.findings());
        if (document != null) {
            documents.add(new LoadedDocument(document, report.locations()));
        }
    }

    private static @Nullable Document document(Fields fields) {
        fields.required("hermes", DocumentReader::version, VERSION);
        Value word = fields.require("kind");
        DocumentKind kind = word == null ? null : Readings.word(word, KINDS);
        if (kind == null) {
            fields.leaveOpen();
            return null;
        }
        String code = fields.required("code", value -> Readings.checked(value, text -> Codes.problem(kind, text)), "");
        return document(kind, code, fields.optional("name", Readings::text, code), fields);
    }

    private static Document document(DocumentKind kind, String code, String name, Fields fields) {
        return switch (kind) {
            case CALENDAR -> CalendarForm.read(code, name, fields);
            case DATED_VALUE -> DatedValueForm.read(code, name, fields);
            case DATASET -> DatasetForm.read(code, name, fields);
            case INDICATOR -> IndicatorForm.read(code, name, fields);
            case LAYOUT -> LayoutForm.read(code, name, fields);
            case MAPPING -> MappingForm.read(code, name, fields);
            case PARAMETER -> ParameterForm.read(code, name, fields);
            case POPULATION -> PopulationForm.read(code, name, fields);
            case RATE_TABLE -> RateTableForm.read(code, name, fields);
            case RULE_TABLE -> RuleTableForm.read(code, name, fields);
            case SCHEME -> SchemeForm.read(code, name, fields);
        };
    }

    private static @Nullable Integer version(Value value) {
        Integer version = Readings.integer(value, 1, MOST_VERSIONS);
        if (version != null && version != VERSION) {
            value.error(Message.of("Version {0} of documents is newer than this program, which reads version {1}. "
                    + "Maybe update the program.", version, VERSION));
        }
        return version;
    }

    /** What findings call a document: its kind and code as far as they can be made out. */
    private static String subject(Node root, String number) {
        if (!(root instanceof Entries entries)) {
            return "document" + number;
        }
        String kind = word(entries, "kind");
        String code = word(entries, "code");
        return code.isEmpty() ? (kind.isEmpty() ? "document" : kind) + number
                : (kind.isEmpty() ? "document" : kind) + " " + code;
    }

    private static String word(Entries entries, String name) {
        Entry entry = entries.byName().get(name);
        return entry != null && entry.node() instanceof Scalar scalar && Codes.problemOfReference(scalar.text()) == null
                ? scalar.text()
                : "";
    }
}
