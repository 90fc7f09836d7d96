package dev.hermes.app.session;

import dev.hermes.app.files.DocumentFiles;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Mappings with the files that they bring in, in the order in which they do.
 *
 * @param all
 *            no two have the same code
 */
public record MappedFiles(List<Mapped> all) {

    public MappedFiles {
        all = List.copyOf(all);
    }

    /** A mapping, and the folder that its file is relative to. */
    public record Mapped(LoadedDocument mapping, Path folder) {

        /** The code of the mapping. */
        public String code() {
            return mapping.document().code();
        }
    }

    /** Is told how many rows of the file of a mapping have been read. Where it throws, nothing is brought in. */
    @FunctionalInterface
    public interface Listener {

        /** Called now and then. */
        void read(String mapping, long rows);
    }

    /**
     * Reads mappings.
     *
     * @param paths
     *            files with mappings, or folders with such files
     * @param data
     *            the folder with the data; null: that of the mapping's file
     * @throws UnusableFileException
     *             where there are none
     */
    public static MappedFiles read(List<Path> paths, @Nullable Path data) {
        List<Mapped> found = new ArrayList<>();
        for (DocumentFiles.Named named : DocumentFiles.read(paths).files()) {
            Path around = Objects.requireNonNullElse(named.path().getParent(), Path.of(""));
            for (LoadedDocument loaded : named.file().documents()) {
                if (loaded.document() instanceof Mapping) {
                    found.add(new Mapped(loaded, data == null ? around : data));
                }
            }
        }
        if (found.isEmpty()) {
            throw UnusableFileException.of(paths.size() == 1
                    ? Message.of("No mapping is in {0}. Maybe name the file whose documents say 'kind: mapping'.",
                            paths.getFirst())
                    : Message.of("No mapping is in {0} or the other files. Maybe name the file whose documents say "
                            + "'kind: mapping'.", paths.getFirst()));
        }
        refuseRepeated(found);
        return new MappedFiles(found);
    }

    /** The second of two mappings with one code would take back what the first one has just brought in. */
    private static void refuseRepeated(List<Mapped> found) {
        Library.of(found.stream().map(Mapped::mapping).toList());
    }

    /** Those with some codes. */
    public MappedFiles only(Set<String> codes) {
        return new MappedFiles(all.stream().filter(mapped -> codes.contains(mapped.code())).toList());
    }

    /** Those whose files are not the ones that they brought in last. */
    public MappedFiles changedSince(Workspace workspace) {
        return new MappedFiles(all.stream()
                .filter(mapped -> !Importer.isUnchanged(workspace, mapped.mapping(), mapped.folder())).toList());
    }

    /** The codes of the mappings. */
    public List<String> codes() {
        return all.stream().map(Mapped::code).toList();
    }

    /**
     * Brings in all files, or none.
     *
     * @param terms
     *            the terms for the mapping with a code
     * @throws FindingsException
     *             with all that is wrong with any of them
     */
    public List<ImportSummary> bringInto(Workspace workspace, Function<String, ImportTerms> terms, Listener listener) {
        return workspace.together(() -> {
            List<ImportSummary> summaries = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            for (Mapped mapped : all) {
                try {
                    summaries.add(bring(workspace, mapped, terms.apply(mapped.code()), listener));
                } catch (FindingsException refused) {
                    findings.addAll(refused.findings());
                }
            }
            if (!findings.isEmpty()) {
                throw new FindingsException(findings);
            }
            return summaries;
        });
    }

    private static ImportSummary bring(Workspace workspace, Mapped mapped, ImportTerms terms, Listener listener) {
        return Importer.run(workspace, mapped.mapping(), mapped.folder(), terms,
                rows -> listener.read(mapped.code(), rows));
    }
}
