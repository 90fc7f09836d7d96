package dev.hermes.app.data;

import dev.hermes.app.language.Texts;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.imports.Clipboard;
import dev.hermes.workspace.imports.ImportTerms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user has given to be looked at and brought in. */
sealed interface Given {

    /** What it is called. */
    String name(Texts texts);

    /** Under which name its import is noted. */
    String notedAs();

    /** How many bytes it has. */
    long size() throws IOException;

    InputStream open() throws IOException;

    /** The mapping of a source as it reads this. */
    LoadedDocument mapping(Source source);

    /** The folder that the file of {@link #mapping} is relative to. */
    Path folder(Source source);

    /** The terms with this as what is brought in. */
    ImportTerms on(ImportTerms terms);

    /** Whether a source reads it as text. */
    boolean isText(Source source);

    /** The file; empty where it is none. */
    default Optional<Path> path() {
        return this instanceof OfFile(Path path, _) ? Optional.of(path) : Optional.empty();
    }

    /**
     * A file.
     *
     * @param written
     *            how it is written where no mapping says so; null where it is a text, of which that is found out
     */
    record OfFile(Path file, Mapping.@Nullable Format written) implements Given {

        private static final Map<String, Mapping.Format> ENDINGS = Map.of("parquet", new Mapping.Format.Parquet(),
                "xlsx", plugin("excel"), "xlsm", plugin("excel"), "sqlite", plugin("sqlite"), "sqlite3",
                plugin("sqlite"), "db", plugin("sqlite"), "connection", plugin("database"));

        /** A file that is written as its name says. */
        OfFile(Path file) {
            this(file, ENDINGS.get(ending(file)));
        }

        private static Mapping.Format plugin(String word) {
            return new Mapping.Format.Adapter(word, new LinkedHashMap<>());
        }

        private static String ending(Path file) {
            String name = String.valueOf(file.getFileName());
            return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }

        /** The same file with an option of the plugin that reads it; without it where it is blank. */
        OfFile saying(String option, String text) {
            return new OfFile(file, written == null ? null : Remapping.saying(written, option, text));
        }

        @Override
        public String name(Texts texts) {
            return notedAs();
        }

        @Override
        public String notedAs() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public LoadedDocument mapping(Source source) {
            return source.reading(file);
        }

        @Override
        public Path folder(Source source) {
            return source.folder(file);
        }

        @Override
        public ImportTerms on(ImportTerms terms) {
            return terms;
        }

        @Override
        public boolean isText(Source source) {
            return source.mapping().map(Mapping::format).filter(Mapping.Format.Csv.class::isInstance).isPresent();
        }
    }

    /** A table that was copied. */
    record Pasted(Clipboard table) implements Given {

        @Override
        public String name(Texts texts) {
            return texts.get("data.pasted");
        }

        @Override
        public String notedAs() {
            return Clipboard.NAME;
        }

        @Override
        public long size() {
            return table.bytes().length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(table.bytes());
        }

        @Override
        public LoadedDocument mapping(Source source) {
            return Objects.requireNonNull(source.loaded(), "There is no mapping " + source.code() + " to read with.");
        }

        /** Any: no file is read. */
        @Override
        public Path folder(Source source) {
            return Path.of("");
        }

        @Override
        public ImportTerms on(ImportTerms terms) {
            return terms.of(table);
        }

        @Override
        public boolean isText(Source source) {
            return true;
        }
    }
}
