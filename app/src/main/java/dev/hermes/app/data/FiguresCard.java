package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.RejectReason;
import dev.hermes.workspace.imports.Preview;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many rows were read, and what became of them. */
final class FiguresCard {

    private static final int MOST_REASONS = 8;

    private final DataModel model;
    private final Texts texts;
    private final DataWords words;
    private final Consumer<Imports.Import> chooseMended;
    private final Consumer<Imports.Import> chooseRejects;

    /**
     * @param chooseMended
     *            asks for a file with mended rows of an import
     * @param chooseRejects
     *            asks for a file to which the rejected rows of an import are written
     */
    FiguresCard(DataModel model, Consumer<Imports.Import> chooseMended, Consumer<Imports.Import> chooseRejects) {
        this.model = model;
        this.chooseMended = chooseMended;
        this.chooseRejects = chooseRejects;
        texts = model.texts();
        words = model.words();
    }

    /** The figures of an import. */
    Node of(Imports.Import made) {
        VBox card = card(texts.get("data.importOf", made.mapping(), words.moment(made.importedAt())), made.read(),
                made.accepted(), made.leftOut(), made.rejected());
        card.setId("import-figures");
        if (made.rejected() > 0) {
            model.rejected(made).ifPresentOrElse(rejected -> rejected(card, made, rejected), () -> card.getChildren()
                    .add(MappingPane.hint(texts.get("data.reasonsForgotten"), "faint", "small")));
        }
        card.getChildren().add(new VBox(line(texts.get("data.file"), made.file(), "soft"),
                line(texts.get("data.by"), made.author(), "soft"),
                line(texts.get("data.counting"), counting(made), "soft")));
        if (model.delivery().canMend(made)) {
            Button mend = Words.button(texts.text("data.mend"), "mend-rows", () -> chooseMended.accept(made));
            mend.disableProperty().bind(Bindings.isNotNull(model.delivery().job()));
            card.getChildren().addAll(MappingPane.hint(texts.get("data.mend.hint"), "faint", "small"), mend);
        }
        if (model.delivery().canTakeBack(made)) {
            Button back = Words.button(texts.text("data.takeBack"), "take-back",
                    () -> model.delivery().takeBack(made));
            back.disableProperty().bind(Bindings.isNotNull(model.delivery().job()));
            card.getChildren().addAll(MappingPane.hint(texts.get("data.takeBack.hint"), "faint", "small"), back);
        } else if (model.delivery().hasReplacedTooMany(made)) {
            card.getChildren().add(MappingPane.hint(texts.get("data.takeBack.tooMany"), "faint", "small"));
        }
        return card;
    }

    private String counting(Imports.Import made) {
        if (made.returnedAt() != null) {
            return texts.get("data.returnedAt", words.moment(made.returnedAt()));
        }
        return made.replacedAt() == null
                ? words.count(made.rows())
                : texts.get("data.replacedAt", words.moment(made.replacedAt()));
    }

    private void rejected(VBox card, Imports.Import made, Imports.Rejected rejected) {
        reasons(card, rejected.reasons());
        if (rejected.file() == null) {
            return;
        }
        if (rejected.kept() < made.rejected()) {
            card.getChildren().add(MappingPane.hint(texts.get("data.rejects.kept", rejected.kept()), "faint", "small"));
        }
        Button show = Words.button(texts.text("data.rejects.show"), "show-rejected", () -> model.showRejected(made));
        Button save = Words.button(texts.text("data.reject"), "save-rejected", () -> chooseRejects.accept(made));
        save.disableProperty().bind(Bindings.isNotNull(model.delivery().job()));
        card.getChildren().add(new FlowPane(8, 8, show, save));
    }

    /** The figures of rows that were only looked at. */
    Node of(Preview preview, boolean isWhole) {
        VBox card = card(texts.get(isWhole ? "data.wouldAll" : "data.wouldFirst", preview.read()), preview.read(),
                preview.read() - preview.leftOut() - preview.rejected(), preview.leftOut(), preview.rejected());
        card.setId("preview-figures");
        reasons(card, preview.reasons());
        return card;
    }

    private VBox card(String title, long read, long accepted, long leftOut, long rejected) {
        FlowPane sum = new FlowPane(6, 0);
        sum.setRowValignment(javafx.geometry.VPos.BASELINE);
        sum.getChildren().addAll(part(read, "data.read", "strong"), Words.label("=", "faint"),
                part(accepted, "data.accepted", "good"));
        if (leftOut > 0) {
            sum.getChildren().addAll(Words.label("+", "faint"), part(leftOut, "data.leftOut", "soft"));
        }
        sum.getChildren().addAll(Words.label("+", "faint"),
                part(rejected, "data.rejected", rejected == 0 ? "soft" : "bad"));
        VBox card = new VBox(6, Words.label(title, "caption"), sum);
        card.getStyleClass().addAll("hermes-card", "raised");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private Node part(long rows, String key, String style) {
        Label figure = Words.label(words.count(rows), style, "sum");
        HBox part = new HBox(4, figure, Words.label(texts.get(key), "faint", "small"));
        part.setAlignment(Pos.BASELINE_LEFT);
        return part;
    }

    /** Those with the most rows; the others together, so that all rows are told of. */
    private void reasons(VBox card, List<RejectReason> reasons) {
        VBox lines = new VBox();
        long others = 0;
        int told = 0;
        for (RejectReason reason : reasons) {
            if (reason.message().equals(RejectReason.OTHERS) || told == MOST_REASONS) {
                others += reason.rows();
            } else {
                lines.getChildren().add(line(texts.say(reason.message()), words.count(reason.rows()), "bad"));
                told++;
            }
        }
        if (others > 0) {
            lines.getChildren().add(line(texts.get("data.otherReasons"), words.count(others), "bad"));
        }
        if (!reasons.isEmpty()) {
            card.getChildren().add(lines);
        }
    }

    private static Node line(String name, String value, String style) {
        Label first = Words.label(name, "bad".equals(style) ? "reason" : "faint");
        first.setTooltip(new Tooltip(name));
        Label last = Words.label(value, style);
        if ("bad".equals(style)) {
            last.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            first.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(12, first, Words.gap(), last);
        line.getStyleClass().add("figure-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
