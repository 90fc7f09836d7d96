package dev.hermes.testkit.hostile;

import java.util.List;
import java.util.stream.Stream;

/** All hostile files, by the reader that they are for. Each kind has one that is fine, and is read. */
public final class HostileFiles {

    private static final int MEGABYTES = Integer.getInteger("hermes.hostileMegabytes", 16);

    private HostileFiles() {}

    /** CSV; what is endless in them has 16 MB, or {@code -Dhermes.hostileMegabytes=N}. */
    public static List<HostileFile> csv() {
        return Stream.concat(HostileCsv.all(MEGABYTES).stream(), HostileCells.all().stream()).toList();
    }

    /** Excel workbooks, with the rows as its plugin reads them. */
    public static List<HostileFile> workbooks(Bait bait) {
        return HostileWorkbooks.all(bait);
    }

    public static List<HostileFile> parquet() {
        return HostileParquet.all();
    }

    /** YAML, with the subjects of its documents. */
    public static List<HostileFile> documents() {
        return HostileDocuments.all();
    }
}
