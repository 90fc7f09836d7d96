package dev.hermes.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Wording;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.DatedValue;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region with two branches; Ann leads the region, Bo leads the north until Cy takes over in May. */
class OrganisationModelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-10T08:00:00Z"), ZoneOffset.UTC);
    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: datedValue
            code: grade
            name: Grade
            type: text
            of: person
            """;
    private static final Map<String, String> FILES = Map.of(
            "organisations", """
                    code,name,level,parent,from,to
                    R,Region,region,,,
                    N,North,branch,R,,
                    S,South,branch,R,2026-05-01,
                    """,
            "persons", """
                    person,name
                    1,Ann
                    2,Bo
                    3,Cy
                    4,Di
                    """,
            "assignments", """
                    person,position,organisation,from,to
                    1,head,R,2025-01-01,
                    2,head,N,2025-01-01,2026-05-01
                    2,head,S,2026-05-01,
                    3,rep,N,2025-06-01,2026-05-01
                    3,head,N,2026-05-01,
                    4,rep,N,2026-01-01,
                    """,
            "leaders", """
                    organisation,person,position,from,to
                    R,1,head,,
                    N,2,head,,2026-05-01
                    N,3,head,2026-05-01,
                    """,
            "datedValues", """
                    person,value,from,to
                    3,junior,,2026-05-01
                    3,senior,2026-05-01,
                    """);

    @TempDir
    Path folder;

    private Workspace workspace;
    private FrameModel frame;
    private OrganisationModel model;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.create(folder.resolve("workspace"));
        workspace.documents().apply(List.of(DocumentFile.read("documents.yaml", DOCUMENTS)));
        for (String into : List.of("organisations", "persons", "assignments", "leaders", "datedValues")) {
            bring(into, Objects.requireNonNull(FILES.get(into)));
        }
        Offscreen.start();
        frame = Offscreen.call(() -> new FrameModel(new SettingsFile(folder.resolve("settings.json"))));
        Offscreen.run(() -> frame.texts().wording().set(new Wording(Language.ENGLISH, Numbers.USUAL)));
        model = Offscreen.call(() -> new OrganisationModel(frame, CLOCK));
        after(() -> model.enter(workspace));
    }

    @AfterEach
    void close() {
        Offscreen.run(frame::close);
        workspace.close();
    }

    private void bring(String into, String text) throws IOException {
        Files.writeString(folder.resolve(into + ".csv"), text);
        String header = text.lines().findFirst().orElseThrow();
        StringBuilder mapping = new StringBuilder("hermes: 1\nkind: mapping\ncode: " + into + "\nfile: " + into
                + ".csv\ninto: " + into + "\n" + (into.equals("datedValues") ? "of: grade\n" : "") + "fields:\n");
        for (String column : header.split(",")) {
            mapping.append("  ").append(column).append(": ").append(column).append('\n');
        }
        Importer.run(workspace, DocumentFile.read(into + ".yaml", mapping.toString()).documents().getFirst(), folder,
                ImportListener.NONE);
    }

    private void after(Runnable action) {
        Offscreen.run(action);
        Offscreen.calm(frame.background());
    }

    private static <T> T seen(Callable<T> look) {
        return Offscreen.call(look);
    }

    private List<Holder> people() {
        return model.listing().get().rows().stream().map(Row::holder).toList();
    }

    private Structure structure() {
        return Objects.requireNonNull(model.structure().get());
    }

    @Test
    void theDayIsTheLastOfTheCurrentPeriod() {
        assertThat(seen(() -> model.day().get())).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(seen(() -> frame.problems())).isEmpty();
    }

    @Test
    void organisationsLieUnderTheirParentsWithWhoIsThere() {
        OrganisationNode region = seen(() -> structure().nodes().getFirst());
        assertThat(seen(() -> structure().nodes())).hasSize(1);
        assertThat(region).extracting(OrganisationNode::name, OrganisationNode::own, OrganisationNode::all)
                .containsExactly("Region", 1, 4);
        assertThat(region.below()).as("the south begins in May").extracting(OrganisationNode::name)
                .containsExactly("North");
        assertThat(region.below().getFirst().positions())
                .containsExactly(new OrganisationNode.Held("head", 1), new OrganisationNode.Held("rep", 2));
    }

    @Test
    void everybodyHasASuperiorAndSubordinates() {
        assertThat(seen(this::people)).extracting(Holder::name, holder -> String.valueOf(holder.superior()),
                Holder::direct, Holder::all).containsExactly(
                        tuple("Ann", "null", 1, 3),
                        tuple("Bo", "1_head_R", 2, 2),
                        tuple("Cy", "2_head_N", 0, 0),
                        tuple("Di", "2_head_N", 0, 0));
    }

    @Test
    void anotherDayShowsAnotherOrganisation() {
        after(() -> model.look(LocalDate.of(2026, 5, 1)));

        assertThat(seen(() -> structure().node("S"))).isPresent();
        assertThat(seen(() -> structure().holder(AssignmentKey.parse("4_rep_N")).orElseThrow().superior()))
                .hasToString("3_head_N");
        assertThat(seen(() -> structure().attributes(AssignmentKey.parse("3_head_N"))))
                .extracting(Structure.Attribute::value).containsExactly("senior");

        after(() -> model.look(LocalDate.of(2024, 12, 31)));
        assertThat(seen(this::people)).isEmpty();
        assertThat(seen(() -> structure().nodes())).extracting(OrganisationNode::all).containsExactly(0);
    }

    @Test
    void peopleAreFoundByNameAndKeyWhereverTheyAre() {
        after(() -> model.choose(new Part.Unit("N", "rep")));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Cy", "Di");
        after(() -> model.search().set("an"));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Ann");
        after(() -> model.search().set("2_HEAD"));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Bo");
        after(() -> model.reveal(AssignmentKey.parse("1_head_R")));
        assertThat(seen(this::people)).as("not found by the search").extracting(Holder::name)
                .containsExactly("Ann", "Bo", "Cy", "Di");
        assertThat(seen(() -> model.holder().orElseThrow().name())).isEqualTo("Ann");
    }

    @Test
    void aPersonsAssignmentsAreAllThereTheLatestFirst() {
        assertThat(seen(() -> structure().history("3"))).extracting(AssignmentRow::key, AssignmentRow::from)
                .containsExactly(
                        tuple(AssignmentKey.parse("3_head_N"), LocalDate.of(2026, 5, 1)),
                        tuple(AssignmentKey.parse("3_rep_N"), LocalDate.of(2025, 6, 1)));
    }

    @Test
    void whereSuperiorsAreNotClearPeopleAreShownAllTheSame() throws IOException {
        bring("leaders", "organisation,person,position\nN,2,head\nN,4,rep\n");
        after(model::rowsChanged);

        assertThat(seen(this::people)).hasSize(4).allMatch(holder -> holder.superior() == null);
        assertThat(seen(() -> Objects.requireNonNull(structure().problem()).text())).contains("heads of N");
    }

    @Test
    void thereIsAlwaysADay() {
        after(() -> model.look(null));

        assertThat(seen(() -> model.day().get())).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(seen(this::people)).hasSize(4);
    }

    @Test
    void anotherDayWhileRowsAreReadShowsTheNewRows() throws IOException {
        bring("persons", "person,name\n1,Anna\n2,Bo\n3,Cy\n4,Di\n");
        after(() -> {
            model.rowsChanged();
            model.look(LocalDate.of(2026, 5, 1));
        });

        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Anna", "Bo", "Cy", "Di");
        assertThat(seen(() -> structure().day())).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @Test
    void anAttributeThatCameMeanwhileIsSeenWhenSomebodyTurnsToTheScreen() {
        workspace.documents().apply(List.of(DocumentFile.read("more.yaml",
                "hermes: 1\nkind: datedValue\ncode: region\nname: Region\ntype: text\nof: organisation\n")));
        Structure before = seen(this::structure);
        after(model::refresh);

        assertThat(seen(() -> structure().people().declared())).extracting(DatedValue::code)
                .containsExactly("grade", "region");
        assertThat(seen(this::structure)).isNotSameAs(before);

        Structure now = seen(this::structure);
        after(model::refresh);
        assertThat(seen(this::structure)).as("nothing is read again where nothing changed").isSameAs(now);
    }

    @Test
    void subordinatesAreOpenedAndSuperiorsLeadUp() {
        after(() -> model.choose(new Part.Below(AssignmentKey.parse("1_head_R"), false)));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Bo");

        after(() -> model.choose(new Part.Below(AssignmentKey.parse("1_head_R"), true)));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Bo", "Cy", "Di");
        assertThat(seen(() -> structure().superiors(AssignmentKey.parse("4_rep_N")))).extracting(Holder::name)
                .containsExactly("Ann", "Bo");
        assertThat(seen(() -> structure().holders())).as("as many are opened as are counted").allSatisfy(
                holder -> assertThat(structure().below(holder.key(), true)).hasSize(holder.all()));
    }

    @Test
    void rowsAreOrderedByWhatIsAskedForAndWhoeverIsLookedAtIsStillFound() {
        after(() -> model.choose(AssignmentKey.parse("2_head_N")));
        after(() -> model.orders().set(List.of(new Listing.Order(Field.Usual.POSITION, true),
                new Listing.Order(Field.Usual.ALL, true))));

        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Cy", "Di", "Ann", "Bo");
        assertThat(seen(() -> model.listing().get().place(model.chosen().get()))).isEqualTo(3);

        Field grade = new Field.Value(seen(() -> structure().people().declared().getFirst()));
        after(() -> model.orders().set(List.of(new Listing.Order(grade, true))));
        assertThat(seen(this::people).getFirst().name()).as("the only one who has a grade").isEqualTo("Cy");
    }

    @Test
    void whoJoinedLeftAndMovedSinceAnotherDayIsShown() {
        after(() -> model.look(LocalDate.of(2026, 5, 1)));
        after(() -> model.compare(LocalDate.of(2025, 12, 31)));
        Changes changes = Objects.requireNonNull(seen(() -> model.changes().get()));
        assertThat(changes.counts()).isEqualTo(Map.of(Change.Kind.JOINED, 1, Change.Kind.MOVED, 2));

        after(() -> model.kind().set(Change.Kind.MOVED));
        assertThat(seen(() -> model.listing().get().rows())).extracting(row -> row.holder().key().toString(),
                row -> Objects.requireNonNull(row.change()).before())
                .containsExactly(tuple("2_head_S", "head · North"), tuple("3_head_N", "rep · North"));

        after(() -> {
            model.look(LocalDate.of(2025, 3, 1));
            model.compare(LocalDate.of(2026, 5, 1));
        });
        assertThat(seen(() -> model.changes().get()).count(Change.Kind.LEFT)).as("seen from the other end")
                .isEqualTo(2);
        after(() -> model.kind().set(Change.Kind.LEFT));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Cy", "Di");

        after(() -> model.compare(null));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Ann", "Bo");
    }

    @Test
    void whoIsSearchedForIsShownInTheTreeAndStaysWhenTheSearchIsOver() {
        after(() -> model.search().set("di"));
        after(() -> model.choose(AssignmentKey.parse("4_rep_N")));
        after(() -> model.search().set(""));

        assertThat(seen(() -> model.part().get())).isEqualTo(new Part.Unit("N", null));
        assertThat(seen(this::people)).extracting(Holder::name).containsExactly("Bo", "Cy", "Di");
        assertThat(seen(() -> model.listing().get().place(model.chosen().get()))).isEqualTo(2);
    }

    @Test
    void rowsAreWrittenBelowTheNamesOfTheirColumns() {
        PeopleSheet sheet = new PeopleSheet(seen(this::structure),
                List.of(Field.Usual.PERSON, Field.Usual.DIRECT, Field.Usual.FROM, Field.Usual.TO),
                List.of("Person", "Direct", "From", "To"), Map.of());

        assertThat(sheet.tabbed(seen(() -> model.listing().get().rows()).subList(0, 2))).isEqualTo("""
                Person\tDirect\tFrom\tTo
                Ann\t1\t2025-01-01\t
                Bo\t2\t2025-01-01\t2026-04-30
                """);
    }

    @Test
    void anOrganisationHasALeader() {
        assertThat(seen(() -> structure().head(Objects.requireNonNull(structure().leader("N")))
                .orElseThrow().name())).isEqualTo("Bo");
        assertThat(seen(() -> structure().path("N"))).extracting(OrganisationNode::name)
                .containsExactly("Region", "North");
    }
}
