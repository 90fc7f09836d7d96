package dev.hermes.app.organisation;

import dev.hermes.app.frame.FullText;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Who holds what on the day, and between whom. */
final class PeopleTable {

    private final OrganisationModel model;
    private final Texts texts;
    private final TableView<Holder> table = new TableView<>();
    private boolean following;

    PeopleTable(OrganisationModel model) {
        this.model = model;
        texts = model.texts();
        table.setId("people");
        Label nobody = Words.label(texts.text("organisation.nobody"), "faint");
        nobody.setWrapText(true);
        table.setPlaceholder(nobody);
        table.accessibleTextProperty().bind(texts.text("organisation.people"));
        column("organisation.person", 142, Holder::name);
        column("organisation.position", 106, holder -> holder.key().position());
        column("organisation.unit", 126, holder -> organisation(holder.key().organisation()));
        column("organisation.superior", 146, this::superior);
        figure("organisation.direct", 58, Holder::direct);
        figure("organisation.all", 54, Holder::all);
        column("organisation.from", 104, holder -> day(holder.from(), texts));
        column("organisation.to", 84, holder -> last(holder.to(), texts));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, holder) -> {
            if (holder != null && !following) {
                model.choose(holder.key());
            }
        });
        model.structure().subscribe(_ -> show());
        model.choice().subscribe(_ -> show());
        model.search().subscribe(_ -> show());
        model.chosen().subscribe(this::follow);
        texts.wording().subscribe(_ -> table.refresh());
    }

    Node view() {
        return table;
    }

    private String organisation(String code) {
        Structure now = model.structure().get();
        return now == null ? code : now.organisation(code);
    }

    private String superior(Holder holder) {
        AssignmentKey above = holder.superior();
        Structure now = model.structure().get();
        return above == null || now == null ? "" : now.holder(above).map(Holder::name).orElse(above.person());
    }

    /** A first day; without words where it has always been so. */
    static String day(LocalDate from, Texts texts) {
        return from.equals(Dates.BEGINNING) ? texts.get("organisation.always") : from.toString();
    }

    /** The last day before an end. */
    static String last(LocalDate to, Texts texts) {
        return to.equals(Dates.OPEN) ? texts.get("organisation.open") : to.minusDays(1).toString();
    }

    private TableColumn<Holder, String> column(String key, double width, Function<Holder, String> text) {
        TableColumn<Holder, String> column = new TableColumn<>();
        column.textProperty().bind(texts.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        FullText.in(column);
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private void figure(String key, double width, Function<Holder, Integer> number) {
        column(key, width, holder -> number.apply(holder) == 0
                ? ""
                : texts.get("organisation.number", number.apply(holder))).getStyleClass().add("figure");
    }

    private void show() {
        following = true;
        List<Holder> people = model.people();
        if (!table.getItems().equals(people)) {
            table.getItems().setAll(people);
        }
        following = false;
        follow(model.chosen().get());
    }

    private void follow(@Nullable AssignmentKey key) {
        following = true;
        Holder now = table.getItems().stream().filter(holder -> holder.key().equals(key)).findFirst().orElse(null);
        if (now == null) {
            table.getSelectionModel().clearSelection();
        } else if (!now.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(now);
            table.scrollTo(now);
        }
        following = false;
    }
}
