package dev.hermes.document;

import dev.hermes.model.Calendar;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Indicator;
import dev.hermes.model.Layout;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents that belong together. A code is unique within its kind; indicators, dated values and rate tables share
 * the names of formulas, so a code is unique among them. Immutable and thread-safe.
 */
public final class Library {

    /** A library without documents. */
    public static final Library EMPTY = new Library(new TreeMap<>());

    private final SortedMap<Key, LoadedDocument> documents;

    private Library(SortedMap<Key, LoadedDocument> documents) {
        this.documents = documents;
    }

    private record Key(DocumentKind kind, String code) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind).thenComparing(Key::code);

        static Key of(Document document) {
            return new Key(document.kind(), document.code());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A library of these documents.
     *
     * @throws FindingsException
     *             where two have one code
     */
    public static Library of(Collection<LoadedDocument> documents) {
        return EMPTY.with(documents);
    }

    /**
     * This library with documents added, each in the place of the one of its kind and code if there is one.
     *
     * @throws FindingsException
     *             where two of them, or one of them and one of another kind in this library, have one code
     */
    public Library with(Collection<LoadedDocument> added) {
        List<Finding> findings = new ArrayList<>();
        SortedMap<Key, LoadedDocument> latest = new TreeMap<>();
        for (LoadedDocument document : added) {
            LoadedDocument first = latest.putIfAbsent(Key.of(document.document()), document);
            if (first != null) {
                findings.add(clash(document, first));
            }
        }
        SortedMap<Key, LoadedDocument> all = new TreeMap<>(documents);
        all.putAll(latest);
        Map<String, LoadedDocument> formulaNames = new HashMap<>();
        for (LoadedDocument document : all.values()) {
            if (isFormulaName(document.document().kind())) {
                LoadedDocument first = formulaNames.putIfAbsent(document.document().code(), document);
                if (first != null) {
                    findings.add(clash(document, first));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new Library(all);
    }

    /** This library without one of its documents; the same where it has no such. What refers to it stays. */
    public Library without(DocumentKind kind, String code) {
        SortedMap<Key, LoadedDocument> others = new TreeMap<>(documents);
        others.remove(new Key(kind, code));
        return new Library(others);
    }

    /** The document of a kind and code. */
    public Optional<Document> find(DocumentKind kind, String code) {
        return find(kind, code, Document.class);
    }

    public Optional<Calendar> calendar(String code) {
        return find(DocumentKind.CALENDAR, code, Calendar.class);
    }

    public Optional<DatedValue> datedValue(String code) {
        return find(DocumentKind.DATED_VALUE, code, DatedValue.class);
    }

    public Optional<Dataset> dataset(String code) {
        return find(DocumentKind.DATASET, code, Dataset.class);
    }

    public Optional<Indicator> indicator(String code) {
        return find(DocumentKind.INDICATOR, code, Indicator.class);
    }

    public Optional<Layout> layout(String code) {
        return find(DocumentKind.LAYOUT, code, Layout.class);
    }

    public Optional<Mapping> mapping(String code) {
        return find(DocumentKind.MAPPING, code, Mapping.class);
    }

    public Optional<Parameter> parameter(String code) {
        return find(DocumentKind.PARAMETER, code, Parameter.class);
    }

    public Optional<Population> population(String code) {
        return find(DocumentKind.POPULATION, code, Population.class);
    }

    public Optional<RateTable> rateTable(String code) {
        return find(DocumentKind.RATE_TABLE, code, RateTable.class);
    }

    public Optional<RuleTable> ruleTable(String code) {
        return find(DocumentKind.RULE_TABLE, code, RuleTable.class);
    }

    public Optional<Scheme> scheme(String code) {
        return find(DocumentKind.SCHEME, code, Scheme.class);
    }

    /** By code, as are all the following. */
    public List<Calendar> calendars() {
        return all(DocumentKind.CALENDAR, Calendar.class);
    }

    public List<DatedValue> datedValues() {
        return all(DocumentKind.DATED_VALUE, DatedValue.class);
    }

    public List<Dataset> datasets() {
        return all(DocumentKind.DATASET, Dataset.class);
    }

    public List<Indicator> indicators() {
        return all(DocumentKind.INDICATOR, Indicator.class);
    }

    public List<Layout> layouts() {
        return all(DocumentKind.LAYOUT, Layout.class);
    }

    public List<Mapping> mappings() {
        return all(DocumentKind.MAPPING, Mapping.class);
    }

    public List<Parameter> parameters() {
        return all(DocumentKind.PARAMETER, Parameter.class);
    }

    public List<Population> populations() {
        return all(DocumentKind.POPULATION, Population.class);
    }

    public List<RateTable> rateTables() {
        return all(DocumentKind.RATE_TABLE, RateTable.class);
    }

    public List<RuleTable> ruleTables() {
        return all(DocumentKind.RULE_TABLE, RuleTable.class);
    }

    public List<Scheme> schemes() {
        return all(DocumentKind.SCHEME, Scheme.class);
    }

    /** Every document, by kind and then by code. */
    public List<LoadedDocument> documents() {
        return List.copyOf(documents.values());
    }

    /**
     * The place of a value in the file of a document; see {@link LoadedDocument#locate}. Null where the document has no
     * file or is not in this library.
     */
    public @Nullable Location location(Document document, String path) {
        LoadedDocument loaded = documents.get(Key.of(document));
        return loaded == null ? null : loaded.locate(path);
    }

    private <D extends Document> Optional<D> find(DocumentKind kind, String code, Class<D> type) {
        return Optional.ofNullable(documents.get(new Key(kind, code))).map(LoadedDocument::document).map(type::cast);
    }

    private <D extends Document> List<D> all(DocumentKind kind, Class<D> type) {
        return documents.values().stream().map(LoadedDocument::document).filter(document -> document.kind() == kind)
                .map(type::cast).toList();
    }

    private static boolean isFormulaName(DocumentKind kind) {
        return switch (kind) {
            case INDICATOR, DATED_VALUE, RATE_TABLE -> true;
            case CALENDAR, DATASET, LAYOUT, MAPPING, PARAMETER, POPULATION, RULE_TABLE, SCHEME -> false;
        };
    }

    private static Finding clash(LoadedDocument document, LoadedDocument first) {
        Location place = first.locate("code");
        Message named = Finding.named(first.subject());
        Message other = place == null ? named : Message.of("{0} in {1}", named, place);
        String code = document.document().code();
        return Finding.error(document.subject(), "code", document.locate("code"),
                document.document().kind() == first.document().kind()
                        ? Message.of("The code {0} is already that of the {1}. Maybe one is a copy of the other.", code,
                                other)
                        : Message.of("The code {0} is already that of the {1}, and formulas could not tell them apart. "
                                + "Maybe rename one.", code, other));
    }
}
