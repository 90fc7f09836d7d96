package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.data.DataScreen;
import dev.hermes.app.frame.Place;
import dev.hermes.app.window.Offscreen;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A file brought in by somebody who has no mapping for it yet. */
class DataScenarioTest {

    private static final String DATASET = """
            hermes: 1
            kind: dataset
            code: orders
            name: Orders
            columns:
              order: text
              booked: date
              seller: {type: text, required: true}
              amount: {type: CNY, digits: 12, scale: 2}
            key: order
            date: booked
            credit: {person: seller}
            """;

    @TempDir
    Path folder;

    private Robot robot;

    @BeforeEach
    void open(TestInfo test) {
        Path workspace = folder.resolve("workspace");
        try (Workspace made = Workspace.create(workspace)) {
            made.documents().apply(List.of(DocumentFile.read("orders.yaml", DATASET)));
        }
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
        robot.open(workspace);
    }

    @AfterEach
    void close() {
        robot.close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(robot.workbench().model().workspace().get());
    }

    private Mapping mapping() {
        return workspace().documents().library().mapping("orders-march").orElseThrow();
    }

    private void take(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Offscreen.run(() -> ((DataScreen) robot.workbench().model().screen(Place.DATA)).take(file));
        robot.calm();
    }

    private Point2D middle(String selector) {
        return Offscreen.call(() -> {
            Node node = robot.find(selector);
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    @SuppressWarnings("unchecked")
    private List<Preview.Row> rows() {
        return Offscreen.call(() -> List.copyOf(((TableView<Preview.Row>) robot.find("#preview-rows")).getItems()));
    }

    private boolean isThere(String selector) {
        return Offscreen.call(() -> robot.scene().lookup(selector) != null);
    }

    @Test
    void aDraftIsFinishedByDraggingColumnsAndTheFileIsImported() throws IOException {
        take("orders-march.csv", """
                order,day,who,sum
                1,2026-03-01,S1,10.50
                2,2026-03-02,S2,-20
                """);
        robot.click("#draft-of");
        robot.type("orders");
        robot.click("#draft-mapping");
        assertThat(isThere("#preview-rows")).as("fields are missing").isFalse();

        robot.drag(middle("#column-day"), middle("#field-booked"));
        robot.drag(middle("#column-sum"), middle("#field-seller"));
        assertThat(rows()).extracting(row -> row.values().get(2)).containsExactly("10.50", "-20");

        robot.drag(middle("#column-of-seller"), middle("#field-amount"));
        robot.drag(middle("#column-who"), middle("#field-seller"));
        assertThat(mapping().fields().sequencedKeySet()).containsExactly("order", "booked", "amount", "seller");
        assertThat(rows()).extracting(row -> row.values().get(3)).containsExactly("S1", "S2");

        robot.click("#terms-of-amount");
        robot.click("#term-min");
        robot.type("0");
        robot.press(KeyCode.ENTER);
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);

        robot.press(KeyCode.ESCAPE);
        robot.click("#data-undo");
        assertThat(rows()).noneMatch(Preview.Row::isRejected);

        robot.click("#import-file");
        assertThat(workspace().imports().current()).singleElement().extracting(Imports.Import::accepted)
                .isEqualTo(2L);
    }

    @Test
    void whoWasImportedIsFoundInTheOrganisation() throws IOException {
        take("staff.csv", """
                who,position,organisation,from
                Ann,head,HQ,2025-01-01
                Bo,rep,HQ,2026-01-01
                """);
        Offscreen.run(() -> into().setValue(Mapping.Target.ASSIGNMENTS));
        robot.click("#draft-mapping");
        robot.drag(middle("#column-who"), middle("#field-person"));
        robot.click("#import-file");
        robot.click("#rail-organisation");
        robot.click("#people-search");
        robot.type("bo_");
        robot.calm();
        assertThat(people()).hasSize(1);
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.press(KeyCode.DELETE);
        assertThat(people()).hasSize(2);

        Offscreen.run(() -> ((DatePicker) robot.find("#as-of")).setValue(LocalDate.of(2025, 12, 31)));
        robot.calm();
        assertThat(people()).hasSize(1);
        Offscreen.run(() -> ((TableView<?>) robot.find("#people")).getSelectionModel().select(0));
        assertThat(((Labeled) robot.find("#person-name")).getText()).isEqualTo("Ann");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Mapping.Target> into() {
        return (ComboBox<Mapping.Target>) robot.find("#draft-into");
    }

    private List<?> people() {
        return Offscreen.call(() -> List.copyOf(((TableView<?>) robot.find("#people")).getItems()));
    }

    @Test
    void anAttributeIsAddedToFactsAndAnotherToPeopleWhoseFileFollows() throws IOException {
        robot.click("#rail-data");
        robot.click("#page-attributes");
        robot.click("#new-attribute");
        robot.choose("#attribute-whose", "Facts of Orders");
        robot.click("#attribute-code");
        robot.type("region");
        robot.press(KeyCode.ENTER);
        assertThat(orders()).contains("region");
        assertThat(((Labeled) robot.find("#attribute-name")).getText()).isEqualTo("region");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(orders()).doesNotContain("region");

        robot.click("#new-attribute");
        robot.choose("#attribute-whose", "People");
        robot.click("#attribute-called");
        robot.type("Grade");
        robot.click("#attribute-code");
        robot.type("grade");
        robot.click("#add-attribute");
        assertThat(workspace().documents().library().datedValue("grade")).isPresent();

        take("grades.csv", "who,which\nS1,senior\n");
        assertThat(isThere("#attribute-name")).as("the sources are shown").isFalse();
        assertThat(isThere("#draft-mapping")).isTrue();
        robot.click("#page-attributes");
        assertThat(((Labeled) robot.find("#attribute-name")).getText()).isEqualTo("Grade");
    }

    private List<String> orders() {
        return workspace().documents().library().dataset("orders").orElseThrow().columns().stream()
                .map(column -> column.name()).toList();
    }

    @Test
    void textsAreTranslatedWithTheKeyboard() throws IOException {
        take("orders-march.csv", "order,booked,seller\n1,2026-03-01,S1\n2,2026-03-02,S2\n");
        robot.click("#draft-of");
        robot.type("orders");
        robot.click("#draft-mapping");
        robot.click("#terms-of-seller");
        robot.fire("#lookup-add-seen");
        assertThat(lookup()).containsExactlyInAnyOrderEntriesOf(Map.of("S1", "S1", "S2", "S2"));

        robot.type("Ann");
        robot.press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER);
        robot.type("Bo");
        robot.press(KeyCode.ENTER);
        assertThat(rows()).extracting(row -> row.values().get(2)).containsExactly("Ann", "Bo");

        robot.type("S1");
        assertThat(remark()).startsWith("Is above already");
        robot.press(KeyCode.ESCAPE);
        assertThat(remark()).startsWith("Write the text of the file");
        robot.press(KeyCode.UP);
        robot.press(KeyCode.CONTROL, KeyCode.DELETE);
        assertThat(lookup()).isEqualTo(Map.of("S1", "Ann"));
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);

        robot.click("#data-undo");
        robot.click("#data-undo");
        assertThat(lookup()).isEqualTo(Map.of("S1", "Ann", "S2", "S2"));
        robot.click("#as-in-file");
        assertThat(rows()).extracting(row -> row.texts().get(2)).containsExactly("S1", "S2");
    }

    private Map<String, String> lookup() {
        return Objects.requireNonNull(mapping().fields().get("seller")).lookup();
    }

    private String remark() {
        return Offscreen.call(() -> ((Labeled) robot.find("#lookup-remark-2")).getText());
    }

    @Test
    void aMappingIsMadeWithTheKeyboard() throws IOException {
        take("orders-march.csv", "order,day,who\n1,2026-03-01,S1\n");
        robot.click("#draft-of");
        robot.type("orders");
        robot.click("#draft-mapping");
        Offscreen.run(() -> robot.find("#column-of-booked").requestFocus());
        robot.press(KeyCode.DOWN);
        robot.press(KeyCode.DOWN);
        robot.press(KeyCode.DOWN);
        robot.press(KeyCode.ENTER);
        assertThat(mapping().fields().get("booked"))
                .extracting(Mapping.Field::origin).isEqualTo(new Mapping.Origin.Column("day"));

        robot.press(KeyCode.DELETE);
        assertThat(mapping().fields()).containsOnlyKeys("order");
        assertThat(((Labeled) robot.find("#column-day")).getText()).isEqualTo("day");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(mapping().fields()).containsOnlyKeys("order", "booked");
    }

    @Test
    void copiedRowsArePastedThroughTheMappingOfAFile() throws IOException {
        take("orders-march.csv", "order,booked,seller\n1,2026-03-01,S1\n");
        robot.click("#draft-of");
        robot.type("orders");
        robot.click("#draft-mapping");
        Offscreen.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("order\tbooked\tseller\n7\t2026-03-02\tS2\n8\t2026-03-02\tS3\n");
            Clipboard.getSystemClipboard().setContent(content);
            robot.find("#sources").requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(rows()).extracting(row -> row.values().getFirst()).containsExactly("7", "8");
        assertThat(workspace().imports().history()).as("only looked at").isEmpty();

        robot.click("#import-file");
        assertThat(workspace().imports().current()).singleElement().extracting(Imports.Import::accepted)
                .isEqualTo(2L);
        assertThat(isThere("#mend-rows")).as("nothing was rejected").isFalse();
        Offscreen.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT,
                "order\tbooked\tseller\n9\t2026-03-02\tS2\n10\t2026-03-32\tS3\n")));
        robot.click("#paste-rows");
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);
        robot.click("#import-file");
        assertThat(isThere("#mend-rows")).isTrue();
    }

    @Test
    void whatIsTypedIsEnteredWhereItIsTypedAndStaysWhereItIsRefused() throws IOException {
        String mapping = """
                hermes: 1
                kind: mapping
                code: %s
                file: orders.csv
                into: facts
                of: orders
                fields: {order: order, booked: day, seller: who, amount: sum}
                """;
        workspace().documents().apply(List.of(DocumentFile.read("a.yaml", mapping.formatted("orders-march")),
                DocumentFile.read("b.yaml", mapping.formatted("orders-april"))));
        DataScreen screen = (DataScreen) robot.workbench().model().screen(Place.DATA);
        Offscreen.run(() -> screen.reveal(null));
        robot.calm();
        Offscreen.run(() -> screen.reveal("orders-march"));
        robot.calm();

        robot.click("#terms-of-booked");
        robot.click("#term-days");
        robot.type("much");
        robot.press(KeyCode.TAB);
        assertThat(text("#term-problem")).contains("\"much\" is no whole number");
        assertThat(text("#term-days")).as("refused, and not lost").isEqualTo("much");
        robot.click("#term-days");
        robot.press(KeyCode.ESCAPE);
        assertThat(text("#term-days")).isEmpty();
        assertThat(text("#term-problem")).isEmpty();

        robot.click("#mapping-where");
        robot.type("sum > 5");
        Offscreen.run(() -> screen.reveal("orders-april"));
        robot.calm();
        assertThat(text("#mapping-where")).isEmpty();
        assertThat(Objects.requireNonNull(mapping().where()).text()).isEqualTo("sum > 5");
        assertThat(workspace().documents().library().mapping("orders-april").orElseThrow().where()).isNull();

        robot.click("#mapping-where");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(mapping().where()).as("nothing is typed that could be taken back instead").isNull();
    }

    private String text(String selector) {
        return Offscreen.call(() -> switch (robot.scene().lookup(selector)) {
            case TextInputControl field -> field.getText();
            case Labeled label -> label.getText();
            case null, default -> throw new AssertionError(selector + " says nothing.");
        });
    }
}
