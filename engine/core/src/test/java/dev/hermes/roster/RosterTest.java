package dev.hermes.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dates;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.Scope;
import dev.hermes.model.SuperiorRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** April 2026, told as a small company: a region with two teams. */
class RosterTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final List<OrganisationRow> organisations = new ArrayList<>();
    private final List<LeaderRow> leaders = new ArrayList<>();
    private final List<SuperiorRow> superiors = new ArrayList<>();
    private final List<AssignmentRow> assignments = new ArrayList<>();

    RosterTest() {
        organisation("region", null);
        organisation("teamA", "region");
        organisation("teamB", "region");
        assign("carol", "Head", "region");
        assign("anna", "Lead", "teamA");
        assign("bert", "Lead", "teamB");
        assign("sam", "Seller", "teamA");
        leaders.add(new LeaderRow("region", "carol", Dates.BEGINNING, Dates.OPEN));
        leaders.add(new LeaderRow("teamA", "anna", Dates.BEGINNING, Dates.OPEN));
        leaders.add(new LeaderRow("teamB", "bert", Dates.BEGINNING, Dates.OPEN));
    }

    private void organisation(String code, @Nullable String parent) {
        organisations.add(new OrganisationRow(code, code, parent == null ? "region" : "team", parent, Dates.BEGINNING,
                Dates.OPEN));
    }

    private void assign(String person, String position, String organisation) {
        assign(person, position, organisation, Dates.BEGINNING, Dates.OPEN);
    }

    private void assign(String person, String position, String organisation, LocalDate from, LocalDate to) {
        assignments.add(new AssignmentRow(new AssignmentKey(person, position, organisation), from, to));
    }

    private Roster roster() {
        return Roster.of(new CalcInputs(organisations, leaders, superiors, List.of(), assignments, List.of(),
                List.of(), List.of(), List.of(), CalcInputs.Balances.NONE), APRIL, MAY);
    }

    private static List<String> above(Roster roster, String key, int dayOfMonth, Scope scope) {
        int stretch = roster.stretchAt(roster.rowOf(key), Days.of(APRIL.withDayOfMonth(dayOfMonth)));
        return Arrays.stream(roster.above(stretch, scope)).filter(row -> !roster.isPersonRow(row))
                .mapToObj(roster::text).toList();
    }

    @Test
    void theSuperiorIsTheHeadOfTheOrganisationAndThoseAboveIt() {
        Roster roster = roster();

        assertThat(above(roster, "sam_Seller_teamA", 1, Scope.DIRECT_SUBORDINATES)).containsExactly("anna_Lead_teamA");
        assertThat(above(roster, "sam_Seller_teamA", 1, Scope.SUBORDINATES)).containsExactly("anna_Lead_teamA",
                "carol_Head_region");
    }

    @Test
    void aHeadReportsToTheNextHeadAboveNotToHerself() {
        assertThat(above(roster(), "anna_Lead_teamA", 1, Scope.SUBORDINATES)).containsExactly("carol_Head_region");
        assertThat(above(roster(), "carol_Head_region", 1, Scope.SUBORDINATES)).isEmpty();
    }

    @Test
    void whereTheHeadLeavesTheNextHeadAboveTakesOverFromThatDay() {
        assignments.removeIf(row -> row.key().person().equals("anna"));
        assign("anna", "Lead", "teamA", Dates.BEGINNING, APRIL.withDayOfMonth(11));

        Roster roster = roster();

        assertThat(above(roster, "sam_Seller_teamA", 10, Scope.DIRECT_SUBORDINATES))
                .containsExactly("anna_Lead_teamA");
        assertThat(above(roster, "sam_Seller_teamA", 11, Scope.DIRECT_SUBORDINATES))
                .containsExactly("carol_Head_region");
    }

    @Test
    void aTeamThatMovesCutsTheDaysOfItsPeople() {
        organisation("regionWest", null);
        assign("wendy", "Head", "regionWest");
        leaders.add(new LeaderRow("regionWest", "wendy", Dates.BEGINNING, Dates.OPEN));
        organisations.removeIf(row -> row.code().equals("teamA"));
        organisations.add(new OrganisationRow("teamA", "teamA", "team", "region", Dates.BEGINNING,
                APRIL.withDayOfMonth(16)));
        organisations.add(new OrganisationRow("teamA", "teamA", "team", "regionWest", APRIL.withDayOfMonth(16),
                Dates.OPEN));

        Roster roster = roster();

        assertThat(above(roster, "sam_Seller_teamA", 15, Scope.SUBORDINATES)).containsExactly("anna_Lead_teamA",
                "carol_Head_region");
        assertThat(above(roster, "sam_Seller_teamA", 16, Scope.SUBORDINATES)).containsExactly("anna_Lead_teamA",
                "wendy_Head_regionWest");
    }

    @Test
    void anotherAssignmentOfTheSamePersonIsNoSuperior() {
        assign("anna", "Seller", "teamA");
        leaders.removeIf(row -> row.organisation().equals("teamA"));
        leaders.add(new LeaderRow("teamA", "anna_Lead_teamA", Dates.BEGINNING, Dates.OPEN));

        assertThat(above(roster(), "anna_Seller_teamA", 1, Scope.SUBORDINATES)).containsExactly("carol_Head_region");
    }

    @Test
    void aNamedSuperiorWinsOverTheHead() {
        superiors.add(new SuperiorRow("sam", "bert", APRIL, APRIL.withDayOfMonth(8)));

        Roster roster = roster();

        assertThat(above(roster, "sam_Seller_teamA", 7, Scope.SUBORDINATES)).containsExactly("bert_Lead_teamB",
                "carol_Head_region");
        assertThat(above(roster, "sam_Seller_teamA", 8, Scope.DIRECT_SUBORDINATES)).containsExactly("anna_Lead_teamA");
    }

    @Test
    void levelsCountTheMembersOfOrganisationsOfThatLevel() {
        assertThat(above(roster(), "sam_Seller_teamA", 1, Scope.ofLevels(List.of("team")))).hasSize(2);
        assertThat(above(roster(), "sam_Seller_teamA", 1, Scope.ofLevels(List.of("city")))).isEmpty();
    }

    @Test
    void whoIsAboveHimselfIsNamed() {
        superiors.add(new SuperiorRow("carol", "sam", APRIL.withDayOfMonth(20), Dates.OPEN));

        assertThatThrownBy(this::roster).isInstanceOf(FindingsException.class)
                .hasMessageContaining("On 2026-04-20").hasMessageContaining("is above himself");
    }

    @Test
    void twoHeadsOnOneDayAreNamed() {
        leaders.add(new LeaderRow("teamA", "bert", APRIL.withDayOfMonth(5), APRIL.withDayOfMonth(6)));

        assertThatThrownBy(this::roster).isInstanceOf(FindingsException.class)
                .hasMessageContaining("heads of teamA").hasMessageContaining("2026-04-05");
    }

    @Test
    void anOrganisationBelowItselfIsNamed() {
        organisations.removeIf(row -> row.code().equals("region"));
        organisations.add(new OrganisationRow("region", "region", "region", "teamB", Dates.BEGINNING, Dates.OPEN));

        assertThatThrownBy(this::roster).isInstanceOf(FindingsException.class)
                .hasMessageContaining("organisation region: lies below itself: region under teamB under region. "
                        + "Correct the parent of one of them.");
    }

    @Test
    void anOrganisationThatNobodyBroughtInIsDoubtful() {
        assign("tom", "Seller", "temA");
        assign("uma", "Seller", "temA");

        assertThat(roster().warnings()).extracting(Finding::text)
                .containsExactly("organisation temA: is not known, but "
                        + "tom_Seller_temA and 1 more are assigned to it, and so to nothing above it. Maybe teamA is meant, or "
                        + "it is to be brought in.");
    }

    @Test
    void daysHeldAreCountedOnceForAPersonWithTwoAssignments() {
        assign("tom", "Seller", "teamA", APRIL, APRIL.withDayOfMonth(11));
        assign("tom", "Seller", "teamB", APRIL.withDayOfMonth(6), APRIL.withDayOfMonth(16));

        Roster roster = roster();

        assertThat(roster.daysHeld(roster.personRow("tom"), Days.of(APRIL), Days.of(MAY))).isEqualTo(15);
        assertThat(roster.lastHeldDay(roster.rowOf("tom_Seller_teamA"), Days.of(APRIL), Days.of(MAY)))
                .isEqualTo(Days.of(APRIL.withDayOfMonth(10)));
        assertThat(roster.lastHeldDay(roster.rowOf("tom_Seller_teamA"), Days.of(APRIL.withDayOfMonth(20)),
                Days.of(MAY))).isEqualTo(Roster.NEVER);
    }
}
