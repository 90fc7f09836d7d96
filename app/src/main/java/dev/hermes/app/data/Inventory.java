package dev.hermes.app.data;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.spi.AdapterOption;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.workspace.plugins.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of a workspace and what they have brought in, at one time. Immutable.
 *
 * @param sources
 *            by their names
 * @param history
 *            all imports, the latest first
 * @param rejected
 *            what they have rejected, by their numbers
 * @param last
 *            the numbers of those that came last of their sources, and whether it is kept what they have replaced
 * @param datasets
 *            the names of the datasets that have facts, by the codes of the mappings that brought them in
 * @param filled
 *            the codes of the datasets that have facts
 * @param options
 *            what can be said of the formats that plugins read, by the words for them
 */
record Inventory(Library library, List<Source> sources, List<Imports.Import> history,
        Map<Long, Imports.Rejected> rejected, Map<Long, Boolean> last, Map<String, SortedSet<String>> datasets,
        Set<String> filled, Map<String, List<AdapterOption>> options) {

    static final Inventory EMPTY = new Inventory(Library.EMPTY, List.of(), List.of(), Map.of(), Map.of(), Map.of(),
            Set.of(), Map.of());

    private static final Pattern FACT_FILE = Pattern
            .compile("(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.parquet");

    Inventory {
        sources = List.copyOf(sources);
        history = List.copyOf(history);
        rejected = Map.copyOf(rejected);
        last = Map.copyOf(last);
        datasets = Map.copyOf(datasets);
        filled = Set.copyOf(filled);
        options = Map.copyOf(options);
    }

    /**
     * Reads it; not for the screen's thread.
     *
     * @param known
     *            mappings that were opened or drafted
     */
    static Inventory of(Workspace workspace, Known known) {
        Library library = workspace.documents().library();
        List<Imports.Import> history = workspace.imports().history();
        Map<String, Source> sources = new LinkedHashMap<>();
        for (LoadedDocument loaded : library.documents()) {
            if (loaded.document() instanceof Mapping) {
                sources.put(loaded.document().code(), Source.of(Source.Kind.STORED, loaded, null));
            }
        }
        known.opened().forEach(source -> sources.put(source.code(), source));
        known.kept().forEach(source -> sources.putIfAbsent(source.code(), source));
        history.forEach(one -> sources.computeIfAbsent(one.mapping(), Source::imported));
        List<Source> sorted = new ArrayList<>(sources.values());
        sorted.sort(Comparator.comparing(Source::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Source::code));
        // Where a file is gone, who is to bring it in again must still see what is filled.
        Map<String, List<Path>> files = workspace.facts().known().files();
        return new Inventory(library, sorted, history, workspace.imports().rejected(), workspace.imports().last(),
                datasets(files, library), files.keySet(), options(sources.values()));
    }

    /** None where the plugins cannot be read: whoever looks at a file is told. */
    private static Map<String, List<AdapterOption>> options(Collection<Source> sources) {
        Map<String, List<AdapterOption>> options = new HashMap<>();
        try {
            for (Source source : sources) {
                if (source.mapping().map(Mapping::format).orElse(null) instanceof Mapping.Format.Adapter format) {
                    Plugins.installed().adapters(format.word())
                            .forEach(adapter -> options.put(format.word(), adapter.options()));
                }
            }
        } catch (WorkspaceException unreadable) {
            return Map.of();
        }
        return options;
    }

    /**
     * Mappings that were opened or drafted.
     *
     * @param opened
     *            those that are no documents of the workspace; one with the code of a document stands in its place
     * @param kept
     *            those that were made documents, as they were before: they are there again when that is taken back
     */
    record Known(List<Source> opened, List<Source> kept) {

        Known {
            opened = List.copyOf(opened);
            kept = List.copyOf(kept);
        }

        Known with(List<Source> others) {
            return new Known(Stream.concat(opened.stream(), others.stream()).toList(), kept);
        }
    }

    private static Map<String, SortedSet<String>> datasets(Map<String, List<Path>> current, Library library) {
        Map<String, SortedSet<String>> datasets = new HashMap<>();
        current.forEach((code, files) -> files.forEach(file -> {
            Matcher named = FACT_FILE.matcher(file.getFileName().toString());
            if (named.matches()) {
                datasets.computeIfAbsent(named.group(1), _ -> new TreeSet<>())
                        .add(library.dataset(code).map(Dataset::name).orElse(code));
            }
        }));
        return datasets;
    }

    Optional<Source> source(String code) {
        return sources.stream().filter(source -> source.code().equals(code)).findFirst();
    }

    /** What a source has brought in, the latest first. */
    List<Imports.Import> history(String source) {
        return history.stream().filter(one -> one.mapping().equals(source)).toList();
    }
}
