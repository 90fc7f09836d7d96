package dev.hermes.workspace;

import dev.hermes.document.DocumentWriter;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.workspace.DocumentChange.Outcome;
import dev.hermes.workspace.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One operation on documents while it is made. It is noted in the journal with its first change. Of one transaction. */
final class DocumentEdit {

    private final Handle handle;
    private final Journal journal;
    private final Kind kind;
    private final @Nullable String edit;
    private final Revisions revisions;
    private @Nullable String operation;

    /**
     * @param edit
     *            the edit that is taken back or made again; null for an edit
     */
    DocumentEdit(Handle handle, Journal journal, Kind kind, @Nullable String edit) {
        this.handle = handle;
        this.journal = journal;
        this.kind = kind;
        this.edit = edit;
        revisions = new Revisions(handle);
    }

    Revisions revisions() {
        return revisions;
    }

    /** Takes in a document that was read from a file. */
    DocumentChange apply(Document document, long file) {
        String kindWord = document.kind().word();
        String code = document.code();
        String json = DocumentWriter.toCanonicalJson(document);
        Optional<Revision> current = revisions.current(kindWord, code);
        if (current.isEmpty() || !json.equals(current.get().json())) {
            return add(kindWord, code, current.orElse(null), json, file);
        }
        // The same meaning in another text: findings are to point into the one that the author has now.
        revisions.setCurrentFile(kindWord, code, file);
        return new DocumentChange(document.kind(), code, current.get().number(), Outcome.UNCHANGED);
    }

    /** Takes away a document that is there. */
    DocumentChange remove(DocumentKey key) {
        Revision current = revisions.current(key.kind().word(), key.code()).filter(revision -> revision.json() != null)
                .orElseThrow(() -> new WorkspaceException(
                        Message.of("The {0} cannot be removed, since it is not there.", Finding.named(key.subject())),
                        Message.of("Maybe it has been removed already.")));
        return add(current.kind(), current.code(), current, null, null);
    }

    /** Lets the documents of an edit say again what they said before it. */
    List<DocumentChange> undo(String id) {
        List<DocumentChange> changes = new ArrayList<>();
        for (Revision made : revisions.madeBy(id)) {
            Revision before = made.base() == null ? null : revisions.of(made.base());
            changes.add(restore(made, before));
        }
        return changes;
    }

    /** Lets the documents of an edit say again what they said after it. */
    List<DocumentChange> redo(String id) {
        List<DocumentChange> changes = new ArrayList<>();
        for (Revision made : revisions.madeBy(id)) {
            changes.add(restore(made, made));
        }
        return changes;
    }

    private DocumentChange restore(Revision of, @Nullable Revision wanted) {
        Revision current = revisions.current(of.kind(), of.code()).orElseThrow();
        return add(of.kind(), of.code(), current, wanted == null ? null : wanted.json(),
                wanted == null ? null : wanted.file());
    }

    private DocumentChange add(String kindWord, String code, @Nullable Revision before, @Nullable String json,
            @Nullable Long file) {
        if (operation == null) {
            operation = journal.begin(handle, kind, edit);
        }
        Revision revision = new Revision(journal.newId(), kindWord, code, before == null ? 1 : before.number() + 1,
                before == null ? null : before.id(), json, file);
        revisions.add(revision, operation);
        return revision.change(before);
    }
}
