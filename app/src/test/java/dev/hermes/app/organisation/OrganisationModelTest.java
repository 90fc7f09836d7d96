package dev.hermes.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Wording;
import dev.hermes.app.organisation.OrganisationModel.Choice;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
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
        assertThat(seen(model::people)).extracting(Holder::name, holder -> String.valueOf(holder.superior()),
                Holder::direct, Holder::all).containsExactly(
                        tuple("Ann", "null", 1, 3),
                        tuple("Bo", "1_head_R", 2, 2),
                        tuple("Cy", "2_head_N", 0, 0),
                        tuple("Di", "2_head_N", 0, 0));
    }

    @Test
    void anotherDayShowsAnotherOrganisation() {
        after(() -> model.day().set(LocalDate.of(2026, 5, 1)));

        assertThat(seen(() -> structure().node("S"))).isPresent();
        assertThat(seen(() -> structure().holder(AssignmentKey.parse("4_rep_N")).orElseThrow().superior()))
                .hasToString("3_head_N");
        assertThat(seen(() -> structure().attributes(AssignmentKey.parse("3_head_N"))))
                .extracting(Structure.Attribute::value).containsExactly("senior");

        after(() -> model.day().set(LocalDate.of(2024, 12, 31)));
        assertThat(seen(model::people)).isEmpty();
        assertThat(seen(() -> structure().nodes())).extracting(OrganisationNode::all).containsExactly(0);
    }

    @Test
    void peopleAreFoundByNameAndKeyWhereverTheyAre() {
        Offscreen.run(() -> model.choose(new Choice("N", "rep")));
        assertThat(seen(model::people)).extracting(Holder::name).containsExactly("Cy", "Di");
        Offscreen.run(() -> model.search().set("an"));
        assertThat(seen(model::people)).extracting(Holder::name).containsExactly("Ann");
        Offscreen.run(() -> model.search().set("2_HEAD"));
        assertThat(seen(model::people)).extracting(Holder::name).containsExactly("Bo");
        Offscreen.run(() -> model.reveal(AssignmentKey.parse("1_head_R")));
        assertThat(seen(model::people)).as("not found by the search").extracting(Holder::name)
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

        assertThat(seen(model::people)).hasSize(4).allMatch(holder -> holder.superior() == null);
        assertThat(seen(() -> Objects.requireNonNull(structure().problem()).text())).contains("heads of N");
    }
}
