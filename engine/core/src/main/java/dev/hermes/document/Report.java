package dev.hermes.document;

import dev.hermes.document.internal.Node.Position;
import dev.hermes.model.Finding;
import dev.hermes.model.Location;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document while it is read, and where its values stand. Of one thread. */
final class Report {

    /** Who has that many to mend will run it again. */
    private static final int MOST_FINDINGS = 100;

    private final @Nullable String file;
    private final String subject;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Location> locations = new HashMap<>();
    private int troubles;

    /** @param file null for a document that comes from no file: its values have no places */
    Report(@Nullable String file, String subject) {
        this.file = file;
        this.subject = subject;
    }

    void error(String path, Position position, Message message) {
        troubles++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(Finding.error(subject, path, location(position), message));
        } else if (findings.size() == MOST_FINDINGS) {
            findings.add(Finding.error(subject, "", location(position),
                    Message.of(
                            "There are more findings than these. Maybe mend them first and read the document again.")));
        }
    }

    /** Notes that a value is not sound although nothing (more) is to be said about it. */
    void passOver() {
        troubles++;
    }

    /** Grows with everything that is wrong. Unchanged after reading something: that is sound. */
    int troubles() {
        return troubles;
    }

    void found(String path, Position position) {
        Location location = location(position);
        if (location != null) {
            locations.put(path, location);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    Map<String, Location> locations() {
        return locations;
    }

    private @Nullable Location location(Position position) {
        return file == null ? null : new Location(file, position.line(), position.column());
    }
}
