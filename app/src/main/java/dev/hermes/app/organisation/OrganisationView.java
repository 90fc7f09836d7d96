package dev.hermes.app.organisation;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.SidePanel;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The tree of organisations at the left, who is there in the middle, one of them at the right. */
final class OrganisationView {

    private static final double SEARCH = 240;
    private static final double DAY = 132;
    private static final double TREE = 236;
    private static final double SIDE = 304;

    private final OrganisationModel model;
    private final Texts texts;
    private final Label count = Words.label("", "tag");
    private final VBox problems = new VBox();
    private final BorderPane view = new BorderPane();
    private final Node tree;
    private final Node middle;
    private final Node side;
    /** What is shown before anybody was brought in. */
    private final Node nobody;

    OrganisationView(OrganisationModel model) {
        this.model = model;
        texts = model.texts();
        PeopleColumns columns = new PeopleColumns(model);
        Node table = new PeopleTable(model, columns).view();
        VBox.setVgrow(table, Priority.ALWAYS);
        tree = SidePanel.left(model.frame(), "organisations", new OrganisationsTree(model).view(), TREE);
        middle = new VBox(new PartBar(model, columns).view(), problems, table);
        side = SidePanel.right(model.frame(), "person", new SidePane(model).view(), SIDE);
        nobody = new EmptyState(BootstrapIcons.PEOPLE, texts.text("organisation.empty"),
                texts.text("organisation.empty.lead"), Words.button(texts.text("organisation.empty.data"),
                        "organisation-data", () -> model.frame().place().set(Place.DATA)));
        view.setId("organisation");
        view.getStyleClass().add("screen");
        view.setTop(bar());
        model.structure().subscribe(_ -> show());
        texts.wording().subscribe(_ -> show());
    }

    Node view() {
        return view;
    }

    private Node bar() {
        TextField search = new TextField();
        search.setId("people-search");
        search.setPrefWidth(SEARCH);
        search.promptTextProperty().bind(texts.text("organisation.search"));
        search.accessibleTextProperty().bind(texts.text("organisation.search"));
        search.textProperty().bindBidirectional(model.search());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        DatePicker day = picker("as-of", "organisation.asOf", model.day(), on -> {
            if (on == null) {
                // There is always a day: that of before comes back, after the picker is done with its change.
                Platform.runLater(() -> show(view.lookup("#as-of"), model.day().get()));
            } else {
                model.look(on);
            }
        });
        DatePicker since = picker("since", "organisation.since", model.since(), model::compare);
        since.promptTextProperty().bind(texts.text("organisation.noDay"));
        HBox bar = new HBox(Words.label(texts.text("place.organisation"), "heading"), Words.whole(count), Words.gap(),
                search,
                Words.label(texts.text("organisation.since"), "soft"), since,
                Words.label(texts.text("organisation.asOf"), "soft"), day);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private static void show(Node picker, @Nullable LocalDate day) {
        ((DatePicker) picker).setValue(day);
    }

    private DatePicker picker(String id, String key, ObservableValue<@Nullable LocalDate> day,
            Consumer<@Nullable LocalDate> chosen) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setPrefWidth(DAY);
        // As days are written everywhere else.
        picker.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, null));
        picker.accessibleTextProperty().bind(texts.text(key));
        day.subscribe(picker::setValue);
        picker.valueProperty().addListener((_, _, on) -> chosen.accept(on));
        return picker;
    }

    private void show() {
        Structure now = model.structure().get();
        boolean isEmpty = now != null && now.people().inputs().assignments().isEmpty();
        view.setLeft(isEmpty ? null : tree);
        view.setCenter(isEmpty ? nobody : middle);
        view.setRight(isEmpty ? null : side);
        count.setVisible(now != null && !isEmpty);
        problems.getChildren().clear();
        if (now != null) {
            count.setText(texts.get("organisation.count", now.holders().size()));
            if (now.problem() != null) {
                Label problem = Words.label(texts.get("organisation.unclear", now.problem().text(texts)), "bad");
                problem.setWrapText(true);
                problem.setMaxHeight(80);
                problem.getStyleClass().add("reject-detail");
                problem.setMaxWidth(Double.MAX_VALUE);
                problems.getChildren().add(problem);
            }
        }
    }
}
