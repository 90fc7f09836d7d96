package dev.hermes.workspace.imports;

import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Format;
import dev.hermes.model.Message;
import dev.hermes.workspace.plugins.Plugins;
import java.util.ArrayList;
import java.util.List;

/** Finds mappings whose files could not be read here, before anybody has such a file. */
public final class FormatCheck {

    private FormatCheck() {}

    /**
     * A warning for each mapping with a format that no plugin reads, or with options that the format does not have; for
     * a document that is right may be meant for a machine with other plugins.
     *
     * @param documents
     *            documents of any kind
     */
    public static List<Finding> warnings(List<LoadedDocument> documents, Plugins plugins) {
        List<Finding> warnings = new ArrayList<>();
        for (LoadedDocument loaded : documents) {
            if (loaded.document() instanceof Mapping mapping
                    && mapping.format() instanceof Format.Adapter adapter) {
                new AdapterFormat(loaded, adapter, plugins,
                        new Findings(mapping.file(), Message.of("The file {0}", mapping.file())))
                        .problems().stream()
                        .map(one -> Finding.warning(one.subject(), one.path(), one.location(), one.message()))
                        .forEach(warnings::add);
            }
        }
        return warnings;
    }
}
