package dev.hermes.app.data;

import dev.hermes.app.background.Latest;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.DocumentEdits;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * All attributes of the workspace that the screen of data looks at, and one that is to be added. Read while they are
 * shown. Of the screen's thread.
 */
final class AttributesModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataModel data;
    private final Clock clock;
    private final Latest reading;
    private final Latest looking;
    private final BooleanProperty isShown = new SimpleBooleanProperty();
    private final BooleanProperty isAdding = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Attributes> attributes = new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Attribute.@Nullable Id> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AttributeValues> values = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    /** What is to be found once they are known; empty where nothing is. */
    private String wanted = "";
    private boolean isStale = true;

    AttributesModel(FrameModel frame, DataModel data, Clock clock) {
        this.frame = frame;
        this.data = data;
        this.clock = clock;
        texts = frame.texts();
        reading = new Latest(frame.background());
        looking = new Latest(frame.background());
        data.sources().inventory().subscribe(_ -> changed());
        frame.period().subscribe(_ -> changed());
        isShown.subscribe(_ -> readWhereStale());
        // Whoever looks at a source or a file sees it.
        data.sources().source().subscribe(source -> hide(source != null));
        data.given().subscribe(given -> hide(given != null));
    }

    private void hide(boolean is) {
        if (is) {
            isShown.set(false);
        }
    }

    Texts texts() {
        return texts;
    }

    FrameModel frame() {
        return frame;
    }

    DataModel data() {
        return data;
    }

    /** Whether they are what the screen shows, and not the sources. */
    BooleanProperty isShown() {
        return isShown;
    }

    /** Whether one is to be added. */
    BooleanProperty isAdding() {
        return isAdding;
    }

    /** All of them; null while they are not known. */
    ReadOnlyObjectProperty<@Nullable Attributes> attributes() {
        return attributes.getReadOnlyProperty();
    }

    /** What is written to search for some; empty where nothing is. */
    StringProperty search() {
        return search;
    }

    /** The one that is looked at; null where none is. */
    ReadOnlyObjectProperty<Attribute.@Nullable Id> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The values of the one that is looked at; null while they are not known. */
    ReadOnlyObjectProperty<@Nullable AttributeValues> values() {
        return values.getReadOnlyProperty();
    }

    /** Why the last one was not added; null where it was. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    Optional<Attribute> attribute() {
        Attributes now = attributes.get();
        Attribute.Id id = chosen.get();
        return now == null || id == null ? Optional.empty() : now.find(id);
    }

    /** Those that the search finds, by whose they are. */
    List<Attributes.Group> groups() {
        Attributes now = attributes.get();
        return now == null ? List.of() : now.found(search.get());
    }

    /** Looks at one; null: at none. */
    void choose(Attribute.@Nullable Id id) {
        isAdding.set(false);
        chosen.set(id);
        look();
    }

    /** Goes to a source that brings one in. */
    void open(String source) {
        isShown.set(false);
        data.sources().choose(source);
    }

    /** Shows them, and looks at the first that a text finds as soon as they are known; at none where it is empty. */
    void find(String text) {
        isShown.set(true);
        search.set("");
        wanted = text.strip();
        choose(null);
        findWanted();
    }

    private void findWanted() {
        Attributes now = attributes.get();
        if (now != null && !wanted.isEmpty()) {
            String text = wanted;
            wanted = "";
            now.found(text).stream().findFirst().ifPresent(group -> choose(group.attributes().getFirst().id()));
        }
    }

    /** Goes where a file with its values can be chosen. */
    void bring(Attribute attribute) {
        isShown.set(false);
        data.sources().choose(null);
        data.drafting().wanted().set(attribute.column() == null
                ? new Wanted(Mapping.Target.DATED_VALUES, attribute.id().code())
                : new Wanted(Mapping.Target.FACTS, attribute.id().dataset()));
    }

    /** The last day of the pay period, or else today. */
    private LocalDate day() {
        PayPeriod period = frame.period().get();
        return period == null ? LocalDate.now(clock) : period.period().end().minusDays(1);
    }

    private void changed() {
        isStale = true;
        if (data.sources().workspace() == null) {
            reading.cancel();
            looking.cancel();
            isShown.set(false);
            isAdding.set(false);
            attributes.set(null);
            chosen.set(null);
            values.set(null);
            search.set("");
        }
        readWhereStale();
    }

    private void readWhereStale() {
        Workspace of = data.sources().workspace();
        if (of != null && isStale && isShown.get()) {
            isStale = false;
            LocalDate day = day();
            reading.run(texts.get("job.attributes"), _ -> Attributes.on(day, of), read -> {
                attributes.set(read);
                look();
                findWanted();
            }, frame::tell);
        }
    }

    /** Those of facts are read for the one that is looked at only. */
    private void look() {
        looking.cancel();
        Workspace of = data.sources().workspace();
        Attribute now = attribute().orElse(null);
        values.set(now == null ? null : now.values());
        if (of != null && now != null && now.column() != null) {
            looking.run(texts.get("job.values", now.name()), _ -> FactValues.of(of, now.id()), values::set,
                    frame::tell);
        }
    }

    /** The datasets that can have others: rows that are there would lack them. */
    List<Dataset> unfilled() {
        Inventory now = data.sources().inventory().get();
        return now.library().datasets().stream().filter(dataset -> !now.filled().contains(dataset.code())).toList();
    }

    /** Whether there are datasets that cannot have others. */
    boolean areSomeFilled() {
        return unfilled().size() < data.sources().inventory().get().library().datasets().size();
    }

    /** Begins to add one, or ends it. */
    void beginAdding(boolean is) {
        problem.set(null);
        isAdding.set(is);
    }

    /** Adds one to the documents, which can be taken back, and looks at it. */
    void add(NewAttribute wanted) {
        Workspace of = data.sources().workspace();
        if (of == null) {
            return;
        }
        Inventory.Known known = data.sources().openings().known();
        problem.set(null);
        frame.steps().edit(texts.get("job.attribute", wanted.code()), in -> {
            Set<String> filled = in.facts().known().files().keySet();
            DocumentEdits.apply(in, library -> List.of(wanted.in(library, filled)));
            return Inventory.of(in, known);
        }, read -> {
            data.sources().show(of, read);
            choose(wanted.id());
            frame.steps().say(texts.get("attributes.added", wanted.code()));
        }, thrown -> problem.set(Problem.of(thrown)));
    }
}
