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
    private final ReadOnlyObjectWrapper<@Nullable Structure> structure = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Choice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AssignmentKey> chosen = new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private @Nullable Workspace workspace;

    /**
     * A part of the organisation.
     *
     * @param position
     *            those who hold a position there; null for all who are there or below
     */
    record Choice(String organisation, @Nullable String position) {}

    OrganisationModel(FrameModel frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
        texts = frame.texts();
        looking = new Latest(frame.background());
        frame.period().addListener((_, _, period) -> follow(period));
        day.addListener((_, _, on) -> {
            Structure now = structure.get();
            if (on != null && now != null && !on.equals(now.day())) {
                looking.run(texts.get("job.organisation"), _ -> Structure.on(on, now.people()), this::show,
                        frame::tell);
            }
        });
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

    /** The day that is looked at. */
    ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    /** What is written to search for people; empty where nothing is. */
    StringProperty search() {
        return search;
    }

    /** The part that is looked at; null for all of it. */
    ReadOnlyObjectProperty<@Nullable Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** The assignment that is looked at; null where none is. */
    ReadOnlyObjectProperty<@Nullable AssignmentKey> chosen() {
        return chosen.getReadOnlyProperty();
    }

    void choose(@Nullable Choice part) {
        search.set("");
        choice.set(part);
    }

    void choose(@Nullable AssignmentKey key) {
        chosen.set(key);
    }

    /** Looks at somebody who may be elsewhere. */
    void reveal(AssignmentKey key) {
        if (people().stream().noneMatch(holder -> holder.key().equals(key))) {
            choose(new Choice(key.organisation(), null));
        }
        choose(key);
    }

    /** The assignment that is looked at, where it is held on the day. */
    Optional<Holder> holder() {
        Structure now = structure.get();
        AssignmentKey key = chosen.get();
        return now == null || key == null ? Optional.empty() : now.holder(key);
    }

    /** Who is shown: whoever the search finds, or who is in the chosen part. */
    List<Holder> people() {
        Structure now = structure.get();
        if (now == null) {
            return List.of();
        }
        if (!search.get().isBlank()) {
            return now.found(search.get());
        }
        Choice part = choice.get();
        if (part == null) {
            return now.holders();
        }
        String position = part.position();
        return now.node(part.organisation()).map(node -> now.within(node).stream()
                .filter(holder -> position == null || holder.key().organisation().equals(part.organisation())
                        && holder.key().position().equals(position))
                .toList()).orElse(List.of());
    }

    @Override
    public void enter(Workspace entered) {
        workspace = entered;
        read(entered);
    }

    @Override
    public void rowsChanged() {
        if (workspace != null) {
            read(workspace);
        }
    }

    /** The last day of a pay period that is chosen is what is looked at. */
    private void follow(@Nullable PayPeriod period) {
        if (period != null && structure.get() != null) {
            day.set(last(period));
        } else if (period != null && workspace != null) {
            read(workspace);
        }
    }

    private static LocalDate last(PayPeriod period) {
        return period.period().end().minusDays(1);
    }

    private void read(Workspace of) {
        PayPeriod period = frame.period().get();
        LocalDate before = day.get() == null && period != null ? last(period) : day.get();
        looking.run(texts.get("job.organisation"), _ -> Structure.on(
                before == null ? People.usualDay(of, LocalDate.now(clock)) : before, People.of(of)), this::show,
                frame::tell);
    }

    private void show(Structure read) {
        structure.set(read);
        day.set(read.day());
    }

    @Override
    public void leave() {
        looking.cancel();
        workspace = null;
        structure.set(null);
        day.set(null);
        choice.set(null);
        chosen.set(null);
        search.set("");
    }
}
