package dev.hermes.document;

import dev.hermes.model.Document;
import dev.hermes.model.Location;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document with the places of its values in the file that it was read from. Immutable.
 *
 * @param locations
 *            by path, such as {@code rules[2].condition} (items count from 0); the empty path is the document itself.
 *            Empty for a document that comes from no file
 */
public record LoadedDocument(Document document, Map<String, Location> locations) {

    public LoadedDocument {
        locations = Map.copyOf(locations);
    }

    /** A document that was read from no file. */
    public static LoadedDocument of(Document document) {
        return new LoadedDocument(document, Map.of());
    }

    /** The place of a value, or of the nearest one around it that has a place; null where no value has one. */
    public @Nullable Location locate(String path) {
        String place = path;
        while (!place.isEmpty()) {
            Location location = locations.get(place);
            if (location != null) {
                return location;
            }
            int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
            place = place.substring(0, Math.max(end, 0));
        }
        return locations.get("");
    }

    /** What findings about this document name: {@code scheme monthly}. */
    public String subject() {
        return document.kind().word() + " " + document.code();
    }
}
