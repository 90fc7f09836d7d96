package dev.hermes.workspace.imports;

import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a file or its mapping: the first hundred, and how many there are. Of one thread. */
final class Findings {

    static final int MOST = 100;

    private final String file;
    private final Message called;
    private final List<Finding> findings = new ArrayList<>();
    private long count;

    /**
     * @param file
     *            the file that is read, as the mapping names it
     * @param called
     *            the same as the subject of a sentence
     */
    Findings(String file, Message called) {
        this.file = file;
        this.called = called;
    }

    /** The file that is read, as the mapping names it. */
    String file() {
        return file;
    }

    /** What is read, as the subject of a sentence. */
    Message called() {
        return called;
    }

    void add(String subject, String path, @Nullable Location location, Message message) {
        add(Finding.error(subject, path, location, message));
    }

    void add(Finding finding) {
        count++;
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    long count() {
        return count;
    }

    /**
     * Stops where anything is wrong.
     *
     * @throws FindingsException
     *             with all of it
     */
    void refuse() {
        if (count > 0) {
            throw exception();
        }
    }

    FindingsException exception() {
        return new FindingsException(all());
    }

    /** All that is wrong; beyond the first hundred how many there are. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        if (count > findings.size()) {
            all.add(Finding.error("file " + file, "", null, Message.of(
                    "There are {0} more findings than these. Maybe mend them first and bring the file in again.",
                    (count - findings.size()))));
        }
        return all;
    }
}
