package dev.hermes.app.data;

import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from.
 *
 * @param code
 *            the code of the mapping, under which its imports are noted
 * @param loaded
 *            the mapping; null where only its imports are known
 * @param folder
 *            the folder that the mapping's file is relative to; null where nobody knows
 * @param dataset
 *            the dataset that was drafted with the mapping; null where it is there, or the rows are no facts
 * @param questions
 *            what somebody has to decide before the mapping can be relied on
 */
record Source(String code, String name, Kind kind, @Nullable LoadedDocument loaded, @Nullable Path folder,
        @Nullable Dataset dataset, List<Message> questions) {

    /** Where a mapping is kept. */
    enum Kind {
        /** It is a document of the workspace. */
        STORED,
        /** It was opened from a file, or drafted, and is known until the program ends. */
        OPENED,
        /** It is kept elsewhere: only what it brought in is here. */
        IMPORTED
    }

    Source {
        questions = List.copyOf(questions);
    }

    static Source of(Kind kind, LoadedDocument loaded, @Nullable Path folder) {
        return new Source(loaded.document().code(), ((Mapping) loaded.document()).name(), kind, loaded, folder, null,
                List.of());
    }

    static Source imported(String code) {
        return new Source(code, code, Kind.IMPORTED, null, null, null, List.of());
    }

    Optional<Mapping> mapping() {
        return loaded == null ? Optional.empty() : Optional.of((Mapping) loaded.document());
    }

    /** The file that the mapping names, where its folder is known. */
    Optional<Path> ownFile() {
        Path around = folder;
        return around == null
                ? Optional.empty()
                : mapping().map(mapping -> around.resolve(mapping.file()).toAbsolutePath().normalize());
    }

    /** The source as a workspace has it; as it is where the workspace has no such mapping. Not for the screen's thread. */
    Source storedIn(Workspace workspace) {
        return workspace.documents().library().documents().stream()
                .filter(one -> one.document() instanceof Mapping && one.document().code().equals(code)).findFirst()
                .map(one -> of(Kind.STORED, one, null)).orElse(this);
    }

    /** The mapping as it reads a file, which may be another one than it names. */
    LoadedDocument reading(Path file) {
        LoadedDocument document = Objects.requireNonNull(loaded, "There is no mapping " + code + " to read with.");
        if (ownFile().filter(own -> own.equals(file)).isPresent()) {
            return document;
        }
        Mapping own = (Mapping) document.document();
        return new LoadedDocument(new Mapping(own.code(), own.name(), String.valueOf(file.getFileName()), own.format(),
                own.into(), own.of(), own.replaces(), own.where(), own.fields()), document.locations());
    }

    /** The folder that the file of {@link #reading} is relative to. */
    Path folder(Path file) {
        Path around = folder;
        return around != null && ownFile().filter(file::equals).isPresent()
                ? around
                : Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
