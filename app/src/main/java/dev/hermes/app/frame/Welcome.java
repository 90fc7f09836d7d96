package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown where no workspace is open: the way to the demo, to one's own, to those that were open. */
final class Welcome {

    private static final double WIDTH = 720;
    private static final double GAP = 12;
    private static final double CARD_HEIGHT = 164;
    private static final double CARD = (WIDTH - 2 * GAP) / 3;

    private final Texts texts;
    private final ScrollPane view;

    Welcome(FrameModel model, Workspaces ways) {
        texts = model.texts();
        Label title = Words.label(texts.text("welcome.title"), "display");
        Label lead = Words.label(texts.text("welcome.lead"), "soft");
        lead.setWrapText(true);
        lead.setMinHeight(Region.USE_PREF_SIZE);
        HBox cards = new HBox(GAP,
                card(BootstrapIcons.PLAY_CIRCLE, "welcome.demo", "welcome.demo.lead", "welcome-demo", ways.demo()),
                card(BootstrapIcons.FOLDER_PLUS, "welcome.create", "welcome.create.lead", "welcome-create",
                        ways.create()),
                card(BootstrapIcons.FOLDER2_OPEN, "top.openFolder", "welcome.open.lead", "welcome-open",
                        ways.open()));
        cards.getChildren().getFirst().getStyleClass().add("first");
        Label hint = Words.label(texts.text("welcome.hint"), "faint", "small");
        VBox column = new VBox(8, title, lead, cards, new RecentList(model).view(), hint);
        VBox.setMargin(cards, new Insets(16, 0, 16, 0));
        VBox.setMargin(hint, new Insets(16, 0, 0, 0));
        column.setMaxWidth(WIDTH);
        column.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(column);
        middle.getStyleClass().add("welcome");
        middle.setAlignment(Pos.CENTER);
        view = Scrolled.of(middle);
        view.setId("welcome");
        view.getStyleClass().addAll("screen", "edge-to-edge");
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node view() {
        return view;
    }

    /** A way to a workspace, with a sentence on what it is for. */
    private Button card(Ikon icon, String title, String lead, String id, Action way) {
        Label sentence = Words.label(texts.text(lead), "soft", "small");
        sentence.setWrapText(true);
        VBox said = new VBox(6, new FontIcon(icon), Words.label(texts.text(title), "heading"), sentence);
        said.setPrefWidth(CARD);
        Button card = new Button("", said);
        card.setId(id);
        card.getStyleClass().add("way");
        card.setPrefWidth(CARD);
        card.setPrefHeight(CARD_HEIGHT);
        card.accessibleTextProperty().bind(texts.text(title).concat(". ").concat(texts.text(lead)));
        card.setOnAction(_ -> way.run());
        return card;
    }
}
