package dev.hermes.app.organisation;

import dev.hermes.app.frame.SidePanel;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/** The tree of organisations at the left, who is there in the middle, one of them at the right. */
final class OrganisationView {

    private static final double SEARCH = 260;
    private static final double TREE = 236;
    private static final double PERSON = 296;

    private final OrganisationModel model;
    private final Texts texts;
    private final Label count = Words.label("", "tag");
    private final VBox problems = new VBox();
    private final BorderPane view = new BorderPane();

    OrganisationView(OrganisationModel model) {
        this.model = model;
        texts = model.texts();
        Node table = new PeopleTable(model).view();
        VBox.setVgrow(table, Priority.ALWAYS);
        view.setId("organisation");
        view.getStyleClass().add("screen");
        view.setTop(bar());
        view.setLeft(SidePanel.left(model.frame(), "organisations", new OrganisationsTree(model).view(), TREE));
        view.setCenter(new VBox(problems, table));
        view.setRight(SidePanel.right(model.frame(), "person", new PersonPane(model).view(), PERSON));
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
        DatePicker day = new DatePicker();
        day.setId("as-of");
        day.setPrefWidth(140);
        // As days are written everywhere else.
        day.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, null));
        day.accessibleTextProperty().bind(texts.text("organisation.asOf"));
        day.valueProperty().bindBidirectional(model.day());
        HBox bar = new HBox(Words.label(texts.text("organisation.title"), "heading"), count, Words.gap(), search,
                Words.label(texts.text("organisation.asOf"), "soft"), day);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private void show() {
        Structure now = model.structure().get();
        count.setVisible(now != null);
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
