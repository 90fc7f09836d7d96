package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import dev.hermes.workspace.SavedRun;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What is known of the workspace, at the bottom. */
final class StatusBar {

    private static final double GAP = 18;
    private static final int FINGERPRINT = 8;

    private final FrameModel model;
    private final Texts texts;
    private final HBox view = new HBox();
    private final HBox facts = new HBox(GAP);

    StatusBar(FrameModel model) {
        this.model = model;
        texts = model.texts();
        view.getStyleClass().add("status-bar");
        facts.setAlignment(Pos.CENTER_LEFT);
        Label language = new Label();
        language.textProperty().bind(texts.wording().map(chosen -> chosen.language().title()));
        view.getChildren().addAll(facts, Words.gap(), language);
        model.overview().subscribe(_ -> show());
        texts.wording().subscribe(_ -> show());
    }

    Node view() {
        return view;
    }

    private void show() {
        facts.getChildren().clear();
        Overview overview = model.overview().get();
        if (overview != null) {
            facts.getChildren().addAll(Words.label(texts.get("status.people", overview.people())),
                    Words.label(texts.get("status.rows", overview.rows())));
            run(overview.last());
        }
    }

    private void run(@Nullable SavedRun last) {
        if (last == null) {
            facts.getChildren().add(Words.label(texts.get("status.noRun")));
            return;
        }
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.wording().get().locale()).withZone(ZoneId.systemDefault())
                .format(last.calculatedAt());
        String fingerprint = last.origin().fingerprint();
        facts.getChildren().addAll(Words.label(texts.get("status.run", last.period(), at)),
                Words.label(fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length())), "mono"));
    }
}
