package dev.hermes.local;

import dev.hermes.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that are current: for each dataset's code the Parquet files {@code folder/CODE/*.parquet}, in the order of
 * their names. Files are never changed, only added and removed, so such a list is a snapshot of the facts.
 *
 * @param folder
 *            the facts folder
 * @param files
 *            the files by the code of their dataset; all lie below the folder
 */
public record FactFiles(Path folder, Map<String, List<Path>> files) {

    static final String EXTENSION = ".parquet";
    /** A column beside those of the dataset, whose names have no space: the line that each row came from. */
    static final String LINE = "hermes line";

    public FactFiles {
        Map<String, List<Path>> copy = new TreeMap<>();
        files.forEach((dataset, paths) -> copy.put(dataset, List.copyOf(paths)));
        files = Collections.unmodifiableMap(copy);
        for (Path file : files.values().stream().flatMap(List::stream).toList()) {
            if (!file.startsWith(folder)) {
                throw new IllegalArgumentException("The file " + file + " must lie below the facts folder " + folder
                        + ".");
            }
        }
    }

    /** Every Parquet file that is in the folder now; none where the folder does not exist. */
    public static FactFiles in(Path folder) {
        Map<String, List<Path>> found = new TreeMap<>();
        for (Path dataset : list(folder)) {
            if (Files.isDirectory(dataset)) {
                List<Path> parquet = list(dataset).stream().filter(FactFiles::isFactFile).toList();
                found.put(dataset.getFileName().toString(), parquet);
            }
        }
        return new FactFiles(folder, found);
    }

    /** The files of one dataset; none where it has no facts. */
    public List<Path> of(String dataset) {
        return files.getOrDefault(dataset, List.of());
    }

    /** The files of some datasets. */
    public FactFiles only(Collection<String> datasets) {
        Map<String, List<Path>> some = new TreeMap<>(files);
        some.keySet().retainAll(datasets);
        return new FactFiles(folder, some);
    }

    /** A text that changes whenever a file is added, removed or changed: a hash over names, sizes and times. */
    public String version() {
        var digest = new Sha256();
        files.forEach((dataset, paths) -> {
            for (Path file : paths) {
                digest.add(dataset + "/" + file.getFileName() + " " + state(file) + "\n");
            }
        });
        return digest.hex();
    }

    private static boolean isFactFile(Path file) {
        return file.getFileName().toString().endsWith(EXTENSION) && Files.isRegularFile(file);
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed.", e);
        }
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("The fact file " + file + " cannot be read.", e);
        }
    }
}
