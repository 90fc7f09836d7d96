package dev.hermes.app.organisation;

import dev.hermes.app.background.Latest;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.model.AssignmentKey;
import dev.hermes.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the screen of the organisation shows. Of the screen's thread. */
final class OrganisationModel implements ScreenModel {

    private final FrameModel frame;
    private final Texts texts;
    private final Clock clock;
    private final Latest looking;
    private final Latest listed;
    private final Latest finding;
    private final Latest checking;
    private final ReadOnlyObjectWrapper<@Nullable Structure> structure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Changes> changes = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.NOBODY);
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> day = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> since = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Part> part = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AssignmentKey> chosen = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Change.@Nullable Kind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<List<Listing.Order>> orders = new SimpleObjectProperty<>(List.of());
    private final StringProperty search = new SimpleStringProperty("");
    private @Nullable Workspace workspace;
    /** What was read last; null where it is to be read again. */
    private @Nullable People people;

    /** What was found out for a day, and for the one that it is compared with. */
    private record Seen(Structure structure, @Nullable Changes changes) {}

    OrganisationModel(FrameModel frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
        texts = frame.texts();
        looking = new Latest(frame.background());
        listed = new Latest(frame.background());
        finding = new Latest(frame.background());
        checking = new Latest(frame.background());
        frame.period().addListener((_, _, period) -> {
            if (period != null) {
                look(last(period));
            }
        });
        search.addListener((_, _, _) -> list());
        kind.addListener((_, _, _) -> list());
        orders.addListener((_, _, _) -> list());
    }

    FrameModel frame() {
        return frame;
    }

    Texts texts() {
        return texts;
    }

    /** The organisation on the day; null while it is not known. */
    ReadOnlyObjectProperty<@Nullable Structure> structure() {
        return structure.getReadOnlyProperty();
    }

    /** What became of people since the other day; null where none is compared with. */
    ReadOnlyObjectProperty<@Nullable Changes> changes() {
        return changes.getReadOnlyProperty();
    }

    /** Who is shown. */
    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /** The day that is looked at. */
    ReadOnlyObjectProperty<@Nullable LocalDate> day() {
        return day.getReadOnlyProperty();
    }

    /** The earlier day that it is compared with; null where none is. */
    ReadOnlyObjectProperty<@Nullable LocalDate> since() {
        return since.getReadOnlyProperty();
    }

    /** What is written to search for people; empty where nothing is. */
    StringProperty search() {
        return search;
    }

    /** What must have become of those who are shown; null where all are. */
    ObjectProperty<Change.@Nullable Kind> kind() {
        return kind;
    }

    /** How rows are ordered, the first counts most; empty for the order by name. */
    ObjectProperty<List<Listing.Order>> orders() {
        return orders;
    }

    /** The part that is looked at; null for all of it. */
    ReadOnlyObjectProperty<@Nullable Part> part() {
        return part.getReadOnlyProperty();
    }

    /** The assignment that is looked at; null where none is. */
    ReadOnlyObjectProperty<@Nullable AssignmentKey> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Looks at another day; nothing where none is given. */
    void look(@Nullable LocalDate on) {
        if (on != null && !on.equals(day.get()) && workspace != null) {
            day.set(on);
            see(workspace);
        }
    }

    /** Compares with another day; with none where none is given. */
    void compare(@Nullable LocalDate with) {
        if (workspace != null && (with == null ? since.get() != null : !with.equals(since.get()))) {
            since.set(with);
            see(workspace);
        }
    }

    void choose(@Nullable Part of) {
        part.set(of);
        if (of instanceof Part.Unit) {
            chosen.set(null);
        }
        search.set("");
        list();
    }

    /** Looks at an assignment; where it was searched for, at its organisation too, which is shown after the search. */
    void choose(@Nullable AssignmentKey key) {
        chosen.set(key);
        if (key != null && !search.get().isBlank()) {
            part.set(new Part.Unit(key.organisation(), null));
        }
    }

    /** Searches for somebody, and looks at whoever is found first. */
    void find(String text) {
        search.set(text);
        Structure now = structure.get();
        if (now != null) {
            Listing.Query query = new Listing.Query(now, null, null, text, null, List.of());
            finding.glance(_ -> query.list(),
                    found -> found.rows().stream().findFirst().ifPresent(row -> choose(row.holder().key())),
                    frame::tell);
        }
    }

    /** Looks at somebody who may be elsewhere. */
    void reveal(AssignmentKey key) {
        if (listing.get().place(key) < 0) {
            kind.set(null);
            choose(new Part.Unit(key.organisation(), null));
        }
        choose(key);
    }

    /** The assignment that is looked at, where it is held on the day. */
    Optional<Holder> holder() {
        Structure now = structure.get();
        AssignmentKey key = chosen.get();
        return now == null || key == null ? Optional.empty() : now.holder(key);
    }

    @Override
    public void enter(Workspace entered) {
        workspace = entered;
        PayPeriod period = frame.period().get();
        day.set(period == null ? null : last(period));
        see(entered);
    }

    @Override
    public void rowsChanged() {
        if (workspace != null) {
            people = null;
            see(workspace);
        }
    }

    @Override
    public void refresh() {
        Workspace of = workspace;
        People known = people;
        if (of != null && known != null) {
            checking.glance(_ -> People.version(of), version -> {
                if (known.equals(people) && !version.equals(known.version())) {
                    rowsChanged();
                }
            }, frame::tell);
        }
    }

    /** The last day of a pay period that is chosen is what is looked at. */
    private static LocalDate last(PayPeriod period) {
        return period.period().end().minusDays(1);
    }

    private void see(Workspace of) {
        LocalDate on = day.get();
        LocalDate other = since.get();
        People known = people;
        looking.run(texts.get("job.organisation"), job -> {
            People read = known == null ? People.of(of) : known;
            job.checkCancelled();
            Structure now = Structure.on(on == null ? People.usualDay(of, LocalDate.now(clock)) : on, read);
            return new Seen(now, other == null ? null : Changes.between(Structure.on(other, read), now));
        }, this::show, frame::tell);
    }

    private void show(Seen seen) {
        people = seen.structure().people();
        day.set(seen.structure().day());
        changes.set(seen.changes());
        if (seen.changes() == null) {
            kind.set(null);
        }
        structure.set(seen.structure());
        list();
    }

    private void list() {
        Structure now = structure.get();
        if (now == null) {
            listed.cancel();
            listing.set(Listing.NOBODY);
            return;
        }
        Listing.Query query = new Listing.Query(now, changes.get(), part.get(), search.get(), kind.get(),
                orders.get());
        listed.glance(_ -> query.list(), listing::set, frame::tell);
    }

    @Override
    public void leave() {
        looking.cancel();
        finding.cancel();
        checking.cancel();
        workspace = null;
        people = null;
        structure.set(null);
        changes.set(null);
        day.set(null);
        since.set(null);
        part.set(null);
        chosen.set(null);
        kind.set(null);
        search.set("");
        list();
    }
}
